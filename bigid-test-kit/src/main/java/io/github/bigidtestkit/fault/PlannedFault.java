package io.github.bigidtestkit.fault;

import io.github.bigidtestkit.internal.fault.ConnectionControl;
import io.github.bigidtestkit.internal.fault.FaultGate;
import io.github.bigidtestkit.internal.fault.FaultPhase;
import org.jspecify.annotations.Nullable;

/**
 * A fault together with where and when it strikes, as a value: what an annotation or a
 * configuration says before there is a sandbox. Immutable; the methods give changed copies. For
 * scripts, predicates and windows of time see {@link FaultInjection}.
 *
 * <pre>{@code
 * SandboxConfig.builder().faults(PlannedFault.of(FaultKind.SLOW).on(Endpoint.REFRESH).times(2))
 * }</pre>
 *
 * @param fault what goes wrong
 * @param target whose calls it strikes, or null for any
 * @param user whose calls it strikes, or null for anybody's
 * @param times how often it strikes; 0 for each call, or once with {@code nth}
 * @param nth the call that it strikes first, counted from 1; 0 for the first
 * @param every it strikes each so-manieth call; 0 for each
 * @param optional whether it is no failure if it never strikes
 */
public record PlannedFault(
    Fault fault,
    @Nullable Target target,
    @Nullable String user,
    int times,
    int nth,
    int every,
    boolean optional) {

  /**
   * Validates.
   *
   * @throws IllegalArgumentException if it could not be started: the numbers contradict each other,
   *     or it is aimed at what it does nothing to; the message says which
   */
  public PlannedFault {
    if (nth != 0 && every != 0) {
      throw new IllegalArgumentException(
          "nth [%s] and every [%s] contradict each other. Remove one.".formatted(nth, every));
    }
    try {
      var unused =
          start(
              new FaultGate(ConnectionControl.none(secured(fault)), call -> call).faults(),
              fault,
              target,
              user,
              times,
              nth,
              every,
              optional);
    } catch (IllegalStateException impossible) {
      throw new IllegalArgumentException(impossible.getMessage(), impossible);
    }
  }

  /** Every call, of anybody. */
  public static PlannedFault of(Fault fault) {
    return new PlannedFault(fault, null, null, 0, 0, 0, false);
  }

  /** As {@link #of(Fault)}, with one of the ready-made faults. */
  public static PlannedFault of(FaultKind kind) {
    return of(kind.fault());
  }

  /** Only calls of that endpoint. */
  public PlannedFault on(Target other) {
    return new PlannedFault(fault, other, user, times, nth, every, optional);
  }

  /** Only calls of that user: who logs in, or whose token is shown. */
  public PlannedFault forUser(String username) {
    return new PlannedFault(fault, target, username, times, nth, every, optional);
  }

  /** That many times, then no more. */
  public PlannedFault times(int other) {
    return new PlannedFault(fault, target, user, other, nth, every, optional);
  }

  /** The nth call aimed at, counted from 1, once; with {@code times}, from there on. */
  public PlannedFault nth(int call) {
    return new PlannedFault(fault, target, user, times, call, every, optional);
  }

  /** Every nth of the calls aimed at. */
  public PlannedFault every(int calls) {
    return new PlannedFault(fault, target, user, times, nth, calls, optional);
  }

  /** It is no failure if it never strikes. */
  public PlannedFault asOptional() {
    return new PlannedFault(fault, target, user, times, nth, every, true);
  }

  /** Starts it in a sandbox. */
  public ActiveFault start(Faults faults) {
    return start(faults, fault, target, user, times, nth, every, optional);
  }

  private static ActiveFault start(
      Faults faults,
      Fault fault,
      @Nullable Target target,
      @Nullable String user,
      int times,
      int nth,
      int every,
      boolean optional) {
    FaultInjection injection = faults.inject(fault);
    if (target != null) {
      injection.on(target);
    }
    if (user != null) {
      injection.forUser(user);
    }
    if (times != 0) {
      injection.times(times);
    }
    if (nth != 0) {
      injection.nth(nth);
    }
    if (every != 0) {
      injection.every(every);
    }
    return (optional ? injection.optional() : injection).start();
  }

  /** Whether the sandbox has TLS is known only where the fault is started. */
  private static boolean secured(Fault fault) {
    return fault.moment() == FaultPhase.HANDSHAKE;
  }
}
