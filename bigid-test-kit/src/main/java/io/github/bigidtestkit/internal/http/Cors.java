package io.github.bigidtestkit.internal.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.util.List;

/** Lets pages of other origins call the sandbox, as browsers ask it to. */
final class Cors {

  private Cors() {}

  /** Answers a preflight of an allowed origin. It is no call; that of any other origin is one. */
  static boolean preflight(HttpServerExchange http, List<String> origins) {
    String method = http.getRequestHeaders().getFirst("Access-Control-Request-Method");
    boolean asks = method != null && Methods.OPTIONS.equals(http.getRequestMethod());
    if (!asks || !allows(http, origins)) {
      return false;
    }
    mark(http, origins);
    put(http, "Allow-Methods", method);
    put(http, "Allow-Headers", "Authorization, Content-Type, x-access-token");
    http.setStatusCode(204).endExchange();
    return true;
  }

  /** Says in an answer whether the page may read it. */
  static void mark(HttpServerExchange http, List<String> origins) {
    if (!origins.isEmpty()) {
      http.getResponseHeaders().add(Headers.VARY, "Origin");
    }
    if (allows(http, origins)) {
      put(http, "Allow-Origin", http.getRequestHeaders().getFirst(Headers.ORIGIN));
      put(http, "Allow-Credentials", "true");
      put(http, "Expose-Headers", "Retry-After, WWW-Authenticate");
    }
  }

  private static boolean allows(HttpServerExchange http, List<String> origins) {
    String origin = http.getRequestHeaders().getFirst(Headers.ORIGIN);
    return origin != null && (origins.contains(origin) || origins.contains("*"));
  }

  private static void put(HttpServerExchange http, String header, String value) {
    http.getResponseHeaders().put(new HttpString("Access-Control-" + header), value);
  }
}
