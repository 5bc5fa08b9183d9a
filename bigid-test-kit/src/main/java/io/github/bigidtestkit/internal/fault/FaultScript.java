package io.github.bigidtestkit.internal.fault;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.fault.Call;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.FaultPhase;
import io.github.bigidtestkit.fault.PlannedFault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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

  /** Which calls a fault applies to; null means any. */
  record CallMatcher(
      Endpoint endpoint,
      @Nullable String user,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable Predicate<? super Call> predicate) {

    /** Why a call does not match, or null if it does. Throws what the predicate throws. */
    @Nullable String miss(Call call) {
      String elsewhere = elsewhere(call);
      if (elsewhere == null && predicate != null && !predicate.test(call)) {
        return "the predicate does not match";
      }
      return elsewhere;
    }

    /** The same without the predicate. */
    @Nullable String elsewhere(Call call) {
      if (!endpoint.covers(call.endpoint())) {
        return "its endpoint is " + call.endpoint();
      }
      if (user != null && !user.equals(call.user())) {
        return call.user() == null ? "its user is not known" : "it is another user's";
      }
      if (from != null && call.at().isBefore(from)) {
        return "it came before the window";
      }
      if (to != null && !call.at().isBefore(to)) {
        return "it came after the window";
      }
      return null;
    }

    String label() {
      return (endpoint == Endpoint.ANY ? "any call" : endpoint.name())
          + (user == null ? "" : " of user " + user)
          + (from == null && to == null ? "" : " between %s and %s".formatted(from, to))
          + (predicate == null ? "" : " that the predicate matches");
    }
  }

  /**
   * Which of the matching calls a fault applies to.
   *
   * @param first the first, counted from 1
   * @param every then every n-th
   * @param times how many in all
   */
  record Schedule(int first, int every, int times) {

    static final int UNLIMITED = Integer.MAX_VALUE;

    static Schedule of(PlannedFault planned) {
      int every = Math.max(1, planned.every());
      int first = Math.max(every, planned.nth());
      int otherwise = planned.nth() == 0 ? UNLIMITED : 1;
      return new Schedule(first, every, planned.times() == 0 ? otherwise : planned.times());
    }

    boolean includes(int call) {
      return call >= first && (call - first) % every == 0;
    }

    String label() {
      String which =
          every > 1 ? "every " + every + " calls" : first == 1 ? "" : "from call " + first + " on";
      return (times == UNLIMITED ? which : which + " " + times + " time(s)").strip();
    }
  }
}
