package io.github.bigidtestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.assertj.core.data.TemporalUnitOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxClockTests {

  private static final Instant NEW_YEAR = Instant.parse("2030-01-01T00:00:00Z");

  /** Far more than a slow machine needs between two lines, far less than any step here. */
  private static final TemporalUnitOffset A_MOMENT = within(1, ChronoUnit.MINUTES);

  private final SandboxClock clock = SandboxClock.started();

  @Test
  void starts_with_the_system_time_in_utc_and_runs() {
    assertThat(clock.instant()).isCloseTo(Instant.now(), A_MOMENT);
    assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
    assertThat(clock.isFrozen()).isFalse();
    assertRuns();
  }

  @Test
  void advances_by_exactly_the_step_while_frozen() {
    clock.freeze();
    clock.set(NEW_YEAR);
    clock.advance(Duration.ofNanos(1));
    clock.advance(Duration.ZERO);
    clock.advance(Duration.ofMinutes(16));
    assertThat(clock.instant()).isEqualTo(NEW_YEAR.plus(Duration.ofMinutes(16)).plusNanos(1));
    assertThat(clock.millis()).isEqualTo(NEW_YEAR.plus(Duration.ofMinutes(16)).toEpochMilli());
  }

  @Test
  void runs_on_from_where_it_was_advanced_or_set_to() {
    clock.advance(Duration.ofDays(3));
    assertThat(clock.instant()).isCloseTo(Instant.now().plus(Duration.ofDays(3)), A_MOMENT);
    clock.set(NEW_YEAR);
    assertThat(clock.instant()).isBetween(NEW_YEAR, NEW_YEAR.plusSeconds(60));
    assertRuns();
  }

  @Test
  void refuses_to_advance_backwards() {
    clock.freeze();
    clock.set(NEW_YEAR);
    assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The sandbox clock can't advance by [PT-1S]. To go back, use set(Instant).");
    assertThat(clock.instant()).isEqualTo(NEW_YEAR);
  }

  @Test
  void can_be_set_back() {
    clock.freeze();
    clock.set(NEW_YEAR);
    clock.set(NEW_YEAR.minusSeconds(1));
    assertThat(clock.instant()).isEqualTo(NEW_YEAR.minusSeconds(1));
    assertThat(clock.isFrozen()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1969-12-31T23:59:59.999999999Z",
        "9999-12-31T23:59:59.000000001Z",
        "-1000000000-01-01T00:00:00Z",
        "+1000000000-12-31T23:59:59.999999999Z"
      })
  void refuses_instants_out_of_bounds(Instant instant) {
    clock.freeze();
    Instant before = clock.instant();
    assertThatThrownBy(() -> clock.set(instant))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The sandbox clock can't be set to [%s]. It takes instants from 1970-01-01T00:00:00Z to 9999-12-31T23:59:59Z.",
            instant);
    assertThat(clock.instant()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1970-01-01T00:00:00Z", "9999-12-31T23:59:59Z"})
  void takes_the_bounds_themselves(Instant bound) {
    clock.freeze();
    clock.set(bound);
    assertThat(clock.instant()).isEqualTo(bound);
  }

  @Test
  void refuses_steps_that_lead_past_the_year_9999() {
    for (Duration step :
        new Duration[] {Duration.ofDays(4_000_000), Duration.ofSeconds(Long.MAX_VALUE)}) {
      assertThatThrownBy(() -> clock.advance(step))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageEndingWith(
              "It takes instants from 1970-01-01T00:00:00Z to 9999-12-31T23:59:59Z.");
    }
    assertThat(clock.instant()).isCloseTo(Instant.now(), A_MOMENT);
  }

  @Test
  void stands_still_while_frozen_and_resumes_from_where_it_stood() {
    clock.freeze();
    Instant stood = clock.instant();
    awaitSystemTimeAfter(stood.plusMillis(2));
    clock.freeze();
    assertThat(clock.instant()).isEqualTo(stood);
    clock.set(NEW_YEAR);
    clock.resume();
    assertThat(clock.isFrozen()).isFalse();
    assertThat(clock.instant()).isBetween(NEW_YEAR, NEW_YEAR.plusSeconds(60));
    assertRuns();
  }

  @Test
  void resuming_a_running_clock_does_not_move_it() {
    clock.advance(Duration.ofDays(1));
    clock.resume();
    assertThat(clock.instant()).isCloseTo(Instant.now().plus(Duration.ofDays(1)), A_MOMENT);
  }

  @Test
  void resets_to_the_system_time_running() {
    clock.freeze();
    clock.set(NEW_YEAR);
    clock.reset();
    assertThat(clock.isFrozen()).isFalse();
    assertThat(clock.instant()).isCloseTo(Instant.now(), A_MOMENT);
    assertRuns();
  }

  @Test
  void is_one_clock_in_every_zone() {
    SandboxClock there = clock.withZone(ZoneId.of("Asia/Tokyo"));
    there.freeze();
    there.set(NEW_YEAR);
    assertThat(clock.instant()).isEqualTo(NEW_YEAR);
    clock.advance(Duration.ofHours(1));
    assertThat(there.instant()).isEqualTo(NEW_YEAR.plusSeconds(3_600));
    assertThat(there.getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    assertThat(there).isNotEqualTo(clock);
    assertThat(there.withZone(ZoneOffset.UTC)).isEqualTo(clock).hasSameHashCodeAs(clock);
    assertThat(SandboxClock.started()).isNotEqualTo(clock);
  }

  @Test
  void says_where_it_stands() {
    clock.freeze();
    clock.set(NEW_YEAR);
    assertThat(clock).hasToString("SandboxClock[2030-01-01T00:00:00Z, frozen]");
    clock.resume();
    assertThat(clock.toString()).startsWith("SandboxClock[2030-01-01T00:00").endsWith(", running]");
  }

  private void assertRuns() {
    Instant before = clock.instant();
    awaitSystemTimeAfter(Instant.now().plusMillis(2));
    assertThat(clock.instant()).isAfter(before);
  }

  private static void awaitSystemTimeAfter(Instant instant) {
    while (!Instant.now().isAfter(instant)) {
      Thread.onSpinWait();
    }
  }
}
