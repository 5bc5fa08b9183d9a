package io.github.bigidtestkit.internal.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.fault.ActiveFault;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.FaultInjection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which of the calls that it is aimed at a fault strikes. */
class ScheduleTests {

  private static final Fault FAULT = Fault.status(503);

  private final FaultRoom room = new FaultRoom();

  private static Arguments schedule(
      String pattern, String label, UnaryOperator<FaultInjection> said) {
    return Arguments.of(pattern, label, said);
  }

  static Stream<Arguments> schedules() {
    return Stream.of(
        schedule("xxxxxxxx", "", i -> i),
        schedule("xx......", ", 2 time(s)", i -> i.times(2)),
        schedule("..x.....", ", from call 3 on 1 time(s)", i -> i.nth(3)),
        schedule("x.......", ", 1 time(s)", i -> i.nth(1)),
        schedule("..xx....", ", from call 3 on 2 time(s)", i -> i.nth(3).times(2)),
        schedule("..xx....", ", from call 3 on 2 time(s)", i -> i.times(2).nth(3)),
        schedule("..xxxxxx", ", from call 3 on", i -> i.nth(3).untilCleared()),
        schedule(".x.x.x.x", ", every 2 calls", i -> i.every(2)),
        schedule("xxxxxxxx", "", i -> i.every(1)),
        schedule(".x.x....", ", every 2 calls 2 time(s)", i -> i.every(2).times(2)),
        schedule(".x.x....", ", every 2 calls 2 time(s)", i -> i.times(2).every(2)),
        schedule("xxxxxxxx", "", i -> i.times(2).untilCleared()));
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void strikes_as_said(String pattern, String label, UnaryOperator<FaultInjection> said) {
    ActiveFault fault = said.apply(room.inject(FAULT)).start();
    assertThat(fault.label()).isEqualTo("status 503" + label + ", on any call");
    String struck = String.join("", room.logins(pattern.length())).replace("503", "x");
    assertThat(struck).isEqualTo(pattern);
    assertThat(fault.struck()).isEqualTo((int) pattern.chars().filter(c -> c == 'x').count());
  }

  @Test
  void a_script_goes_on_to_the_next_and_counts_anew() {
    ActiveFault fault =
        room.inject(FAULT)
            .on(Endpoint.SESSIONS)
            .times(2)
            .then(Fault.status(500))
            .nth(2)
            .then(Fault.status(502))
            .every(2)
            .times(2)
            .start();
    assertThat(fault.label())
        .isEqualTo(
            "status 503, 2 time(s), then status 500, from call 2 on 1 time(s), then status 502, every 2 calls 2 time(s), on SESSIONS");
    assertThat(room.logins(10))
        .containsExactly("503", "503", ".", "500", ".", "502", ".", "502", ".", ".");
    assertThat(fault).hasToString("ActiveFault[%s, struck 5 time(s)]".formatted(fault.label()));
    assertThat(fault.isActive()).isFalse();
    fault.close();
  }

  @Test
  void the_last_of_a_script_may_go_on_for_ever() {
    room.inject(FAULT).times(1).then(Fault.status(500)).start();
    assertThat(room.logins(4)).containsExactly("503", "500", "500", "500");
  }

  @Test
  void nothing_follows_what_has_no_end() {
    assertThatIllegalStateException()
        .isThrownBy(() -> room.inject(FAULT).then(Fault.status(500)))
        .withMessage(
            "Fault [status 503] has no end, so [status 500] would never follow. Call times(n) first.");
    assertThatIllegalStateException()
        .isThrownBy(() -> room.inject(FAULT).every(2).then(Fault.status(500)))
        .withMessageStartingWith("Fault [status 503] has no end");
  }

  @Test
  void a_script_is_aimed_before_its_second_step() {
    assertThatIllegalStateException()
        .isThrownBy(() -> room.inject(FAULT).times(1).then(Fault.status(500)).on(Endpoint.SESSIONS))
        .withMessage(
            "All steps of a script apply to the same calls. Limit it before the first then, or inject [status 500] by itself.");
  }

  @Test
  void a_first_call_and_a_rhythm_contradict_each_other() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> room.inject(FAULT).nth(3).every(2))
        .withMessage("nth [3] and every [2] contradict each other. Remove one.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> room.inject(FAULT).every(2).nth(3))
        .withMessage("nth [3] and every [2] contradict each other. Remove one.");
  }

  @Test
  void counts_below_one_are_refused() {
    String rule =
        "%s [%d] is too small. Calls are counted from 1, and a fault applies at least once.";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> room.inject(FAULT).times(0))
        .withMessage(rule.formatted("times", 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> room.inject(FAULT).nth(-1))
        .withMessage(rule.formatted("nth", -1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> room.inject(FAULT).every(0))
        .withMessage(rule.formatted("every", 0));
  }

  @Test
  void one_injection_can_be_started_twice() {
    FaultInjection injection = room.inject(FAULT).times(1);
    ActiveFault first = injection.start();
    ActiveFault second = injection.start();
    assertThat(second.label()).isEqualTo(first.label());
    assertThat(room.logins(3)).containsExactly("503", "503", ".");
  }

  @Test
  void a_thousand_calls_at_once_are_struck_exactly_as_often_as_said() throws Exception {
    ActiveFault fault = room.inject(FAULT).times(100).start();
    AtomicInteger struck = new AtomicInteger();
    ExecutorService pool = Executors.newFixedThreadPool(16);
    try {
      Callable<Integer> call =
          () -> room.login("alice") == null ? struck.get() : struck.incrementAndGet();
      List<Callable<Integer>> calls = IntStream.range(0, 1_000).mapToObj(i -> call).toList();
      for (Future<Integer> done : pool.invokeAll(calls)) {
        done.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(struck).hasValue(100);
    assertThat(fault.struck()).isEqualTo(100);
  }
}
