package io.github.bigidtestkit.internal.fault;

import io.github.bigidtestkit.fault.Call;
import io.github.bigidtestkit.fault.Faults;
import io.github.bigidtestkit.fault.Rendezvous;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Faults as the server sees them: what strikes a call now. Thread-safe. */
public final class FaultGate {

  private final Faults faults;

  /**
   * A gate without faults.
   *
   * @param connections what faults do to connections
   * @param shown gives a call without the secrets in it, to be named in messages
   */
  public FaultGate(ConnectionControl connections, UnaryOperator<Call> shown) {
    this.faults = new Faults(connections, shown);
  }

  /** The faults as tests see them. */
  public Faults faults() {
    return faults;
  }

  /** Ends all faults; calls that are under way belong to an earlier generation from now on. */
  public void reset() {
    faults.reset();
  }

  /** How often the gate was reset. */
  public int generation() {
    return faults.generation();
  }

  /** Whether nothing can strike, so that nobody need be asked. */
  public boolean isOpen() {
    return faults.none();
  }

  /**
   * What strikes a call at a moment on its way, or null.
   *
   * @throws FailedPredicateException if the predicate of a fault fails
   */
  public @Nullable FaultMatch strike(Call call, FaultPhase moment) {
    return faults.strike(call, moment);
  }

  /** Notes that a call will not come to a moment, for faults that wait for it there. */
  public void missed(Call call, FaultPhase moment, String why) {
    faults.missed(call, moment, why);
  }

  /** The rendezvous that a call has to wait for, or null. */
  public @Nullable Rendezvous meeting(Call call) {
    return faults.meeting(call);
  }

  /**
   * Makes a call wait.
   *
   * @param proceed what lets it go on; called once, by whoever ends the waiting
   * @return whether it is the first, from which the limit counts
   */
  public boolean hold(Rendezvous meeting, Runnable proceed) {
    return meeting.hold(proceed);
  }
}
