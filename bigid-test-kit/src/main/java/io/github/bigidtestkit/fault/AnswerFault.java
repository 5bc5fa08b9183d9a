package io.github.bigidtestkit.fault;

import io.github.bigidtestkit.internal.config.HttpRules;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Another answer instead of the real one; the endpoint does not get to see the call.
 *
 * @param status the HTTP status, from 200 to 599
 * @param contentType the {@code Content-Type}
 * @param headers further headers
 * @param body the body
 * @param retryAfter after which time the client is asked to come again, or null
 * @param retryAfterAsDate whether {@code Retry-After} is an HTTP-date by the sandbox clock, instead
 *     of seconds
 */
public record AnswerFault(
    int status,
    String contentType,
    Map<String, String> headers,
    String body,
    @Nullable Duration retryAfter,
    boolean retryAfterAsDate)
    implements Fault {

  private static final Duration LONGEST_WAIT = Duration.ofDays(10_000);
  private static final String JSON = "application/json";

  /** Begins as a client of the training sandbox expects it; what follows is the kit's. */
  private static final String GATEWAY_PAGE =
      "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n";

  /**
   * Validates and copies.
   *
   * @throws IllegalArgumentException if the status is not from 200 to 599, a wait is negative,
   *     above 10,000 days or not in whole seconds, or a header is invalid
   */
  public AnswerFault {
    HttpRules.requireStatus(status);
    if (retryAfter != null && retryAfter.isNegative()) {
      throw new IllegalArgumentException(
          "Retry-After [%s] is negative. Give zero or more.".formatted(retryAfter));
    }
    if (retryAfter != null && retryAfter.compareTo(LONGEST_WAIT) > 0) {
      throw new IllegalArgumentException(
          "Retry-After [%s] is too long. Give at most 10000 days.".formatted(retryAfter));
    }
    if (retryAfter != null && !retryAfter.equals(Duration.ofSeconds(retryAfter.toSeconds()))) {
      throw new IllegalArgumentException(
          "Retry-After [%s] can't be sent, as HTTP counts whole seconds. Give a multiple of a second."
              .formatted(retryAfter));
    }
    headers = Map.copyOf(headers);
    headers.forEach(HttpRules::requireHeader);
    HttpRules.requireHeader("Content-Type", contentType);
  }

  static AnswerFault of(int status) {
    String body = "{\"success\":false,\"message\":\"Injected status %s\"}".formatted(status);
    return new AnswerFault(status, JSON, Map.of(), body, null, false);
  }

  static AnswerFault gatewayPage(int status) {
    return new AnswerFault(status, "text/html", Map.of(), GATEWAY_PAGE, null, false);
  }

  static AnswerFault notSuccessful(String message) {
    String escaped = message.replace("\\", "\\\\").replace("\"", "\\\"");
    return of(200).withBody("{\"success\":false,\"message\":\"%s\"}".formatted(escaped));
  }

  /** The same with another body. */
  public AnswerFault withBody(String other) {
    return new AnswerFault(status, contentType, headers, other, retryAfter, retryAfterAsDate);
  }

  /** The same with another {@code Content-Type}. */
  public AnswerFault withContentType(String other) {
    return new AnswerFault(status, other, headers, body, retryAfter, retryAfterAsDate);
  }

  /** The same with one more header. */
  public AnswerFault withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new AnswerFault(status, contentType, more, body, retryAfter, retryAfterAsDate);
  }

  /** The same with {@code Retry-After} in seconds; the wait must be a whole number of them. */
  public AnswerFault withRetryAfter(Duration wait) {
    return new AnswerFault(status, contentType, headers, body, wait, false);
  }

  /**
   * The same with {@code Retry-After} as an HTTP-date by the sandbox clock.
   *
   * <p>The wait must be in whole seconds; the date is rounded up to one.
   */
  public AnswerFault withRetryAfterDate(Duration wait) {
    return new AnswerFault(status, contentType, headers, body, wait, true);
  }

  @Override
  public String label() {
    boolean page = contentType.startsWith("text/html");
    return "status " + status + (page ? " with a gateway page" : "");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.answer(this);
  }
}
