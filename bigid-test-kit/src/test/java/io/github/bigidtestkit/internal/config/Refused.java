package io.github.bigidtestkit.internal.config;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Asserts the whole message with which a text is refused. */
final class Refused {

  private Refused() {}

  static void settings(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SandboxJson.settings("sandbox.json", text))
        .withMessage("sandbox.json, " + message);
  }

  static void user(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SandboxJson.user("", "", text))
        .withMessage(message);
  }

  static void resource(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SandboxJson.resource("", "resource", text))
        .withMessage(message);
  }

  static void fault(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SandboxJson.fault("", "fault", text))
        .withMessage(message);
  }
}
