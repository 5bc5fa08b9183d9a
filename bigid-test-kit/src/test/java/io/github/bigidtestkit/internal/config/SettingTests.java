package io.github.bigidtestkit.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.junit.BigIdSandbox;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of settings. */
class SettingTests {

  @Test
  void every_attribute_of_the_annotation_is_a_setting_or_concerns_the_tests() {
    assertThat(Stream.of(BigIdSandbox.class.getDeclaredMethods()).map(Method::getName))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Stream.of(Setting.values())
                        .filter(setting -> setting != Setting.FAULTS)
                        .map(Setting::key),
                    Stream.of("config", "lifecycle", "reset"))
                .toList());
  }

  @Test
  void what_a_running_sandbox_can_not_change_is_fixed() {
    assertThat(Stream.of(Setting.values()).filter(Setting::isFixed))
        .containsExactly(
            Setting.PORT,
            Setting.HTTPS,
            Setting.HOST_NAMES,
            Setting.HTTP2,
            Setting.JOURNAL_CAPACITY);
  }
}
