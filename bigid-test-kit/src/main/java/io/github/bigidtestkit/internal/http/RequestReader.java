package io.github.bigidtestkit.internal.http;

import io.github.bigidtestkit.internal.endpoint.HttpDate;
import io.github.bigidtestkit.internal.endpoint.Request;
import io.github.bigidtestkit.internal.endpoint.Response;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.URLUtils;
import java.time.Instant;
import java.util.List;

/** Turns the server library's exchange into a {@link Request}, and a {@link Response} back. */
final class RequestReader {

  private RequestReader() {}

  static Request head(HttpServerExchange http) {
    HeaderMap headers = http.getRequestHeaders();
    HeaderValues authorization = headers.get(Headers.AUTHORIZATION);
    return new Request(
        http.getRequestMethod().toString(),
        path(http),
        authorization == null ? List.of() : List.copyOf(authorization),
        headers.getFirst(Headers.CONTENT_TYPE),
        new byte[0],
        null);
  }

  /**
   * The path as it came, decoded. The server library takes what follows a semicolon for parameters
   * and leaves it out, so that many names would lead to one endpoint.
   */
  private static String path(HttpServerExchange http) {
    String uri = http.getRequestURI();
    return uri.indexOf(';') < 0
        ? http.getRequestPath()
        : URLUtils.decode(uri, "UTF-8", false, false, new StringBuilder());
  }

  static void writeHead(HttpServerExchange http, Response response, Instant now) {
    http.setStatusCode(response.status());
    HeaderMap headers = http.getResponseHeaders();
    headers.put(Headers.DATE, HttpDate.format(now));
    if (!response.contentType().isEmpty()) {
      headers.put(Headers.CONTENT_TYPE, response.contentType());
    }
    response.headers().forEach((name, value) -> headers.put(HttpString.tryFromString(name), value));
  }
}
