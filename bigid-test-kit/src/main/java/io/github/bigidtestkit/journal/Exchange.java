package io.github.bigidtestkit.journal;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.internal.journal.InWords;
import io.github.bigidtestkit.internal.journal.Timeline;
import io.github.bigidtestkit.token.TokenClaims;
import io.github.bigidtestkit.token.TokenKind;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call and what became of it. Holds no secret: passwords are left out, tokens shortened.
 *
 * @param number counts the calls from 1, in the order in which they came
 * @param at when it came, by the sandbox clock
 * @param sinceStart when it came, in real time since the sandbox started
 * @param method the HTTP method; {@code ?} where the head of the call could not be read
 * @param path the whole path, decoded but for {@code %2F}, such as {@code /api/v1/sessions}; {@code
 *     ?} where the head of the call could not be read
 * @param query what followed the question mark, with secrets shortened, or null
 * @param secretInUrl whether a password or token was in the path or the query
 * @param endpoint whose call it was
 * @param user who logged in or whose token was shown, as far as it is known, or null
 * @param token the token that was shown, or null if none was
 * @param issued what the token that was issued says, or null if none was
 * @param status the HTTP status of the answer; 0 where a fault left none
 * @param rejection why the call was refused, or null if it was not
 * @param fault which fault struck, in words, or null if none did
 * @param retryAfter when the answer asked to come again, by the sandbox clock, or null
 * @param took real time from the end of the request's head to the answer
 */
public record Exchange(
    long number,
    Instant at,
    Duration sinceStart,
    String method,
    String path,
    @Nullable String query,
    boolean secretInUrl,
    Endpoint endpoint,
    @Nullable String user,
    @Nullable PresentedToken token,
    @Nullable TokenClaims issued,
    int status,
    @Nullable Rejection rejection,
    @Nullable String fault,
    @Nullable Instant retryAfter,
    Duration took) {

  /** Whether the call was refused. In the observed dialect the status does not tell. */
  public boolean refused() {
    return rejection != null;
  }

  /** Why the call was refused, or null if it was not. */
  public Rejection.@Nullable Reason reason() {
    return rejection == null ? null : rejection.reason();
  }

  /** The kind of the token that was shown, or null where none was or it can't be read. */
  public @Nullable TokenKind tokenKind() {
    TokenClaims claims = token == null ? null : token.claims();
    return claims == null ? null : claims.kind();
  }

  /** The {@code jti} of the token that was shown, or null where none was or it can't be read. */
  public @Nullable String tokenId() {
    TokenClaims claims = token == null ? null : token.claims();
    return claims == null ? null : claims.id();
  }

  /** What there is to say of it, for people. */
  public InWords inWords() {
    return InWords.of(this);
  }

  /** One line of the timeline. */
  @Override
  public String toString() {
    return Timeline.line(this);
  }
}
