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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A script under way: counts the calls and notes why others did not match. Thread-safe. */
final class RunningFault implements ActiveFault {

  private static final int MISSES_KEPT = 20;

  private final FaultRegistry faults;
  private final long number;
  private final FaultScript script;
  private final List<String> misses = new ArrayList<>();
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
  public synchronized boolean isActive() {
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
  public synchronized void verifyStruck() {
    if (verified) {
      return;
    }
    verified = true;
    if (script.optional() || refusesConnections()) {
      return;
    }
    Step current = current();
    if (struck == 0) {
      throw neverStruck(label());
    }
    if (current != null && strikesInStep == 0) {
      throw neverStruck(
          "%s, step %s of the script [%s]".formatted(current.fault().label(), step + 1, label()));
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

  synchronized boolean isOfHandshake() {
    return isOf(FaultPhase.HANDSHAKE);
  }

  private @Nullable Step current() {
    return step < script.steps().size() ? script.steps().get(step) : null;
  }

  private boolean isOf(FaultPhase phase) {
    Step current = current();
    return current != null && current.fault().phase() == phase;
  }

  /** The match for a call in a phase of its way, or null for none. */
  synchronized @Nullable FaultMatch match(Call call, FaultPhase phase) {
    Step current = current();
    if (current == null || !isOf(phase)) {
      if (phase == FaultPhase.BEFORE_BODY && isOf(FaultPhase.HANDSHAKE)) {
        note(call, "its connection was there already");
      }
      return null;
    }
    String miss = miss(call, current.fault());
    FaultMatch match = null;
    if (miss == null && !current.schedule().includes(++callsInStep)) {
      miss = "it is matching call %s".formatted(callsInStep);
    }
    if (miss == null) {
      match = match(current.fault(), call);
      miss = "it is within the limit";
    }
    if (match == null) {
      note(call, miss);
      return null;
    }
    struck++;
    if (++strikesInStep == current.schedule().times()) {
      proceed();
    }
    return match;
  }

  private @Nullable String miss(Call call, Fault fault) {
    String miss;
    try {
      miss = script.matcher().miss(call);
    } catch (RuntimeException | Error failed) {
      note(call, "the predicate failed with " + failed.getClass().getName());
      throw new FailedPredicateException(label(), failed);
    }
    if (miss == null && !fault.concerns(call.endpoint())) {
      return "it does nothing to " + call.endpoint();
    }
    boolean ofChunks =
        fault instanceof WireFault wire && wire.kind() == WireFault.Kind.UNFINISHED_CHUNK;
    return miss == null && ofChunks && call.protocol().startsWith("HTTP/2")
        ? "it came over HTTP/2, which has no chunks"
        : miss;
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
      if (isOf(FaultPhase.HANDSHAKE)) {
        faults.renewConnections();
      }
    }
  }

  /** Notes that a call will not reach a phase in which this could have applied, and why. */
  synchronized void missed(Call call, FaultPhase phase, String why) {
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
