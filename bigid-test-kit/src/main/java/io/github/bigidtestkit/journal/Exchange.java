package io.github.bigidtestkit.journal;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.internal.journal.Timeline;
import io.github.bigidtestkit.token.TokenClaims;
import io.github.bigidtestkit.token.TokenKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call and its answer.
 *
 * <p>Holds no secret: passwords are left out, tokens shortened.
 *
 * @param number the number of the call, from 1 in the order of arrival
 * @param at when it arrived, by the sandbox clock
 * @param sinceStart when it arrived, in real time since the sandbox started
 * @param method the HTTP method; {@code ?} if the head of the request could not be read
 * @param path the whole path, decoded except for {@code %2F}, such as {@code /api/v1/sessions};
 *     {@code ?} if the head of the request could not be read
 * @param query the query string, with secrets shortened, or null
 * @param secretInUrl whether the path or the query contained a password or token
 * @param contentType the content type of the request's body, or null if none was given
 * @param headers the headers of a call to a resource, with secrets shortened, without those of
 *     credentials and connections; names in lower case
 * @param body the body of a call to a resource, with secrets shortened; at most {@value
 *     #MOST_OF_BODY} characters and a note of how many there were. Null if there is none, if it is
 *     not UTF-8, and for other endpoints
 * @param endpoint the endpoint that was called
 * @param user the user who logged in or whose token was shown, or null if not known
 * @param token the token that was shown, or null if none was
 * @param issued the claims of the token that was issued, or null if none was
 * @param status the HTTP status of the answer; 0 if a fault prevented an answer
 * @param rejection why the call was refused, or null if it was not
 * @param fault the fault that struck, in words, or null if none did
 * @param retryAfter when the answer asked the client to retry, by the sandbox clock, or null
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
    @Nullable String contentType,
    Map<String, String> headers,
    @Nullable String body,
    Endpoint endpoint,
    @Nullable String user,
    @Nullable PresentedToken token,
    @Nullable TokenClaims issued,
    int status,
    @Nullable Rejection rejection,
    @Nullable String fault,
    @Nullable Instant retryAfter,
    Duration took) {

  /** How many characters of a body are kept. */
  public static final int MOST_OF_BODY = 8_192;

  /** Copies. */
  public Exchange {
    headers = Map.copyOf(headers);
  }

  /** Whether the call was refused; the status does not tell in {@link Dialect#TRAINING_SANDBOX}. */
  public boolean refused() {
    return rejection != null;
  }

  /** Why the call was refused, or null if it was not. */
  public Rejection.@Nullable Reason reason() {
    return rejection == null ? null : rejection.reason();
  }

  /** The kind of the token that was shown, or null if none was or it can't be read. */
  public @Nullable TokenKind tokenKind() {
    TokenClaims claims = token == null ? null : token.claims();
    return claims == null ? null : claims.kind();
  }

  /** The {@code jti} of the token that was shown, or null if none was or it can't be read. */
  public @Nullable String tokenId() {
    TokenClaims claims = token == null ? null : token.claims();
    return claims == null ? null : claims.id();
  }

  /** One line of the timeline. */
  @Override
  public String toString() {
    return Timeline.line(this);
  }
}
