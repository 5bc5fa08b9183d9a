package io.github.bigidtestkit.internal.control;

import io.github.bigidtestkit.SandboxClock;
import io.github.bigidtestkit.internal.config.Fields;
import io.github.bigidtestkit.internal.http.ControlAnswer;
import io.github.bigidtestkit.token.TokenDefect;
import io.github.bigidtestkit.token.TokenKind;
import io.github.bigidtestkit.token.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tokens: made, revoked, outlived. */
final class TokenCalls {

  private TokenCalls() {}

  static ControlAnswer make(RequestContext visit) {
    Fields fields = visit.body("kind", "user", "defect", "validFor");
    TokenKind kind = fields.oneOf("kind", TokenKind.class);
    if (kind == null) {
      throw Problem.of(400, "There is no kind. Say [USER], [SESSION] or [SYSTEM].");
    }
    String given = fields.text("user");
    String user = given == null ? firstUser(visit) : given;
    TokenDefect defect = fields.oneOf("defect", TokenDefect.class);
    Duration validFor = fields.duration("validFor");
    if (defect != null && validFor != null) {
      throw Problem.of(
          400,
          "defect [%s] and validFor [%s] can't go together. Remove one."
              .formatted(defect, validFor));
    }
    String token = make(visit.bigId().tokens(), kind, user, defect, validFor);
    return Answers.json(
        201, Views.object("token", token, "claims", ExchangeView.claims(Tokens.claimsOf(token))));
  }

  private static String firstUser(RequestContext visit) {
    return visit.bigId().users().all().stream()
        .findFirst()
        .orElseThrow(() -> Problem.of(400, "The sandbox has no user. Add one first."))
        .username();
  }

  private static String make(
      Tokens tokens,
      TokenKind kind,
      String user,
      @Nullable TokenDefect defect,
      @Nullable Duration validFor) {
    if (defect != null) {
      return tokens.token(kind, user, defect);
    }
    return validFor == null ? tokens.token(kind, user) : tokens.validFor(kind, user, validFor);
  }

  static ControlAnswer revoke(RequestContext visit) {
    visit.bigId().revoke(visit.body("token").requiredText("token"));
    return Answers.done();
  }

  static ControlAnswer revokeAll(RequestContext visit) {
    String kind = visit.parameter("kind");
    if (kind == null) {
      visit.bigId().revokeAllTokens();
    } else {
      visit.bigId().tokens().revokeAll(kind(kind));
    }
    return Answers.done();
  }

  private static TokenKind kind(String text) {
    return Stream.of(TokenKind.values())
        .filter(each -> each.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.of(
                    400,
                    "The query parameter [kind] is none of USER, SESSION, SYSTEM. Say one of them, or leave it out for all."));
  }

  /** Moves the clock to where the last token expires that was made, of a kind or of all. */
  static ControlAnswer expire(RequestContext visit) {
    TokenKind kind = visit.body("kind").oneOf("kind", TokenKind.class);
    Tokens tokens = visit.bigId().tokens();
    SandboxClock clock = visit.bigId().clock();
    Stream.of(TokenKind.values())
        .filter(each -> kind == null || each == kind)
        .map(tokens::latestExpiry)
        .flatMap(Optional::stream)
        .max(Instant::compareTo)
        .filter(clock.instant()::isBefore)
        .ifPresent(clock::set);
    return ClockCalls.get(visit);
  }
}
