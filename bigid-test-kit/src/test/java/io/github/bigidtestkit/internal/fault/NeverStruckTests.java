package io.github.bigidtestkit.internal.fault;

import static io.github.bigidtestkit.internal.fault.FaultRoom.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.fault.AccountFault;
import io.github.bigidtestkit.fault.ActiveFault;
import io.github.bigidtestkit.fault.Fault;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A test whose fault never struck proves nothing, so it fails and says why it did not. */
class NeverStruckTests {

  private static final Fault FAULT = Fault.status(503);
  private static final String CURE =
      " Let the client make the call, choose other calls, or make it optional.";

  private final FaultRoom room = new FaultRoom();

  private static void assertNeverStruck(ActiveFault fault, String came) {
    assertThatThrownBy(fault::close)
        .isExactlyInstanceOf(AssertionError.class)
        .hasMessage(
            "Fault [%s] never struck, so the test proves nothing. %s%s"
                .formatted(fault.label(), came, CURE));
  }

  @Test
  void no_call_came() {
    assertNeverStruck(room.inject(FAULT).start(), "No call came.");
  }

  @Test
  void a_user_who_is_not_there_is_named_with_those_who_are() {
    ActiveFault fault = room.inject(FAULT).forUser("alcie").start();
    room.login("alice");
    assertNeverStruck(
        fault,
        "These calls came: POST /sessions by alice (it is another user's). There is no user [alcie]; there are [alice, bob].");
  }

  @Test
  void a_step_of_a_script_has_to_strike_too() {
    ActiveFault fault = room.inject(FAULT).times(1).then(Fault.status(500)).nth(3).start();
    room.login("alice");
    room.login("bob");
    assertThatThrownBy(fault::close)
        .hasMessageStartingWith(
            "Fault [status 500, step 2 of the script [%s]] never struck, so the test proves nothing. These calls came: "
                .formatted(fault.label()))
        .hasMessageContaining("it is matching call 1");
  }

  @Test
  void it_is_said_once_and_ends_the_fault_all_the_same() {
    ActiveFault fault = room.inject(FAULT).start();
    assertNeverStruck(fault, "No call came.");
    assertThat(room.faults().active()).isEmpty();
    assertThatCode(fault::close).doesNotThrowAnyException();
    assertThatCode(fault::verifyStruck).doesNotThrowAnyException();
  }

  @Test
  void each_call_that_came_is_named_with_why_it_did_not_match() {
    ActiveFault fault =
        room.inject(FAULT)
            .on(Endpoint.SESSIONS)
            .forUser("alice")
            .between(NOON, NOON.plusSeconds(9))
            .when(call -> false)
            .start();
    room.refresh();
    room.login("bob");
    room.login((String) null);
    room.login(NOON.minusSeconds(1));
    room.login(NOON.plusSeconds(9));
    room.login("alice");
    assertNeverStruck(
        fault,
        "These calls came: POST /refresh by alice (its endpoint is REFRESH); POST /sessions by bob (it is another user's); POST /sessions (its user is not known); POST /sessions by alice (it came before the window); POST /sessions by alice (it came after the window); POST /sessions by alice (the predicate does not match).");
  }

  @Test
  void calls_that_are_not_its_turn_or_within_the_limit_are_named() {
    ActiveFault third = room.inject(FAULT).nth(3).start();
    ActiveFault limit = room.inject(Fault.rateLimit(2, Duration.ofMinutes(1))).start();
    room.logins(2);
    String login = "POST /sessions by alice ";
    assertNeverStruck(
        third,
        "These calls came: %1$s(it is matching call 1); %1$s(it is matching call 2)."
            .formatted(login));
    assertNeverStruck(
        limit,
        "These calls came: %1$s(it is within the limit); %1$s(it is within the limit)."
            .formatted(login));
  }

  @Test
  void calls_to_which_it_does_nothing_are_named() {
    ActiveFault locked = room.inject(Fault.account(AccountFault.Kind.LOCKED)).start();
    room.refresh();
    assertNeverStruck(
        locked, "These calls came: POST /refresh by alice (it does nothing to REFRESH).");
  }

  @Test
  void calls_that_another_fault_struck_are_named() {
    ActiveFault first = room.inject(FAULT).start();
    ActiveFault elsewhere = room.inject(FAULT).on(Endpoint.REFRESH).start();
    ActiveFault last = room.inject(Fault.status(500)).start();
    room.login("alice");
    assertNeverStruck(first, "These calls came: POST /sessions by alice ([status 500] struck it).");
    assertNeverStruck(
        elsewhere, "These calls came: POST /sessions by alice (its endpoint is SESSIONS).");
    assertThatCode(last::close).doesNotThrowAnyException();
  }

  @Test
  void calls_whose_predicate_failed_are_named() {
    ActiveFault fault =
        room.inject(FAULT)
            .when(
                call -> {
                  throw new AssertionError("not so");
                })
            .start();
    assertThatThrownBy(() -> room.login("alice")).isInstanceOf(FailedPredicateException.class);
    assertNeverStruck(
        fault,
        "These calls came: POST /sessions by alice (the predicate failed with java.lang.AssertionError).");
  }

  @Test
  void at_most_twenty_are_named() {
    ActiveFault fault = room.inject(FAULT).nth(1_000).start();
    room.logins(500);
    assertThatThrownBy(fault::close)
        .hasMessageContaining("(it is matching call 20).")
        .hasMessageNotContaining("call 21");
  }

  @Test
  void an_optional_one_need_not_strike() {
    assertThatCode(() -> room.inject(FAULT).optional().start().close()).doesNotThrowAnyException();
  }

  @Test
  void one_that_struck_is_fine() {
    ActiveFault fault = room.inject(FAULT).start();
    room.login("alice");
    assertThatCode(fault::close).doesNotThrowAnyException();
  }

  /** Clearing is not the end of the question. */
  @Test
  void one_that_was_cleared_before_it_struck_is_still_told() {
    ActiveFault fault = room.inject(FAULT).start();
    fault.clear();
    assertNeverStruck(fault, "No call came.");
  }

  @Test
  void what_failed_before_is_not_hidden() {
    assertThatThrownBy(
            () -> {
              try (ActiveFault fault = room.inject(FAULT).start()) {
                throw new IOException("first, " + fault.struck());
              }
            })
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("first, 0")
        .satisfies(
            thrown ->
                assertThat(thrown.getSuppressed())
                    .singleElement()
                    .isExactlyInstanceOf(AssertionError.class));
  }
}
