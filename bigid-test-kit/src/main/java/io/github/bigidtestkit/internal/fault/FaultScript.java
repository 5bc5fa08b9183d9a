package io.github.bigidtestkit.internal.fault;

import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.FaultPhase;
import io.github.bigidtestkit.fault.PlannedFault;
import java.util.ArrayList;
import java.util.List;

/**
 * Faults that follow each other, and the calls that they apply to. Immutable.
 *
 * @param matcher which calls are meant, for all steps
 * @param steps at least one
 * @param optional whether the test passes if it never applies
 */
record FaultScript(CallMatcher matcher, List<Step> steps, boolean optional) {

  /** A fault and when it applies, before the next step follows. */
  record Step(Fault fault, Schedule schedule) {}

  FaultScript {
    steps = List.copyOf(steps);
    for (Step step : steps) {
      refuseBlind(step.fault(), matcher, steps.size() > 1);
    }
  }

  static FaultScript of(PlannedFault planned) {
    return new FaultScript(
        new CallMatcher(planned.endpoint(), planned.user(), null, null, null),
        List.of(new Step(planned.fault(), Schedule.of(planned))),
        planned.optional());
  }

  /** What {@link PlannedFault} can't check, since it has no steps, window or predicate. */
  private static void refuseBlind(Fault fault, CallMatcher matcher, boolean script) {
    boolean predicate = matcher.predicate() != null;
    if (fault.isRefusedConnection() && (script || predicate || matcher.from() != null)) {
      throw new IllegalArgumentException(
          "Fault [%s] can't be part of a script or limited to some calls: nothing of them is seen. Clear it when it has lasted long enough."
              .formatted(fault.label()));
    }
    if (fault.phase() == FaultPhase.HANDSHAKE && predicate) {
      throw new IllegalArgumentException(
          "Fault [%s] can't have a predicate: it applies before any call is made. Use times, nth, every or between."
              .formatted(fault.label()));
    }
  }

  /** Whether clients can't connect while it lasts, so that nothing is seen of their calls. */
  boolean refusesConnections() {
    return steps.get(0).fault().isRefusedConnection();
  }

  String label() {
    List<String> all = new ArrayList<>();
    for (Step step : steps) {
      String when = step.schedule().label();
      all.add(step.fault().label() + (when.isEmpty() ? "" : ", " + when));
    }
    return String.join(", then ", all) + ", on " + matcher.label();
  }
}
