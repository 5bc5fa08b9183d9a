package io.github.bigidtestkit.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.journal.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who has a lifeline, which calls are in flight together, and which pauses are shown. */
class SequenceDiagramTests {

  private static final Duration TEN = Duration.ofMillis(10);

  @Test
  void one_user_is_the_client_even_where_some_calls_have_none() {
    Lifelines lifelines = lifelines("alice", null);
    assertThat(lifelines.names()).containsExactly("client: alice");
    assertThat(lifelines.indexOf(null)).isZero();
    assertThat(lifelines((String) null).names()).containsExactly("client");
  }

  @Test
  void several_users_have_a_lifeline_each_and_unknown_ones_share_one() {
    Lifelines lifelines = lifelines("alice", null, "bob", "alice");
    assertThat(lifelines.names()).containsExactly("alice", "bob", "user not known");
    assertThat(lifelines.indexOf("bob")).isEqualTo(1);
    assertThat(lifelines.indexOf(null)).isEqualTo(2);
  }

  @Test
  void users_after_the_sixth_share_a_lifeline() {
    Lifelines lifelines = lifelines("a", "b", "c", "d", "e", "f", "g", "h", null);
    assertThat(lifelines.names())
        .containsExactly("a", "b", "c", "d", "e", "f", "2 others", "user not known");
    assertThat(lifelines.indexOf("g")).isEqualTo(6);
    assertThat(lifelines.indexOf("h")).isEqualTo(6);
    assertThat(lifelines("a", "b", "c", "d", "e", "f").names()).hasSize(6);
  }

  @Test
  void calls_in_flight_together_come_before_their_answers_and_side_by_side() {
    List<Step> steps =
        Step.of(
            List.of(
                Calls.call(1, "a", Duration.ZERO, TEN.multipliedBy(3)),
                Calls.call(2, "b", TEN, TEN),
                Calls.call(3, "c", TEN.multipliedBy(4), TEN)));
    assertThat(steps)
        .extracting(step -> (step.answer() ? "answer " : "call ") + step.exchange().number())
        .containsExactly("call 1", "call 2", "answer 2", "answer 1", "call 3", "answer 3");
    assertThat(steps).extracting(Step::lane).containsExactly(0, 1, 1, 0, 0, 0);
    assertThat(steps)
        .extracting(step -> step.after().cardinality())
        .containsExactly(1, 2, 1, 0, 1, 0);
  }

  @Test
  void more_calls_in_flight_than_there_are_lanes_share_the_last() {
    List<Exchange> exchanges = new ArrayList<>();
    for (int i = 1; i <= 20; i++) {
      exchanges.add(Calls.call(i, "a", Duration.ofMillis(i), Duration.ofSeconds(1)));
    }
    List<Step> steps = Step.of(exchanges);
    assertThat(steps).extracting(Step::lane).contains(0, 19);
    assertThat(steps.get(39).after()).isEqualTo(new BitSet());
    assertThat(steps.get(38).after().cardinality()).isEqualTo(1);
    assertThat(SequenceDiagram.of(exchanges)).contains("--lane: 9\"").doesNotContain("--lane: 10");
  }

  @ParameterizedTest
  @CsvSource({
    "PT16M, PT0.1S, '+16 min', 'the clock was moved, to 2030-01-01 10:16:00'",
    "PT3S, PT3.2S, '+3 s', 'passed, until 2030-01-01 10:00:03'",
    "PT25H30M, PT0S, '+1 d 1 h', 'the clock was moved, to 2030-01-02 11:30:00'",
    "PT-1H, PT0S, '−1 h', 'the clock was moved, to 2030-01-01 09:00:00'"
  })
  void a_pause_says_how_long_it_was_and_whether_the_clock_was_moved(
      Duration byClock, Duration real, String label, String cause) {
    Pause pause = pause(byClock, real);
    assertThat(pause.label()).isEqualTo(label);
    assertThat(pause.cause()).isEqualTo(cause);
  }

  @Test
  void less_than_a_second_is_no_pause() {
    assertThat(pause(Duration.ofMillis(999), TEN)).isNull();
    assertThat(pause(Duration.ZERO, Duration.ofMinutes(1))).isNull();
    assertThat(Pause.between(null, call(Calls.START, TEN))).isNull();
  }

  private static Pause pause(Duration byClock, Duration real) {
    return Pause.between(call(Calls.START, Duration.ZERO), call(Calls.START.plus(byClock), real));
  }

  private static Exchange call(Instant at, Duration sinceStart) {
    return Calls.call(1, "a", at, sinceStart, TEN);
  }

  private static Lifelines lifelines(String... users) {
    List<Exchange> exchanges = new ArrayList<>();
    for (String user : users) {
      exchanges.add(Calls.call(exchanges.size() + 1, user, Duration.ZERO, TEN));
    }
    return Lifelines.of(exchanges);
  }
}
