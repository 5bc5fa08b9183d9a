package io.github.bigidtestkit.internal.endpoint;

import io.github.bigidtestkit.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An answer as the endpoints give it. */
@SuppressWarnings("ArrayRecordComponent") // nobody compares these or keeps them
public record Response(int status, String contentType, Map<String, String> headers, byte[] body) {

  static final String JSON = "application/json; charset=utf-8";
  static final String HTML = "text/html; charset=utf-8";

  /** No answer: what a fault leaves that breaks the connection. */
  static final Response NONE = new Response(0, "", Map.of(), new byte[0]);

  /** A status and nothing else. */
  static Response empty(int status) {
    return new Response(status, "", Map.of(), new byte[0]);
  }

  static Response json(byte[] body) {
    return new Response(200, JSON, Map.of(), body);
  }

  static Response json(String body) {
    return json(body.getBytes(StandardCharsets.UTF_8));
  }

  static Response failure(int status, String message) {
    return new Response(status, JSON, Map.of(), Json.failure(message));
  }

  Response with(String header, String value) {
    return new Response(status, contentType, Map.of(header, value), body);
  }

  Response saying(String text) {
    return new Response(status, contentType, headers, text.getBytes(StandardCharsets.UTF_8));
  }

  Response as(String otherContentType) {
    return new Response(status, otherContentType, headers, body);
  }
}
