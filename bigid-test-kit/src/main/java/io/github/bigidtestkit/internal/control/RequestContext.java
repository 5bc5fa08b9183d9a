package io.github.bigidtestkit.internal.control;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.internal.http.ControlCall;
import io.github.bigidtestkit.internal.http.ControlCall.Unreadable;
import io.github.bigidtestkit.internal.json.JsonText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A call whose route is found.
 *
 * @param bigId the sandbox
 * @param variable the variable of the path, decoded; empty if there is none
 * @param query the parameters, decoded
 */
record RequestContext(
    FakeBigId bigId, ControlCall call, String variable, Map<String, String> query) {

  private static final List<String> JSON =
      List.of("application/json", "application/merge-patch+json");

  private static final byte[] EMPTY_OBJECT = {'{', '}'};

  private static final class Empty {}

  /** A parameter that is required. */
  String parameter(String name) {
    String value = query.get(name);
    if (value == null) {
      throw Problem.of(400, "The query parameter [%s] is missing. Add it.".formatted(name));
    }
    return value;
  }

  /** A parameter that is a whole number within bounds. */
  long number(String name, long otherwise, long least, long most) {
    String text = query.getOrDefault(name, String.valueOf(otherwise));
    long number = text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    if (number < least || number > most) {
      throw Problem.of(
          400,
          "The query parameter [%s] is not a whole number from %s to %s. Fix it, or leave it out for %s."
              .formatted(name, least, most, otherwise));
    }
    return number;
  }

  /** The JSON object in the body; without a body, an empty object. */
  <T> T body(Class<T> type) {
    byte[] body = call.body();
    if (body == null) {
      Unreadable problem = Objects.requireNonNull(call.unreadable());
      String cure =
          switch (problem.status()) {
            case 413 -> "Send less.";
            case 415 -> "Send it as it is.";
            default -> "Send it whole.";
          };
      throw Problem.of(problem.status(), "%s. %s".formatted(problem.why(), cure));
    }
    if (body.length == 0) {
      return JsonText.of("", EMPTY_OBJECT).as(type);
    }
    String contentType = String.valueOf(call.header("Content-Type"));
    if (!JSON.contains(contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))) {
      throw Problem.of(
          415, "The body is not declared to be JSON. Send Content-Type: application/json.");
    }
    return JsonText.of("", body).as(type);
  }

  /** Refuses a body with something in it. */
  void requireEmptyBody() {
    body(Empty.class);
  }
}
