package io.github.bigidtestkit.internal.junit;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.internal.json.IsoDuration;
import io.github.bigidtestkit.junit.Defective;
import io.github.bigidtestkit.junit.SessionToken;
import io.github.bigidtestkit.junit.SystemToken;
import io.github.bigidtestkit.junit.UserToken;
import io.github.bigidtestkit.token.TokenDefect;
import io.github.bigidtestkit.token.TokenKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ParameterContext;

/** A token that a parameter asks for. */
record TokenRequest(
    String annotation, TokenKind kind, String user, @Nullable TokenDefect defect, String validFor) {

  /** What the annotations of a parameter ask for, or null. */
  static @Nullable TokenRequest from(ParameterContext parameter) {
    Defective defective = parameter.findAnnotation(Defective.class).orElse(null);
    TokenDefect defect = defective == null ? null : defective.value();
    UserToken user = parameter.findAnnotation(UserToken.class).orElse(null);
    if (user != null) {
      return new TokenRequest("@UserToken", TokenKind.USER, user.user(), defect, user.validFor());
    }
    SessionToken session = parameter.findAnnotation(SessionToken.class).orElse(null);
    if (session != null) {
      return new TokenRequest(
          "@SessionToken", TokenKind.SESSION, session.user(), defect, session.validFor());
    }
    SystemToken system = parameter.findAnnotation(SystemToken.class).orElse(null);
    return system == null
        ? null
        : new TokenRequest(
            "@SystemToken", TokenKind.SYSTEM, system.user(), defect, system.validFor());
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
    if (defect != null && !validFor.isEmpty()) {
      throw new IllegalArgumentException(
          "@Defective [%s] and validFor [%s] contradict each other. Remove one."
              .formatted(defect, validFor));
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
    return defect == null
        ? bigId.tokens().token(kind, name)
        : bigId.tokens().token(kind, name, defect);
  }
}
