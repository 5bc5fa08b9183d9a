package io.github.bigidtestkit.fault;

import io.github.bigidtestkit.internal.fault.CallMatcher;
import io.github.bigidtestkit.internal.fault.FaultPhase;
import io.github.bigidtestkit.internal.fault.Schedule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Says where and when a fault strikes, and starts it. Without more, it strikes every call until it
 * is cleared. Not thread-safe; what {@link #start} gives is.
 */
public final class FaultInjection {

  /** A fault and which of the calls it strikes, before the next step takes over. */
  record Step(Fault fault, Schedule schedule) {}

  private final Faults faults;
  private final List<Step> steps = new ArrayList<>();
  private CallMatcher aim = CallMatcher.ANY;
  private Fault fault;
  private Schedule schedule = Schedule.ALL;
  private boolean firstNamed;
  private boolean optional;

  FaultInjection(Faults faults, Fault fault) {
    this.faults = faults;
    this.fault = fault;
  }

  /** Only calls of that endpoint. A script is aimed as a whole, before its first {@link #then}. */
  public FaultInjection on(Target target) {
    refuseLateAim();
    aim =
        new CallMatcher(
            target.isAny() ? null : target, aim.user(), aim.from(), aim.to(), aim.predicate());
    return this;
  }

  /** Only calls of that user: who logs in, or whose token is shown. */
  public FaultInjection forUser(String username) {
    refuseLateAim();
    aim = new CallMatcher(aim.target(), username, aim.from(), aim.to(), aim.predicate());
    return this;
  }

  /** Only calls that match. The predicate is called on an I/O thread, so it must be quick. */
  public FaultInjection when(Predicate<? super Call> predicate) {
    refuseLateAim();
    aim = new CallMatcher(aim.target(), aim.user(), aim.from(), aim.to(), predicate);
    return this;
  }

  /**
   * Only calls from one instant of the sandbox clock until before another: an outage window.
   *
   * @throws IllegalArgumentException if the window is empty
   */
  public FaultInjection between(Instant from, Instant to) {
    refuseLateAim();
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "The window from [%s] until before [%s] is empty. Give the earlier instant first."
              .formatted(from, to));
    }
    aim = new CallMatcher(aim.target(), aim.user(), from, to, aim.predicate());
    return this;
  }

  /** That many times, then no more; with {@link #then}, then the next. */
  public FaultInjection times(int times) {
    schedule = new Schedule(schedule.first(), schedule.every(), times);
    return this;
  }

  /** The nth call aimed at, counted from 1, once; with {@code times}, from there on. */
  public FaultInjection nth(int call) {
    refuseBoth(schedule.every() > 1, call, schedule.every());
    firstNamed = true;
    int times = schedule.times() == Schedule.UNLIMITED ? 1 : schedule.times();
    schedule = new Schedule(call, 1, times);
    return this;
  }

  /**
   * Every nth of the calls aimed at.
   *
   * @throws IllegalStateException if a first call was named with {@link #nth}
   */
  public FaultInjection every(int calls) {
    refuseBoth(firstNamed, schedule.first(), calls);
    schedule = new Schedule(calls, calls, schedule.times());
    return this;
  }

  private void refuseLateAim() {
    if (!steps.isEmpty()) {
      throw new IllegalStateException(
          "A script is aimed as a whole. Aim it before the first then, or inject [%s] by itself."
              .formatted(fault.label()));
    }
  }

  private static void refuseBoth(boolean both, int nth, int every) {
    if (both) {
      throw new IllegalStateException(
          "nth [%s] and every [%s] contradict each other. Say one of them.".formatted(nth, every));
    }
  }

  /** Every call until it is cleared, as without a word. */
  public FaultInjection untilCleared() {
    schedule = new Schedule(schedule.first(), schedule.every(), Schedule.UNLIMITED);
    return this;
  }

  /**
   * After this fault has struck as often as it should, another one. The calls are counted anew for
   * it.
   *
   * @throws IllegalStateException if this one has no end
   */
  public FaultInjection then(Fault next) {
    if (schedule.times() == Schedule.UNLIMITED) {
      throw new IllegalStateException(
          "Fault [%s] has no end, so [%s] would never follow. Say times(n) first."
              .formatted(fault.label(), next.label()));
    }
    steps.add(new Step(fault, schedule));
    fault = next;
    schedule = Schedule.ALL;
    firstNamed = false;
    return this;
  }

  /** It is no failure if it never strikes. */
  public FaultInjection optional() {
    optional = true;
    return this;
  }

  /**
   * Starts it.
   *
   * @throws IllegalStateException if it is aimed at what can't be known when it strikes, or needs
   *     TLS where the sandbox speaks none
   */
  public ActiveFault start() {
    List<Step> all = new ArrayList<>(steps);
    all.add(new Step(fault, schedule));
    all.forEach(step -> refuseBlindAim(step.fault()));
    return faults.start(new ActiveFault(faults, aim, List.copyOf(all), optional));
  }

  private void refuseBlindAim(Fault striking) {
    Target target = aim.target();
    if (target != null && !striking.concerns(target)) {
      throw new IllegalStateException(
          "Fault [%s] does nothing to calls of %s. Aim it at another endpoint."
              .formatted(striking.label(), target.name()));
    }
    if (striking.moment() == FaultPhase.BEFORE_REQUEST && aim.user() != null) {
      throw blind(striking, "a user: it strikes before it is known who calls");
    }
    if (striking.moment() == FaultPhase.HANDSHAKE) {
      refuseHandshake(striking);
    }
    boolean narrowed = aim.target() != null || aim.user() != null || aim.predicate() != null;
    boolean scheduled = !schedule.equals(Schedule.ALL) || !steps.isEmpty();
    if (striking instanceof WireFault wire
        && wire.kind() == WireFault.Kind.REFUSED
        && (narrowed || scheduled || aim.from() != null)) {
      throw blind(
          striking, "some calls: nothing of them is seen. Clear it when it has lasted long enough");
    }
  }

  private void refuseHandshake(Fault striking) {
    if (!faults.connections().secure()) {
      throw new IllegalStateException(
          "Fault [%s] needs a sandbox that speaks TLS. Say https = true in @BigIdSandbox, or https(true) in its SandboxConfig."
              .formatted(striking.label()));
    }
    if (aim.target() != null || aim.user() != null || aim.predicate() != null) {
      throw blind(
          striking,
          "some calls: it strikes before any is made. Aim it by times, nth, every or between"
              + " alone");
    }
  }

  private static IllegalStateException blind(Fault striking, String what) {
    return new IllegalStateException(
        "Fault [%s] can't be aimed at %s.".formatted(striking.label(), what));
  }
}
