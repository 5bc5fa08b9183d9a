package io.github.bigidtestkit.fault;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call as faults see it.
 *
 * @param endpoint whose call it is
 * @param method the HTTP method
 * @param path the whole path, such as {@code /api/v1/sessions}
 * @param user who logs in or whose token is shown, as far as that can be read, or null
 * @param at when it came, by the sandbox clock
 * @param protocol what it came over, such as {@code HTTP/1.1} or {@code HTTP/2.0}
 */
public record Call(
    Target endpoint,
    String method,
    String path,
    @Nullable String user,
    Instant at,
    String protocol) {

  private static final String HTTP_1 = "HTTP/1.1";

  private static final Target CONNECTION = () -> "CONNECTION";

  /** A TLS handshake, for which there is no call yet. */
  public static Call handshake(Instant at) {
    return new Call(CONNECTION, "TLS", "handshake", null, at);
  }

  /** A call over HTTP/1.1. */
  public Call(Target endpoint, String method, String path, @Nullable String user, Instant at) {
    this(endpoint, method, path, user, at, HTTP_1);
  }

  /** The same over another protocol. */
  public Call over(String other) {
    return new Call(endpoint, method, path, user, at, other);
  }

  boolean isOverHttp2() {
    return protocol.startsWith("HTTP/2");
  }

  @Override
  public String toString() {
    return method + " " + path + (user == null ? "" : " by " + user);
  }
}
