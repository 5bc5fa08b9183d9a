package io.github.bigidtestkit.internal.fault;

import io.github.bigidtestkit.fault.ActiveFault;
import io.github.bigidtestkit.fault.Call;
import io.github.bigidtestkit.fault.DelayFault;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.FaultPhase;
import io.github.bigidtestkit.fault.RateLimit;
import io.github.bigidtestkit.fault.WireFault;
import io.github.bigidtestkit.internal.fault.FaultScript.Step;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A script under way: counts the calls and notes why others did not match. Thread-safe.
 *
 * <p>I/O threads need the lock, so it is held for counting only: predicates, texts and connections
 * are left to the time before and after.
 */
final class RunningFault implements ActiveFault {

  /** About so many: calls that come together may be a few more. */
  private static final int MISSES_KEPT = 20;

  private final FaultRegistry faults;
  private final long number;
  private final FaultScript script;
  private final List<String> misses = new CopyOnWriteArrayList<>();
  private Random random;
  private @Nullable RateLimitPeriods periods;
  private int step;
  private int callsInStep;
  private int strikesInStep;
  private int struck;
  private boolean verified;

  RunningFault(FaultRegistry faults, long number, FaultScript script) {
    this.faults = faults;
    this.number = number;
    this.script = script;
    this.random = random(script.steps().get(0).fault());
  }

  private static Random random(Fault fault) {
    return new Random(fault instanceof DelayFault delay ? delay.seed() : 0);
  }

  @Override
  public long number() {
    return number;
  }

  @Override
  public synchronized int struck() {
    return struck;
  }

  @Override
  public boolean isActive() {
    return current() != null && faults.active().contains(this);
  }

  @Override
  public void clear() {
    faults.end(this);
  }

  @Override
  public void close() {
    clear();
    verifyStruck();
  }

  @Override
  public void verifyStruck() {
    int unstruck;
    synchronized (this) {
      if (verified) {
        return;
      }
      verified = true;
      unstruck = strikesInStep == 0 ? step : script.steps().size();
    }
    if (unstruck < script.steps().size() && !script.optional() && !refusesConnections()) {
      String label = script.steps().get(unstruck).fault().label();
      throw neverStruck(
          unstruck == 0
              ? label()
              : "%s, step %s of the script [%s]".formatted(label, unstruck + 1, label()));
    }
  }

  private AssertionError neverStruck(String what) {
    String came =
        misses.isEmpty() ? "No call came." : "These calls came: " + String.join("; ", misses) + ".";
    return new AssertionError(
        "Fault [%s] never struck, so the test proves nothing. %s%s Let the client make the call, choose other calls, or make it optional."
            .formatted(what, came, faults.unknown(script.matcher().user())));
  }

  boolean refusesConnections() {
    return script.refusesConnections();
  }

  boolean isOfHandshake() {
    return isOf(FaultPhase.HANDSHAKE);
  }

  private synchronized @Nullable Step current() {
    return step < script.steps().size() ? script.steps().get(step) : null;
  }

  private boolean isOf(FaultPhase phase) {
    Step current = current();
    return current != null && current.fault().phase() == phase;
  }

  /** The match for a call in a phase of its way, or null for none. */
  @Nullable FaultMatch match(Call call, FaultPhase phase) {
    if (!isOf(phase)) {
      if (phase == FaultPhase.BEFORE_BODY && isOf(FaultPhase.HANDSHAKE)) {
        note(call, "its connection was there already");
      }
      return null;
    }
    String elsewhere = elsewhere(call);
    Counted counted = elsewhere == null ? count(call, phase) : Counted.miss(elsewhere);
    if (counted.miss() != null) {
      note(call, counted.miss());
    }
    if (counted.handshakeNext()) {
      faults.renewConnections();
    }
    return counted.match();
  }

  private @Nullable String elsewhere(Call call) {
    try {
      return script.matcher().miss(call);
    } catch (RuntimeException | Error failed) {
      note(call, "the predicate failed with " + failed.getClass().getName());
      throw FailedPredicateException.ofFault(label(), failed);
    }
  }

  /** What counting a call came to: a match, or why there is none. */
  private record Counted(@Nullable FaultMatch match, @Nullable String miss, boolean handshakeNext) {
    static Counted miss(String why) {
      return new Counted(null, why, false);
    }
  }

  /** Counts a call, which other calls may have come before meanwhile. */
  private synchronized Counted count(Call call, FaultPhase phase) {
    Step current = current();
    if (current == null || current.fault().phase() != phase) {
      return Counted.miss("others came before it");
    }
    String miss = miss(call, current.fault());
    if (miss == null && !current.schedule().includes(++callsInStep)) {
      miss = "it is matching call " + callsInStep;
    }
    if (miss != null) {
      return Counted.miss(miss);
    }
    FaultMatch match = match(current.fault(), call);
    if (match == null) {
      return Counted.miss("it is within the limit");
    }
    struck++;
    boolean over = ++strikesInStep == current.schedule().times();
    if (over) {
      proceed();
    }
    return new Counted(match, null, over && isOf(FaultPhase.HANDSHAKE));
  }

  private static @Nullable String miss(Call call, Fault fault) {
    if (!fault.concerns(call.endpoint())) {
      return "it does nothing to " + call.endpoint();
    }
    boolean ofChunks =
        fault instanceof WireFault wire && wire.kind() == WireFault.Kind.UNFINISHED_CHUNK;
    return ofChunks && call.protocol().startsWith("HTTP/2")
        ? "it came over HTTP/2, which has no chunks"
        : null;
  }

  private @Nullable FaultMatch match(Fault fault, Call call) {
    if (fault instanceof DelayFault delay) {
      return FaultMatch.delayed(delay, random);
    }
    if (fault instanceof RateLimit limit) {
      periods = Objects.requireNonNullElseGet(periods, RateLimitPeriods::new);
      Duration excess = periods.excess(limit, call);
      return excess == null ? null : new FaultMatch(limit, excess);
    }
    return new FaultMatch(fault, Duration.ZERO);
  }

  private void proceed() {
    step++;
    callsInStep = 0;
    strikesInStep = 0;
    periods = null;
    Step next = current();
    if (next != null) {
      random = random(next.fault());
    }
  }

  /** Notes that a call will not reach a phase in which this could have applied, and why. */
  void missed(Call call, FaultPhase phase, String why) {
    if (isOf(phase)) {
      String elsewhere = script.matcher().elsewhere(call);
      note(call, elsewhere == null ? why : elsewhere);
    }
  }

  private void note(Call call, String why) {
    if (misses.size() < MISSES_KEPT) {
      misses.add("%s (%s)".formatted(faults.redacted(call), why));
    }
  }

  @Override
  public String label() {
    return script.label();
  }

  @Override
  public String toString() {
    return "ActiveFault[%s, struck %s time(s)]".formatted(label(), struck());
  }
}
