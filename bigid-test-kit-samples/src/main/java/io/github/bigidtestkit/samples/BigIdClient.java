package io.github.bigidtestkit.samples;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/**
 * Makes authorized calls to BigID. Gets its token at the first call, renews it shortly before it
 * expires, and once more when BigID rejects it. Thread-safe.
 */
public final class BigIdClient {

  /** How long before its expiry a token is renewed: 30 seconds. */
  public static final Duration RENEWAL_MARGIN = Duration.ofSeconds(30);

  private final Transport transport;
  private final AccessTokens tokens;

  /**
   * A client.
   *
   * @param baseUrl such as {@code https://bigid.example.com/api/v1}
   * @param credentials what it proves itself with
   */
  public BigIdClient(URI baseUrl, Credentials credentials) {
    this(baseUrl, credentials, ClientSettings.defaults());
  }

  /**
   * A client that uses the given clock, for tests.
   *
   * @param baseUrl such as {@code https://bigid.example.com/api/v1}
   * @param credentials what it proves itself with
   * @param clock tells when a token expires
   */
  public BigIdClient(URI baseUrl, Credentials credentials, Clock clock) {
    this(baseUrl, credentials, ClientSettings.defaults().withClock(clock));
  }

  /**
   * A client with settings of its own.
   *
   * @param baseUrl such as {@code https://bigid.example.com/api/v1}
   * @param credentials what it proves itself with
   * @param settings how it calls, and how patient it is
   */
  public BigIdClient(URI baseUrl, Credentials credentials, ClientSettings settings) {
    this.transport = new Transport(baseUrl, settings);
    Authentication authentication =
        new Authentication(transport, credentials, settings.clock(), RENEWAL_MARGIN);
    this.tokens = new AccessTokens(authentication::authenticate, settings.clock());
  }

  /**
   * The JSON at a path below the base URL.
   *
   * @throws BigIdException if BigID does not issue one
   */
  public JsonNode get(String path) {
    AccessToken token = tokens.current();
    Answer answer = get(path, token);
    return (answer.rejected() ? get(path, tokens.insteadOf(token)) : answer).require();
  }

  private Answer get(String path, AccessToken token) {
    return Transport.await(transport.get(path, token.text()));
  }
}
