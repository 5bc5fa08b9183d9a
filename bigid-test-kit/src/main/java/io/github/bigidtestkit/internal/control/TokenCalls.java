package io.github.bigidtestkit.internal.control;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxClock;
import io.github.bigidtestkit.internal.http.ControlAnswer;
import io.github.bigidtestkit.token.TokenDefect;
import io.github.bigidtestkit.token.TokenKind;
import io.github.bigidtestkit.token.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tokens are made, revoked, and let expire. */
final class TokenCalls {

  /** The body of {@link #make}. */
  private static final class Wanted {
    @Nullable TokenKind kind;
    @Nullable String user;
    @Nullable TokenDefect defect;
    @Nullable Duration validFor;
  }

  /** The body of {@link #revoke}. */
  private static final class Revoked {
    @Nullable String token;
  }

  /** The body of {@link #expire}. */
  private static final class Expired {
    @Nullable TokenKind kind;
  }

  private TokenCalls() {}

  static ControlAnswer make(RequestContext request) {
    Wanted wanted = request.body(Wanted.class);
    TokenKind kind = wanted.kind;
    if (kind == null) {
      throw Problem.of(400, "There is no kind. Give [USER], [SESSION] or [SYSTEM].");
    }
    if (wanted.defect != null && wanted.validFor != null) {
      throw Problem.of(
          400,
          "defect [%s] and validFor [%s] can't go together. Remove one."
              .formatted(wanted.defect, wanted.validFor));
    }
    String user = wanted.user == null ? firstUser(request.bigId()) : wanted.user;
    Tokens tokens = request.bigId().tokens();
    String token;
    if (wanted.defect != null) {
      token = tokens.token(kind, user, wanted.defect);
    } else if (wanted.validFor != null) {
      token = tokens.validFor(kind, user, wanted.validFor);
    } else {
      token = tokens.token(kind, user);
    }
    return Answers.json(201, Views.object("token", token, "claims", Tokens.claimsOf(token)));
  }

  private static String firstUser(FakeBigId bigId) {
    return bigId.users().all().stream()
        .findFirst()
        .orElseThrow(() -> Problem.of(400, "The sandbox has no user. Add one first."))
        .username();
  }

  static ControlAnswer revoke(RequestContext request) {
    String token = request.body(Revoked.class).token;
    if (token == null) {
      throw Problem.of(400, "There is no token. Give the one to revoke.");
    }
    request.bigId().revoke(token);
    return Answers.done();
  }

  static ControlAnswer revokeAll(RequestContext request) {
    String only = request.query().get("kind");
    List<TokenKind> kinds =
        Stream.of(TokenKind.values())
            .filter(kind -> only == null || only.equals(kind.name()))
            .toList();
    if (kinds.isEmpty()) {
      throw Problem.of(
          400,
          "The query parameter [kind] must be USER, SESSION or SYSTEM. Fix it, or leave it out for all.");
    }
    kinds.forEach(request.bigId().tokens()::revokeAll);
    return Answers.done();
  }

  /** Moves the clock to when the last token expires that was made, of one kind or of all. */
  static ControlAnswer expire(RequestContext request) {
    TokenKind only = request.body(Expired.class).kind;
    Tokens tokens = request.bigId().tokens();
    SandboxClock clock = request.bigId().clock();
    Stream.of(TokenKind.values())
        .filter(kind -> only == null || kind == only)
        .map(tokens::latestExpiry)
        .flatMap(Optional::stream)
        .max(Instant::compareTo)
        .filter(clock.instant()::isBefore)
        .ifPresent(clock::set);
    return ClockCalls.get(request);
  }
}
