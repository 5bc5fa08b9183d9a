package io.github.bigidtestkit.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every call and every further sandbox may take, in counts. */
@Timeout(180)
class SteadyTests {

  private static List<String> lines;

  @BeforeAll
  static void call_in_a_fresh_jvm() {
    lines = Child.runAlone(SteadyCalls.class, "-Xint");
  }

  @Test
  void a_login_allocates_little() {
    assertThat(Child.number(lines, SteadyCalls.LOGIN)).isBetween(1_000L, 17_000L);
  }

  @Test
  void a_refresh_allocates_little() {
    assertThat(Child.number(lines, SteadyCalls.REFRESH)).isBetween(1_000L, 17_000L);
  }

  /** One listening socket each; the threads and what they wait with are shared. */
  @Test
  void a_further_sandbox_takes_one_descriptor() {
    assumeThat(lines).anyMatch(line -> line.startsWith(SteadyCalls.DESCRIPTORS));
    assertThat(Child.number(lines, SteadyCalls.DESCRIPTORS)).isEqualTo(10);
  }
}
