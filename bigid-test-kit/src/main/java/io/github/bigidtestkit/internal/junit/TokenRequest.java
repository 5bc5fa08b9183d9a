package io.github.bigidtestkit.internal.junit;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.internal.json.IsoDuration;
import io.github.bigidtestkit.junit.SessionToken;
import io.github.bigidtestkit.junit.SystemToken;
import io.github.bigidtestkit.junit.UserToken;
import io.github.bigidtestkit.token.TokenDefect;
import io.github.bigidtestkit.token.TokenKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ParameterContext;

/** A token that a parameter asks for. */
record TokenRequest(
    String annotation, TokenKind kind, String user, List<TokenDefect> defects, String validFor) {

  static Optional<TokenRequest> from(ParameterContext parameter) {
    Optional<TokenRequest> user =
        parameter
            .findAnnotation(UserToken.class)
            .map(t -> of("@UserToken", TokenKind.USER, t.user(), t.defect(), t.validFor()));
    Optional<TokenRequest> session =
        parameter
            .findAnnotation(SessionToken.class)
            .map(t -> of("@SessionToken", TokenKind.SESSION, t.user(), t.defect(), t.validFor()));
    Optional<TokenRequest> system =
        parameter
            .findAnnotation(SystemToken.class)
            .map(t -> of("@SystemToken", TokenKind.SYSTEM, t.user(), t.defect(), t.validFor()));
    return user.or(() -> session).or(() -> system);
  }

  private static TokenRequest of(
      String annotation, TokenKind kind, String user, TokenDefect[] defects, String validFor) {
    return new TokenRequest(annotation, kind, user, List.of(defects), validFor);
  }

  String fulfil(ParameterContext parameter, FakeBigId bigId) {
    if (parameter.getParameter().getType() != String.class) {
      throw Injection.wrongType(parameter, annotation, "String");
    }
    try {
      return token(bigId);
    } catch (IllegalArgumentException wrong) {
      throw Injection.refused(parameter, annotation, wrong);
    }
  }

  private String token(FakeBigId bigId) {
    if (defects.size() > 1) {
      throw new IllegalArgumentException(
          "defect %s has %s values. There can be only one; remove the others."
              .formatted(defects, defects.size()));
    }
    if (!defects.isEmpty() && !validFor.isEmpty()) {
      throw new IllegalArgumentException(
          "defect %s and validFor [%s] contradict each other. Remove one."
              .formatted(defects, validFor));
    }
    String name = user.isEmpty() ? bigId.config().users().get(0).username() : user;
    if (bigId.users().find(name).isEmpty()) {
      List<String> names = bigId.users().all().stream().map(User::username).toList();
      throw new IllegalArgumentException(
          "there is no user [%s]; there are %s. Declare it with @SandboxUser, or ask for TokenDefect.UNKNOWN_USER."
              .formatted(name, names));
    }
    if (!validFor.isEmpty()) {
      return bigId.tokens().validFor(kind, name, IsoDuration.parse("validFor", validFor));
    }
    return defects.isEmpty()
        ? bigId.tokens().token(kind, name)
        : bigId.tokens().token(kind, name, defects.get(0));
  }
}
