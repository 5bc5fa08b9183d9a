package io.github.bigidtestkit.internal.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bigidtestkit.internal.http.ControlAnswer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes answers, each with the headers that keep browsers from doing more than is meant. */
public final class Answers {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] NOTHING = new byte[0];

  /** The page loads its own files and calls this API; nothing else, and nobody may frame it. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final Map<String, String> ALWAYS =
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
    return of(status, "application/json", bytes(json));
  }

  /** Done, and there is nothing to say. */
  static ControlAnswer done() {
    return new ControlAnswer(204, ALWAYS, NOTHING, null);
  }

  static ControlAnswer text(String mediaType, String text) {
    return of(200, mediaType + "; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  static ControlAnswer of(int status, String contentType, byte[] body) {
    return with(new ControlAnswer(status, ALWAYS, body, null), "Content-Type", contentType);
  }

  static ControlAnswer moved(String to) {
    return with(new ControlAnswer(308, ALWAYS, NOTHING, null), "Location", to);
  }

  public static ControlAnswer problem(Problem problem) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("title", problem.title());
    details.put("status", problem.status());
    details.put("detail", problem.detail());
    ControlAnswer answer = of(problem.status(), "application/problem+json", bytes(details));
    for (var header : problem.headers().entrySet()) {
      answer = with(answer, header.getKey(), header.getValue());
    }
    return answer;
  }

  static ControlAnswer with(ControlAnswer answer, String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(answer.headers());
    more.put(header, value);
    return new ControlAnswer(answer.status(), more, answer.body(), answer.afterwards());
  }

  /** The same, with something that is done once it was sent. */
  static ControlAnswer then(ControlAnswer answer, Runnable afterwards) {
    return new ControlAnswer(answer.status(), answer.headers(), answer.body(), afterwards);
  }

  private static byte[] bytes(Object json) {
    try {
      return JSON.writeValueAsBytes(json);
    } catch (JsonProcessingException notJson) {
      throw new IllegalStateException(notJson);
    }
  }
}
