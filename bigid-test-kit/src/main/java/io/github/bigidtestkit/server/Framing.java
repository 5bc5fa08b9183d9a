package io.github.bigidtestkit.server;

import io.github.bigidtestkit.journal.Rejection.Reason;
import io.undertow.server.Connectors;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.Protocols;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where a call of HTTP/1 ends, and whether another may follow it. Stricter than the server library,
 * which takes any transfer coding for chunks and knows {@code close} only where it stands alone.
 */
final class Framing {

  private Framing() {}

  /**
   * Sees to it that the body ends where RFC 9112 says. To be called before anybody has asked for
   * the body.
   *
   * @return why the call must not be read, or null if it may be; the connection then ends with the
   *     answer
   */
  static @Nullable Refusal check(HttpServerExchange http) {
    if (!(http.getConnection() instanceof HttpServerConnection connection)) {
      return null;
    }
    HeaderMap headers = http.getRequestHeaders();
    if (asksToClose(headers.get(Headers.CONNECTION))) {
      http.setPersistent(false);
    }
    String problem = problem(http, headers.getFirst(Headers.TRANSFER_ENCODING));
    if (problem != null) {
      abandonBody(http);
      return Refusal.of(Reason.MALFORMED_REQUEST, problem);
    }
    if (headers.contains(Headers.TRANSFER_ENCODING)) {
      ChunkedBody.takeOver(http, connection);
    }
    return null;
  }

  /** Leaves the rest of the body unread; the connection ends with the answer. */
  static void abandonBody(HttpServerExchange http) {
    http.setPersistent(false);
    Connectors.terminateRequest(http);
  }

  private static @Nullable String problem(HttpServerExchange http, @Nullable String coding) {
    if (http.getProtocol().equals(Protocols.HTTP_0_9)) {
      return "HTTP/0.9 is not served; send HTTP/1.1";
    }
    if (coding == null) {
      return null;
    }
    if (!coding.equalsIgnoreCase("chunked")) {
      return "The Transfer-Encoding is [%s]; it must be chunked, or absent"
          .formatted(Printable.of(coding));
    }
    return http.getProtocol().equals(Protocols.HTTP_1_0)
        ? "HTTP/1.0 has no Transfer-Encoding; send Content-Length or HTTP/1.1"
        : null;
  }

  private static boolean asksToClose(@Nullable HeaderValues connection) {
    return connection != null
        && connection.stream()
            .flatMap(value -> Arrays.stream(value.split(",", -1)))
            .anyMatch(option -> option.strip().equalsIgnoreCase("close"));
  }
}
