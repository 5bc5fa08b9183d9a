package io.github.bigidtestkit.fault;

import io.github.bigidtestkit.Endpoint;
import java.time.Duration;
import java.util.List;

/**
 * The faults of a sandbox. If several match a call, the most recently started one applies.
 * Thread-safe.
 *
 * <pre>{@code
 * bigId.faults().inject(Fault.status(503)).on(Endpoint.REFRESH).times(2).start();
 * }</pre>
 */
public interface Faults {

  /**
   * Begins to describe a fault; nothing happens before {@link FaultInjection#start}.
   *
   * <p>The JUnit extension fails a test that begins one and does not start it.
   */
  FaultInjection inject(Fault fault);

  /** As {@link #inject(Fault)}, with one of the ready-made faults. */
  default FaultInjection inject(FaultKind kind) {
    return inject(kind.fault());
  }

  /**
   * Starts a fault that was described before.
   *
   * @throws IllegalArgumentException if it needs TLS and the sandbox has none
   */
  ActiveFault start(PlannedFault fault);

  /** As {@link #hold(Endpoint, Duration)}, with a limit of 30 seconds. */
  default Hold hold(Endpoint endpoint) {
    return hold(endpoint, Duration.ofSeconds(30));
  }

  /**
   * Holds the calls to an endpoint until the test releases them: this makes any order of answers
   * reproducible. If several holds match, the most recently started one applies.
   *
   * @param endpoint whose calls are held
   * @param limit how long a call is held at most, in real time; positive. Once it has passed for
   *     one, the hold ends, and the JUnit extension fails the test
   * @throws IllegalArgumentException if the limit is not positive
   */
  Hold hold(Endpoint endpoint, Duration limit);

  /**
   * Holds calls to the endpoint until the given number have arrived or a limit has passed, and then
   * lets all go at once: this makes a stampede reproducible.
   *
   * @param endpoint whose calls are held
   * @param calls how many are expected; at least 2
   * @param limit how long the first one is held at most, in real time; positive
   * @throws IllegalArgumentException if calls or limit are out of range
   */
  Rendezvous rendezvous(Endpoint endpoint, int calls, Duration limit);

  /** The faults that were started and not cleared, the most recent first. */
  List<ActiveFault> active();

  /** Ends all faults, without asking whether they applied. Held calls continue. */
  void clear();
}
