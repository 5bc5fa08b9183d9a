package io.github.bigidtestkit.samples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.bigidtestkit.samples.BigIdException.Reason;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * An answer of BigID.
 *
 * @param call the call that it answers, in words
 * @param status the HTTP status
 * @param json the body, or null if it is neither a JSON object nor a JSON array
 * @param retryAfter how long BigID asks to wait before the next attempt, or null
 */
record Answer(String call, int status, @Nullable JsonNode json, @Nullable Duration retryAfter) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  static Answer read(String call, HttpResponse<String> response, Clock clock) {
    Duration wait =
        response.headers().firstValue("Retry-After").map(it -> wait(it, clock)).orElse(null);
    return new Answer(call, response.statusCode(), parse(response.body()), wait);
  }

  static Answer read(String call, int status, String body) {
    return new Answer(call, status, parse(body), null);
  }

  /** Either seconds or a date. */
  private static @Nullable Duration wait(String retryAfter, Clock clock) {
    if (retryAfter.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(retryAfter));
    }
    try {
      Instant date = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(retryAfter));
      Duration wait = Duration.between(clock.instant(), date);
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeException neither) {
      return null;
    }
  }

  /** Not by the content type: the training sandbox sent JSON as {@code text/html} (recording). */
  private static @Nullable JsonNode parse(String body) {
    try {
      JsonNode json = JSON.readTree(body);
      return json.isContainerNode() ? json : null;
    } catch (JsonProcessingException notJson) {
      return null;
    }
  }

  /** Whether BigID did not accept the token or the login; it may say so with a status of 200. */
  boolean rejected() {
    return status == 401 || (successful() && saysFailure());
  }

  /** Whether it may help to try again: BigID is overloaded, down, or hidden by a gateway's page. */
  boolean unavailable() {
    return status == 429 || status >= 500 || (successful() && json == null);
  }

  private boolean successful() {
    return status >= 200 && status < 300;
  }

  private boolean saysFailure() {
    return json != null && json.path("success").isBoolean() && !json.path("success").booleanValue();
  }

  /** The body of a call that worked; otherwise throws. */
  JsonNode require() {
    if (rejected()) {
      throw failure(Reason.NOT_AUTHENTICATED, "BigID rejected %s".formatted(call));
    }
    if (status == 403) {
      throw failure(Reason.NOT_PERMITTED, "The user is not permitted to %s".formatted(call));
    }
    if (!successful()) {
      throw failure(Reason.UNAVAILABLE, "BigID answered %s with %d".formatted(call, status));
    }
    if (json == null) {
      // The page of a gateway, which also comes with a status of 200.
      throw failure(
          Reason.UNAVAILABLE,
          "BigID answered %s with %d, but not with JSON".formatted(call, status));
    }
    return json;
  }

  /** A text in the body of a call that worked; otherwise throws. */
  String requireText(String field) {
    JsonNode value = require().path(field);
    if (!value.isTextual()) {
      throw failure(Reason.UNAVAILABLE, "BigID answered %s without a [%s]".formatted(call, field));
    }
    return value.textValue();
  }

  private static BigIdException failure(Reason reason, String message) {
    return new BigIdException(reason, message);
  }
}
