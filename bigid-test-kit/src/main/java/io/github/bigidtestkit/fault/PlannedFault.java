package io.github.bigidtestkit.fault;

import io.github.bigidtestkit.Endpoint;
import org.jspecify.annotations.Nullable;

/**
 * A fault together with the calls that it applies to, as a value: what an annotation or a
 * configuration describes before there is a sandbox. Immutable; the methods return changed copies.
 * For scripts, predicates and windows of time see {@link FaultInjection}.
 *
 * <pre>{@code
 * SandboxConfig.builder().faults(PlannedFault.of(FaultKind.SLOW).on(Endpoint.REFRESH).times(2))
 * }</pre>
 *
 * @param fault what goes wrong
 * @param endpoint whose calls it applies to
 * @param user whose calls it applies to, or null for anybody's
 * @param times how often it applies; 0 for every call, or once with {@code nth}
 * @param nth the first call that it applies to, counted from 1; 0 for the first
 * @param every it applies to every n-th call; 0 for each
 * @param optional whether the test passes if it never applies
 */
public record PlannedFault(
    Fault fault,
    Endpoint endpoint,
    @Nullable String user,
    int times,
    int nth,
    int every,
    boolean optional) {

  /**
   * Validates.
   *
   * @throws IllegalArgumentException if the numbers contradict each other, or the fault can't be
   *     limited to these calls; the message says which
   */
  public PlannedFault {
    if (nth != 0 && every != 0) {
      throw new IllegalArgumentException(
          "nth [%s] and every [%s] contradict each other. Remove one.".formatted(nth, every));
    }
    if (times < 0 || nth < 0 || every < 0) {
      throw new IllegalArgumentException(
          "times [%s], nth [%s] and every [%s] can't be negative. Calls are counted from 1; leave out what is not needed."
              .formatted(times, nth, every));
    }
    if (endpoint != Endpoint.ANY && !fault.concerns(endpoint)) {
      throw new IllegalArgumentException(
          "Fault [%s] does nothing to calls of %s. Choose another endpoint."
              .formatted(fault.label(), endpoint));
    }
    if (fault.phase() == FaultPhase.BEFORE_BODY && user != null) {
      throw refused(fault, "a user: it applies before it is known who calls");
    }
    boolean narrowed = endpoint != Endpoint.ANY || user != null;
    if (fault.phase() == FaultPhase.HANDSHAKE && narrowed) {
      throw refused(
          fault, "some calls: it applies before any is made. Use times, nth, every or between");
    }
    if (fault.isRefusedConnection() && (narrowed || times + nth + every != 0)) {
      throw refused(
          fault, "some calls: nothing of them is seen. Clear it when it has lasted long enough");
    }
  }

  private static IllegalArgumentException refused(Fault fault, String what) {
    return new IllegalArgumentException(
        "Fault [%s] can't be limited to %s.".formatted(fault.label(), what));
  }

  /** Every call, of anybody. */
  public static PlannedFault of(Fault fault) {
    return new PlannedFault(fault, Endpoint.ANY, null, 0, 0, 0, false);
  }

  /** As {@link #of(Fault)}, with one of the ready-made faults. */
  public static PlannedFault of(FaultKind kind) {
    return of(kind.fault());
  }

  /** Only calls of that endpoint. */
  public PlannedFault on(Endpoint other) {
    return new PlannedFault(fault, other, user, times, nth, every, optional);
  }

  /** Only calls of that user: the one who logs in, or whose token is shown. */
  public PlannedFault forUser(String username) {
    return new PlannedFault(fault, endpoint, username, times, nth, every, optional);
  }

  /** That many times, then no more. */
  public PlannedFault times(int other) {
    return new PlannedFault(fault, endpoint, user, other, nth, every, optional);
  }

  /** The n-th matching call, counted from 1, once; with {@code times}, from there on. */
  public PlannedFault nth(int call) {
    return new PlannedFault(fault, endpoint, user, times, call, every, optional);
  }

  /** Every n-th matching call. */
  public PlannedFault every(int calls) {
    return new PlannedFault(fault, endpoint, user, times, nth, calls, optional);
  }

  /** The test passes if it never applies. */
  public PlannedFault asOptional() {
    return new PlannedFault(fault, endpoint, user, times, nth, every, true);
  }
}
