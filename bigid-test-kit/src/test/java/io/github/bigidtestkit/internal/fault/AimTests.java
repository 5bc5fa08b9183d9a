package io.github.bigidtestkit.internal.fault;

import static io.github.bigidtestkit.internal.fault.FaultRoom.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.fault.ActiveFault;
import io.github.bigidtestkit.fault.Call;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.FaultInjection;
import io.github.bigidtestkit.fault.WireFault;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Which calls a fault is aimed at, and which of several faults strikes. */
class AimTests {

  private static final Fault FAULT = Fault.status(503);
  private static final Instant ONE = NOON.plusSeconds(3_600);

  private final FaultRoom room = new FaultRoom();

  @Test
  void an_endpoint() {
    room.inject(FAULT).on(Endpoint.REFRESH).start();
    assertThat(room.login("alice")).isNull();
    assertThat(room.refresh().fault()).isEqualTo(FAULT);
  }

  @Test
  void any_endpoint_undoes_another() {
    ActiveFault fault = room.inject(FAULT).on(Endpoint.REFRESH).on(Endpoint.ANY).start();
    assertThat(room.login("alice")).isNotNull();
    assertThat(fault.label()).isEqualTo("status 503, on any call");
  }

  @Test
  void a_user() {
    ActiveFault fault = room.inject(FAULT).forUser("bob").start();
    assertThat(room.login("alice")).isNull();
    assertThat(room.login((String) null)).isNull();
    assertThat(room.login("bob")).isNotNull();
    assertThat(fault.label()).isEqualTo("status 503, on any call of user bob");
  }

  @Test
  void a_window_of_the_clock_includes_its_start_and_excludes_its_end() {
    ActiveFault fault = room.inject(FAULT).between(NOON, ONE).start();
    assertThat(room.login(NOON.minusNanos(1))).isNull();
    assertThat(room.login(NOON)).isNotNull();
    assertThat(room.login(ONE.minusNanos(1))).isNotNull();
    assertThat(room.login(ONE)).isNull();
    assertThat(fault.label())
        .isEqualTo("status 503, on any call between 2030-06-01T12:00:00Z and 2030-06-01T13:00:00Z");
  }

  @Test
  void an_empty_window_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> room.inject(FAULT).between(ONE, NOON))
        .withMessage(
            "The window from [2030-06-01T13:00:00Z] until before [2030-06-01T12:00:00Z] is empty. Give the earlier instant first.");
    assertThatIllegalArgumentException().isThrownBy(() -> room.inject(FAULT).between(ONE, ONE));
  }

  @Test
  void what_a_predicate_says_of_a_call() {
    Call[] seen = new Call[1];
    ActiveFault fault =
        room.inject(FAULT)
            .when(
                call -> {
                  seen[0] = call;
                  return "bob".equals(call.user());
                })
            .start();
    assertThat(room.login("alice")).isNull();
    assertThat(seen[0]).isEqualTo(FaultRoom.call(Endpoint.SESSIONS, "alice", NOON));
    assertThat(room.login("bob")).isNotNull();
    assertThat(fault.label()).isEqualTo("status 503, on any call that the predicate matches");
  }

  @Test
  void calls_that_are_not_aimed_at_are_not_counted() {
    room.inject(FAULT).on(Endpoint.SESSIONS).forUser("alice").nth(2).start();
    assertThat(room.login("alice")).isNull();
    assertThat(room.login("bob")).isNull();
    assertThat(room.refresh()).isNull();
    assertThat(room.login("alice")).isNotNull();
  }

  @Test
  void a_predicate_that_fails_is_named_and_strikes_nothing() {
    ActiveFault fault =
        room.inject(FAULT)
            .when(
                call -> {
                  throw new IllegalStateException("boom");
                })
            .start();
    assertThatThrownBy(() -> room.login("alice"))
        .isExactlyInstanceOf(FailedPredicateException.class)
        .hasMessage(
            "The predicate of fault [status 503, on any call that the predicate matches] failed: java.lang.IllegalStateException: boom. Let it return false for calls that it does not know.")
        .hasCauseExactlyInstanceOf(IllegalStateException.class);
    assertThat(fault.struck()).isZero();
  }

  @Test
  void of_several_the_one_started_last_strikes_until_it_is_over() {
    ActiveFault first = room.inject(FAULT).start();
    ActiveFault last = room.inject(Fault.status(500)).times(1).start();
    assertThat(room.faults().active()).containsExactly(last, first);
    assertThat(room.logins(2)).containsExactly("500", "503");
    assertThat(List.of(first.isActive(), last.isActive())).containsExactly(true, false);
    assertThat(List.of(first.struck(), last.struck())).containsExactly(1, 1);
  }

  @Test
  void what_is_cleared_strikes_no_more() {
    ActiveFault one = room.inject(FAULT).start();
    ActiveFault two = room.inject(FAULT).start();
    two.clear();
    two.clear();
    assertThat(room.faults().active()).containsExactly(one);
    assertThat(two.isActive()).isFalse();
    room.faults().clear();
    assertThat(room.logins(1)).containsExactly(".");
    assertThat(room.faults().isEmpty()).isTrue();
    assertThat(room.faults()).hasToString("Faults[]");
  }

  @Test
  void a_reset_before_the_request_knows_no_user() {
    Fault reset = Fault.connection(WireFault.Kind.RESET_BEFORE_REQUEST);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> room.inject(reset).forUser("alice"))
        .withMessage(
            "Fault [connection reset before the request was read] can't be limited to a user: it applies before it is known who calls.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> room.inject(FAULT).forUser("alice").times(1).then(reset).start());
    assertThat(room.faults().active()).isEmpty();
  }

  @Test
  void refused_connections_are_refused_for_all_or_not_at_all() {
    List<UnaryOperator<FaultInjection>> narrowed =
        List.of(
            i -> i.on(Endpoint.SESSIONS),
            i -> i.forUser("alice"),
            i -> i.when(call -> true),
            i -> i.between(NOON, ONE),
            i -> i.times(1),
            i -> i.nth(1),
            i -> i.nth(2).untilCleared(),
            i -> i.every(2),
            i -> i.times(1).then(FAULT));
    Fault refused = Fault.connection(WireFault.Kind.REFUSED);
    for (UnaryOperator<FaultInjection> each : narrowed) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> each.apply(room.inject(refused)).start())
          .withMessageMatching(
              "Fault \\[connection refused\\] can't be (part of a script or )?limited to some calls: nothing of them is seen\\. Clear it when it has lasted long enough\\.");
    }
    assertThat(room.refusals).isEmpty();
    room.inject(refused).on(Endpoint.ANY).start().close();
    assertThat(room.refusals).containsExactly(true, false);
  }
}
