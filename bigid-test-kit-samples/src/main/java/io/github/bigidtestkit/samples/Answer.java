package io.github.bigidtestkit.samples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.bigidtestkit.samples.BigIdException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * An answer of BigID.
 *
 * @param call the call that it answers, in words
 * @param status the HTTP status
 * @param json the body, or null if it is neither a JSON object nor a JSON array
 */
record Answer(String call, int status, @Nullable JsonNode json) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  static Answer read(String call, int status, String body) {
    return new Answer(call, status, parse(body));
  }

  /** Not by the content type: BigID sends JSON as {@code text/html}. */
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
