package io.github.bigidtestkit.internal.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.fault.ActiveFault;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.fault.Faults;
import io.github.bigidtestkit.fault.PlannedFault;
import org.junit.jupiter.api.Test;

/** Faults that are declared before there is a sandbox. */
class PlannedFaultTests {

  private final FaultRoom room = new FaultRoom();
  private final Faults faults = room.faults();

  @Test
  void starts_what_was_planned() {
    faults.start(PlannedFault.of(FaultKind.SLOW).on(Endpoint.REFRESH).forUser("alice").times(2));
    faults.start(PlannedFault.of(Fault.status(500)).every(3));
    faults.start(PlannedFault.of(Fault.status(500)).nth(3));
    faults.start(PlannedFault.of(FaultKind.GARBAGE).on(Endpoint.ANY));

    assertThat(faults.active())
        .extracting(ActiveFault::label)
        .containsExactly(
            "garbage instead of HTTP, on any call",
            "status 500, from call 3 on 1 time(s), on any call",
            "status 500, every 3 calls, on any call",
            "delayed by 500 ms, 2 time(s), on REFRESH of user alice");
  }

  @Test
  void optional_ones_may_never_strike() {
    faults.start(PlannedFault.of(FaultKind.SLOW).asOptional()).close();

    assertThat(faults.active()).isEmpty();
  }

  @Test
  void can_be_started_again_and_again() {
    PlannedFault fault = PlannedFault.of(FaultKind.SLOW);

    assertThat(faults.start(fault)).isNotSameAs(faults.start(fault));
    assertThat(faults.active()).hasSize(2);
  }

  @Test
  void what_could_not_be_started_is_refused_before() {
    PlannedFault refused = PlannedFault.of(FaultKind.CONNECTION_REFUSED);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> refused.times(1))
        .withMessage(
            "Fault [connection refused] can't be limited to some calls: nothing of them is seen. Clear it when it has lasted long enough.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> refused.nth(1).every(2))
        .withMessage(
            "Fault [connection refused] can't be limited to some calls: nothing of them is seen. Clear it when it has lasted long enough.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlannedFault.of(FaultKind.SLOW).nth(2).every(2))
        .withMessage("nth [2] and every [2] contradict each other. Remove one.");
  }
}
