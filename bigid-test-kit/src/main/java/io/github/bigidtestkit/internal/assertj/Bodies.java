package io.github.bigidtestkit.internal.assertj;

import io.github.bigidtestkit.internal.json.Json;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares what clients sent. */
public final class Bodies {

  private Bodies() {}

  /** What a body is instead of JSON that is equal, or null if it is equal. */
  public static @Nullable String difference(String expected, @Nullable String body) {
    Object wanted;
    try {
      wanted = Json.readAny(expected);
    } catch (IOException notJson) {
      throw new IllegalArgumentException(
          "expected body [%s] is not JSON (%s). Fix it.".formatted(expected, Json.reason(notJson)),
          notJson);
    }
    if (body == null) {
      return "there is none";
    }
    try {
      return Objects.equals(wanted, Json.readAny(body)) ? null : "it is " + body;
    } catch (IOException notJson) {
      return "it is not JSON (%s): %s".formatted(Json.reason(notJson), body);
    }
  }
}
