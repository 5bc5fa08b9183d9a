package io.github.bigidtestkit.internal.json;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;

/** Binds texts, and asserts the whole message with which one is refused. */
final class Refused {

  private Refused() {}

  static <T> T bound(Class<T> type, String text) {
    return JsonText.of("", text.getBytes(StandardCharsets.UTF_8)).as(type);
  }

  static void as(Class<?> type, String text, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> bound(type, text)).withMessage(message);
  }
}
