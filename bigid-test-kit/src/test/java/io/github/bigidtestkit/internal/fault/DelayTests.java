package io.github.bigidtestkit.internal.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.fault.ActiveFault;
import io.github.bigidtestkit.fault.DelayFault;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.FaultInjection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long answers are held back. */
class DelayTests {

  private static final Duration LEAST = Duration.ofMillis(100);
  private static final Duration MOST = Duration.ofMillis(200);

  private static List<Duration> pauses(int count, Fault... script) {
    FaultRoom room = new FaultRoom();
    FaultInjection injection = room.inject(script[0]);
    for (int i = 1; i < script.length; i++) {
      injection = injection.times(count).then(script[i]);
    }
    ActiveFault fault = injection.start();
    List<Duration> pauses = new ArrayList<>();
    for (int i = 0; i < count * script.length; i++) {
      pauses.add(room.login("alice").pause());
    }
    assertThat(fault.struck()).isEqualTo(pauses.size());
    return pauses;
  }

  @Test
  void a_fixed_delay_is_always_the_same() {
    assertThat(pauses(100, Fault.delay(MOST))).containsOnly(MOST);
  }

  @Test
  void a_uniform_delay_stays_within_its_bounds_and_uses_them() {
    List<Duration> pauses = pauses(10_000, Fault.delayBetween(LEAST, MOST).withSeed(1));
    assertThat(pauses).allMatch(p -> p.compareTo(LEAST) >= 0 && p.compareTo(MOST) <= 0);
    for (int tenth = 0; tenth < 10; tenth++) {
      Duration from = LEAST.plusMillis(10L * tenth);
      Duration to = from.plusMillis(10);
      assertThat(pauses.stream().filter(p -> p.compareTo(from) >= 0 && p.compareTo(to) < 0).count())
          .isBetween(800L, 1_200L);
    }
  }

  @Test
  void half_of_the_log_normal_delays_are_below_the_median_and_all_are_bounded() {
    List<Duration> pauses = pauses(10_000, Fault.delayAround(LEAST, 1).withSeed(1));
    assertThat(pauses.stream().filter(p -> p.compareTo(LEAST) < 0).count())
        .isBetween(4_800L, 5_200L);
    assertThat(pauses.stream().filter(p -> p.toNanos() < LEAST.toNanos() * Math.E).count())
        .isBetween(8_200L, 8_620L);
    assertThat(pauses(10_000, Fault.delayAround(Duration.ofMinutes(9), 5).withSeed(1)))
        .allMatch(p -> !p.isNegative() && p.compareTo(Duration.ofMinutes(10)) <= 0);
  }

  @Test
  void the_same_seed_gives_the_same_delays_and_another_others() {
    DelayFault fault = Fault.delayBetween(LEAST, MOST).withSeed(42);
    List<Duration> first = pauses(100, fault);
    assertThat(pauses(100, fault)).isEqualTo(first);
    assertThat(pauses(100, fault.withSeed(43))).isNotEqualTo(first);
  }

  @Test
  void each_step_of_a_script_starts_from_the_seed_that_its_label_tells() {
    DelayFault first = Fault.delayBetween(LEAST, MOST).withSeed(1);
    DelayFault second = Fault.delayAround(LEAST, 1).withSeed(2);
    List<Duration> both = pauses(50, first, second);
    assertThat(both.subList(0, 50)).isEqualTo(pauses(50, first));
    assertThat(both.subList(50, 100)).isEqualTo(pauses(50, second));
  }

  @Test
  void the_label_tells_the_seed_so_that_a_run_can_be_had_again() {
    DelayFault any = Fault.delayBetween(LEAST, MOST);
    long seed = Long.parseLong(any.label().replaceAll(".*\\(seed (\\d+)\\)", "$1"));
    assertThat(pauses(10, Fault.delayBetween(LEAST, MOST).withSeed(seed)))
        .isEqualTo(pauses(10, any));
  }
}
