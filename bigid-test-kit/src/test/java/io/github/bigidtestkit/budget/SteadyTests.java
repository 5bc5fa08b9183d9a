package io.github.bigidtestkit.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every call, every further sandbox and the class path may take, in counts. */
@Timeout(180)
class SteadyTests {

  private static List<String> lines;

  @BeforeAll
  static void call_in_a_fresh_jvm() {
    lines = Child.run(SteadyCalls.class, "-Xint");
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

  @Test
  void the_class_path_of_users_grows_by_few_jars() {
    assertThat(RuntimeJars.all()).hasSizeBetween(5, 16);
  }

  @Test
  void the_class_path_of_users_grows_by_little() {
    assertThat(RuntimeJars.bytes()).isBetween(1_000_000L, 7_000_000L);
  }
}
