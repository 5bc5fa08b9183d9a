package io.github.bigidtestkit.internal.control;

import io.github.bigidtestkit.internal.http.ControlAnswer;
import io.github.bigidtestkit.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Makes answers. Each has the headers that keep browsers from doing more than is intended. */
final class Answers {

  private static final byte[] NOTHING = new byte[0];

  /** The page loads its own files and calls this API; nothing else, and nobody may frame it. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final Map<String, String> HEADERS =
      Map.of(
          "Cache-Control", "no-store",
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Content-Security-Policy", POLICY);

  private Answers() {}

  static ControlAnswer ok(Object json) {
    return json(200, json);
  }

  static ControlAnswer json(int status, Object json) {
    return of(status, "application/json", Json.map(json));
  }

  static ControlAnswer done() {
    return new ControlAnswer(204, HEADERS, NOTHING, null);
  }

  static ControlAnswer text(String mediaType, String text) {
    return of(200, mediaType + "; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A file beside this class. It is read again for each call, because few sandboxes are watched.
   */
  static ControlAnswer file(String mediaType, String name) {
    try (InputStream file = Answers.class.getResourceAsStream(name)) {
      byte[] bytes = Objects.requireNonNull(file, name).readAllBytes();
      return text(mediaType, new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static ControlAnswer moved(String to) {
    return with(new ControlAnswer(308, HEADERS, NOTHING, null), "Location", to);
  }

  static ControlAnswer problem(int status, String detail) {
    byte[] details = Json.map(Views.object("status", status, "detail", detail));
    return of(status, "application/problem+json", details);
  }

  private static ControlAnswer of(int status, String contentType, byte[] body) {
    return with(new ControlAnswer(status, HEADERS, body, null), "Content-Type", contentType);
  }

  /** The same with a header. */
  static ControlAnswer with(ControlAnswer answer, String header, String value) {
    Map<String, String> headers = new HashMap<>(answer.headers());
    headers.put(header, value);
    return new ControlAnswer(answer.status(), headers, answer.body(), answer.afterwards());
  }

  /** The same with something that is done once the answer was sent. */
  static ControlAnswer then(ControlAnswer answer, Runnable afterwards) {
    return new ControlAnswer(answer.status(), answer.headers(), answer.body(), afterwards);
  }
}
