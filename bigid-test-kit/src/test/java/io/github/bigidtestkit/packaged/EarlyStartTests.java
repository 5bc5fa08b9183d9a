package io.github.bigidtestkit.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandbox;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What JUnit's looking for tests begins, each in a fresh JVM. */
@Timeout(120)
class EarlyStartTests {

  private static final String HERE = "io.github.bigidtestkit.packaged.EarlyStartTests$";

  @BigIdSandbox
  static class SandboxTestCase {
    @Test
    void is_not_run(@BaseUrl String baseUrl) {
      throw new AssertionError(baseUrl);
    }
  }

  static class InheritingTestCase extends SandboxTestCase {}

  static class EnclosingTestCase {
    @Nested
    @BigIdSandbox
    class Inner {
      @Test
      void is_not_run() {
        throw new AssertionError();
      }
    }
  }

  static class PlainTestCase {
    @Test
    void is_not_run() {
      throw new AssertionError();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SandboxTestCase",
        "SandboxTestCase#is_not_run(java.lang.String)",
        "InheritingTestCase"
      })
  void a_class_with_a_sandbox_has_its_server_made_ready_at_once(String asked) {
    List<String> lines = Child.run(Discovery.class, List.of(HERE + asked, Discovery.WAIT));
    assertThat(lines).contains(Discovery.LOOKED_FOR + HERE + asked, Discovery.SERVING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        HERE + "PlainTestCase",
        HERE + "PlainTestCase#is_not_run",
        HERE + "EnclosingTestCase",
        "io.github.bigidtestkit.nowhere.*",
        "io.github.bigidtestkit.NoSuchClass"
      })
  void nothing_is_begun_where_no_class_with_a_sandbox_is_asked_for_by_name(String asked) {
    List<String> lines = Child.run(Discovery.class, List.of(asked, ""), "-Xlog:class+load");
    assertThat(lines)
        .contains(Discovery.LOOKED_FOR + asked)
        .doesNotContain(Discovery.SERVING)
        .noneMatch(line -> line.contains(".io.undertow.") || line.contains(".org.xnio."));
  }
}
