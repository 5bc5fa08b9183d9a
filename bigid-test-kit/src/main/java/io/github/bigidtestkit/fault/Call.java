package io.github.bigidtestkit.fault;

import io.github.bigidtestkit.Endpoint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call as faults see it.
 *
 * @param endpoint the endpoint that is called; {@code ANY} for a TLS handshake
 * @param method the HTTP method
 * @param path the whole path, such as {@code /api/v1/sessions}
 * @param user who logs in or whose token is shown, as far as that can be read, or null
 * @param at when it came, by the sandbox clock
 * @param protocol the protocol, such as {@code HTTP/1.1} or {@code HTTP/2.0}
 */
public record Call(
    Endpoint endpoint,
    String method,
    String path,
    @Nullable String user,
    Instant at,
    String protocol) {

  @Override
  public String toString() {
    return method + " " + path + (user == null ? "" : " by " + user);
  }
}
