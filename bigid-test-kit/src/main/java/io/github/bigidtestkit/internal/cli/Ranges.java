package io.github.bigidtestkit.internal.cli;

import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.internal.config.IsoDuration;
import io.github.bigidtestkit.internal.config.SandboxSettings;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Has the configuration judge what options say, and complain of the option that said it. */
final class Ranges {

  private Ranges() {}

  /**
   * The value, which may be null.
   *
   * @throws IllegalArgumentException if no configuration can have it
   */
  static <T> @Nullable T checked(
      String option, @Nullable T value, BiConsumer<SandboxConfig.Builder, T> set) {
    if (value != null) {
      SandboxConfig.Builder config = SandboxConfig.builder();
      try {
        set.accept(config, value);
        config.build();
      } catch (IllegalArgumentException wrong) {
        String message = String.valueOf(wrong.getMessage());
        throw new IllegalArgumentException(message.replaceFirst("^\\w+(?= \\[)", option), wrong);
      }
    }
    return value;
  }

  /** The same for a duration that is still text. */
  static @Nullable Duration duration(
      String option, @Nullable String text, BiConsumer<SandboxConfig.Builder, Duration> set) {
    return text == null ? null : checked(option, IsoDuration.parse(option, text), set);
  }

  /** Refuses names for a certificate that there is not going to be. */
  static void requireHttps(List<String> hostNames, SandboxSettings all) {
    if (!hostNames.isEmpty() && !Boolean.TRUE.equals(all.https())) {
      throw new IllegalArgumentException(
          "--host-name %s is for the certificate, and without HTTPS there is none. Add --https."
              .formatted(hostNames));
    }
  }
}
