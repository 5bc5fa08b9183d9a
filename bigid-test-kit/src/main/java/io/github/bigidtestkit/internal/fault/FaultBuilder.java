package io.github.bigidtestkit.internal.fault;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.fault.ActiveFault;
import io.github.bigidtestkit.fault.Call;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.FaultInjection;
import io.github.bigidtestkit.fault.PlannedFault;
import io.github.bigidtestkit.internal.fault.FaultScript.CallMatcher;
import io.github.bigidtestkit.internal.fault.FaultScript.Schedule;
import io.github.bigidtestkit.internal.fault.FaultScript.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Collects what a test says of a fault. */
final class FaultBuilder implements FaultInjection {

  private final FaultRegistry faults;
  private final List<Step> steps = new ArrayList<>();
  private PlannedFault current;
  private @Nullable Instant from;
  private @Nullable Instant to;
  private @Nullable Predicate<? super Call> predicate;
  private volatile boolean started;

  FaultBuilder(FaultRegistry faults, Fault fault) {
    this.faults = faults;
    this.current = PlannedFault.of(fault);
  }

  @Override
  public FaultInjection on(Endpoint endpoint) {
    return limit(fault -> fault.on(endpoint));
  }

  @Override
  public FaultInjection forUser(String username) {
    return limit(fault -> fault.forUser(username));
  }

  @Override
  public FaultInjection when(Predicate<? super Call> other) {
    predicate = other;
    return limit(fault -> fault);
  }

  @Override
  public FaultInjection between(Instant start, Instant end) {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException(
          "The window from [%s] until before [%s] is empty. Give the earlier instant first."
              .formatted(start, end));
    }
    from = start;
    to = end;
    return limit(fault -> fault);
  }

  private FaultInjection limit(UnaryOperator<PlannedFault> change) {
    if (!steps.isEmpty()) {
      throw new IllegalStateException(
          "All steps of a script apply to the same calls. Limit it before the first then, or inject [%s] by itself."
              .formatted(current.fault().label()));
    }
    return change(change);
  }

  private FaultInjection change(UnaryOperator<PlannedFault> change) {
    current = change.apply(current);
    return this;
  }

  @Override
  public FaultInjection times(int times) {
    return change(fault -> fault.times(positive("times", times)));
  }

  @Override
  public FaultInjection nth(int call) {
    return change(fault -> fault.nth(positive("nth", call)));
  }

  @Override
  public FaultInjection every(int calls) {
    return change(fault -> fault.every(positive("every", calls)));
  }

  private static int positive(String name, int number) {
    if (number < 1) {
      throw new IllegalArgumentException(
          "%s [%s] is too small. Calls are counted from 1, and a fault applies at least once."
              .formatted(name, number));
    }
    return number;
  }

  @Override
  public FaultInjection untilCleared() {
    return change(fault -> fault.nth() == 0 ? fault.times(0) : fault.times(Schedule.UNLIMITED));
  }

  @Override
  public FaultInjection then(Fault next) {
    Step step = step();
    if (step.schedule().times() == Schedule.UNLIMITED) {
      throw new IllegalStateException(
          "Fault [%s] has no end, so [%s] would never follow. Call times(n) first."
              .formatted(step.fault().label(), next.label()));
    }
    steps.add(step);
    return change(
        last -> new PlannedFault(next, last.endpoint(), last.user(), 0, 0, 0, last.optional()));
  }

  private Step step() {
    return new Step(current.fault(), Schedule.of(current));
  }

  @Override
  public FaultInjection optional() {
    return change(PlannedFault::asOptional);
  }

  /** Why a test proves nothing; empty if the fault was started. */
  Optional<String> neverStarted() {
    return started
        ? Optional.empty()
        : Optional.of(
            "Fault [%s] was never started, so the test proves nothing. Add .start() after faults().inject(…)."
                .formatted(current.fault().label()));
  }

  @Override
  public ActiveFault start() {
    started = true;
    List<Step> all = new ArrayList<>(steps);
    all.add(step());
    CallMatcher matcher = new CallMatcher(current.endpoint(), current.user(), from, to, predicate);
    return faults.start(new FaultScript(matcher, all, current.optional()));
  }
}
