package io.github.bigidtestkit.fault;

import io.github.bigidtestkit.internal.fault.CallMatcher;
import io.github.bigidtestkit.internal.fault.FailedPredicateException;
import io.github.bigidtestkit.internal.fault.FaultMatch;
import io.github.bigidtestkit.internal.fault.FaultPhase;
import io.github.bigidtestkit.internal.fault.Periods;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A fault that is under way, until it is closed. Thread-safe.
 *
 * <pre>{@code
 * try (ActiveFault outage = bigId.faults().inject(Fault.status(503)).times(2).start()) {
 *   …
 * }
 * }</pre>
 *
 * <p>A test whose fault never struck proves nothing. So {@link #close()} fails if it did not
 * strike, unless it was said to be {@linkplain FaultInjection#optional() optional}.
 */
public final class ActiveFault implements AutoCloseable {

  private static final int MISSES_KEPT = 20;

  private final Faults faults;
  private final long number;
  private final CallMatcher aim;
  private final List<FaultInjection.Step> steps;
  private final boolean optional;
  private Random random;
  private final Periods periods = new Periods();
  private final List<String> misses = new ArrayList<>();
  private int step;
  private int callsInStep;
  private int strikesInStep;
  private int struck;
  private boolean verified;

  ActiveFault(Faults faults, CallMatcher aim, List<FaultInjection.Step> steps, boolean optional) {
    this.faults = faults;
    this.number = faults.nextNumber();
    this.aim = aim;
    this.steps = steps;
    this.optional = optional;
    this.random = random(steps.get(0));
  }

  private static Random random(FaultInjection.Step step) {
    return new Random(step.fault() instanceof DelayFault delay ? delay.seed() : 0);
  }

  /** Its number, by which it is told from the other faults of its sandbox; counted from 1. */
  public long number() {
    return number;
  }

  /** How often it has struck. */
  public synchronized int struck() {
    return struck;
  }

  /** Whether it can still strike. */
  public synchronized boolean isActive() {
    return step < steps.size() && faults.active().contains(this);
  }

  /** Ends it, without asking whether it struck. Does nothing if it has ended. */
  public void clear() {
    faults.end(this);
  }

  /**
   * Ends it. Closing again does nothing.
   *
   * @throws AssertionError if it never struck and is not optional; the message shows which calls
   *     came and why they did not match
   */
  @Override
  public void close() {
    clear();
    verifyStruck();
  }

  /**
   * Fails if it never struck and is not optional; once.
   *
   * @throws AssertionError as {@link #close()}
   */
  public synchronized void verifyStruck() {
    if (verified) {
      return;
    }
    verified = true;
    if (optional || refuses()) {
      return;
    }
    if (struck == 0) {
      throw neverStruck(label());
    }
    if (step < steps.size() && strikesInStep == 0) {
      String part = "%s, step %s of the script [%s]";
      throw neverStruck(part.formatted(steps.get(step).fault().label(), step + 1, label()));
    }
  }

  private AssertionError neverStruck(String what) {
    return new AssertionError(
        "Fault [%s] never struck, so the test proves nothing. %s Let the client make the call, aim it at others, or say that it is optional."
            .formatted(what, came()));
  }

  private String came() {
    return misses.isEmpty()
        ? "No call came."
        : "These calls came: " + String.join("; ", misses) + ".";
  }

  /** Whether connecting is refused while this is active: nothing is seen of the calls then. */
  boolean refuses() {
    return steps.get(0).fault() instanceof WireFault wire && wire.kind() == WireFault.Kind.REFUSED;
  }

  /** The strike for a call at a moment on its way, or null for none. */
  synchronized @Nullable FaultMatch strike(Call call, FaultPhase moment) {
    if (step == steps.size() || steps.get(step).fault().moment() != moment) {
      noteOldConnection(call, moment);
      return null;
    }
    FaultInjection.Step now = steps.get(step);
    String miss = miss(call);
    if (miss == null && !now.fault().concerns(call.endpoint())) {
      miss = "it does nothing to " + call.endpoint().name();
    }
    if (miss == null && call.isOverHttp2() && isAboutChunks(now.fault())) {
      miss = "it came over HTTP/2, which has no chunks";
    }
    if (miss != null) {
      note(call, miss);
      return null;
    }
    callsInStep++;
    if (!now.schedule().strikes(callsInStep)) {
      note(call, "it is call %s of those aimed at".formatted(callsInStep));
      return null;
    }
    FaultMatch strike = strike(now.fault(), call);
    if (strike == null) {
      note(call, "it is within the limit");
      return null;
    }
    struck++;
    strikesInStep++;
    if (strikesInStep == now.schedule().times()) {
      begin(step + 1);
    }
    return strike;
  }

  /** Calls that come over a connection from before are the reason why a handshake never came. */
  private void noteOldConnection(Call call, FaultPhase moment) {
    if (step < steps.size()
        && steps.get(step).fault().moment() == FaultPhase.HANDSHAKE
        && moment == FaultPhase.BEFORE_REQUEST) {
      note(call, "its connection was there already");
    }
  }

  /** As a fault of handshakes begins, connections from before must not let clients do without. */
  synchronized void begin() {
    if (steps.get(step).fault().moment() == FaultPhase.HANDSHAKE) {
      faults.connections().renew();
    }
  }

  private static boolean isAboutChunks(Fault fault) {
    return fault instanceof WireFault wire && wire.kind() == WireFault.Kind.UNFINISHED_CHUNK;
  }

  private void begin(int next) {
    step = next;
    callsInStep = 0;
    strikesInStep = 0;
    periods.clear();
    if (next < steps.size()) {
      random = random(steps.get(next));
      begin();
    }
  }

  private @Nullable String miss(Call call) {
    try {
      return aim.miss(call);
    } catch (RuntimeException | Error failed) {
      note(call, "the predicate failed with " + failed.getClass().getName());
      throw new FailedPredicateException(label(), failed);
    }
  }

  /** Notes that a call will not come to a moment at which this might have struck, and why. */
  synchronized void missed(Call call, FaultPhase moment, String why) {
    if (step < steps.size() && steps.get(step).fault().moment() == moment) {
      String elsewhere = aim.elsewhere(call);
      note(call, elsewhere == null ? why : elsewhere);
    }
  }

  private @Nullable FaultMatch strike(Fault fault, Call call) {
    if (fault instanceof DelayFault delay) {
      return new FaultMatch(fault, delay.next(random));
    }
    if (fault instanceof RateLimit limit) {
      Duration excess = periods.excess(limit, call);
      return excess == null ? null : new FaultMatch(limit, excess);
    }
    return new FaultMatch(fault, Duration.ZERO);
  }

  private void note(Call call, String why) {
    if (misses.size() < MISSES_KEPT) {
      misses.add("%s (%s)".formatted(faults.shown(call), why));
    }
  }

  /** What strikes, where and when, such as {@code status 503 on REFRESH, 2 time(s)}. */
  public String label() {
    List<String> all = new ArrayList<>();
    for (FaultInjection.Step each : steps) {
      String when = each.schedule().label();
      all.add(each.fault().label() + (when.isEmpty() ? "" : ", " + when));
    }
    return String.join(", then ", all) + ", on " + aim.label();
  }

  @Override
  public String toString() {
    return "ActiveFault[%s, struck %s time(s)]".formatted(label(), struck());
  }
}
