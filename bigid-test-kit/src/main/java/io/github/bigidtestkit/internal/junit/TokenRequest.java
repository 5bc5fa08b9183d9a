package io.github.bigidtestkit.internal.junit;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.internal.config.IsoDuration;
import io.github.bigidtestkit.junit.SessionToken;
import io.github.bigidtestkit.junit.SystemToken;
import io.github.bigidtestkit.junit.UserToken;
import io.github.bigidtestkit.token.TokenDefect;
import io.github.bigidtestkit.token.TokenKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** A token that a parameter asks for. */
record TokenRequest(
    String annotation, TokenKind kind, String user, List<TokenDefect> defects, String validFor) {

  static @Nullable TokenRequest from(ParameterContext parameter) {
    UserToken user = parameter.findAnnotation(UserToken.class).orElse(null);
    if (user != null) {
      return of("@UserToken", TokenKind.USER, user.user(), user.defect(), user.validFor());
    }
    SessionToken session = parameter.findAnnotation(SessionToken.class).orElse(null);
    if (session != null) {
      return of(
          "@SessionToken", TokenKind.SESSION, session.user(), session.defect(), session.validFor());
    }
    SystemToken system = parameter.findAnnotation(SystemToken.class).orElse(null);
    if (system != null) {
      return of(
          "@SystemToken", TokenKind.SYSTEM, system.user(), system.defect(), system.validFor());
    }
    return null;
  }

  private static TokenRequest of(
      String annotation, TokenKind kind, String user, TokenDefect[] defects, String validFor) {
    return new TokenRequest(annotation, kind, user, List.of(defects), validFor);
  }

  String fulfil(ParameterContext parameter, FakeBigId bigId) {
    if (parameter.getParameter().getType() != String.class) {
      throw Injection.wrongType(parameter, annotation, "String");
    }
    if (defects.size() > 1) {
      throw refused(
          parameter,
          "defect %s has %s values. There can be only one; remove the others."
              .formatted(defects, defects.size()),
          null);
    }
    if (!defects.isEmpty() && !validFor.isEmpty()) {
      throw refused(
          parameter,
          "defect %s and validFor [%s] contradict each other. Remove one."
              .formatted(defects, validFor),
          null);
    }
    String name = user.isEmpty() ? bigId.config().users().get(0).username() : user;
    if (bigId.users().find(name).isEmpty()) {
      List<String> names = bigId.users().all().stream().map(User::username).toList();
      throw refused(
          parameter,
          "there is no user [%s]; there are %s. Declare it with @SandboxUser, or ask for TokenDefect.UNKNOWN_USER."
              .formatted(name, names),
          null);
    }
    return mint(parameter, bigId, name);
  }

  private String mint(ParameterContext parameter, FakeBigId bigId, String name) {
    try {
      if (!validFor.isEmpty()) {
        return bigId.tokens().validFor(kind, name, IsoDuration.parse("validFor", validFor));
      }
      return defects.isEmpty()
          ? bigId.tokens().token(kind, name)
          : bigId.tokens().token(kind, name, defects.get(0));
    } catch (IllegalArgumentException wrong) {
      throw refused(parameter, wrong.getMessage(), wrong);
    }
  }

  private ParameterResolutionException refused(
      ParameterContext parameter, @Nullable String rule, @Nullable Exception cause) {
    return Injection.refused(parameter, annotation, String.valueOf(rule), cause);
  }
}
