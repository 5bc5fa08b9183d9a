package io.github.bigidtestkit.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls that are held until enough of them have come, and then let go all at once; see {@link
 * Faults#rendezvous}. Happens once; calls that come later pass. Thread-safe.
 */
public final class Rendezvous implements AutoCloseable {

  private final Faults faults;
  private final Target endpoint;
  private final int expected;
  private final Duration limit;
  private final List<Runnable> held = new ArrayList<>();
  private int arrived;
  private boolean over;

  Rendezvous(Faults faults, Target endpoint, int expected, Duration limit) {
    if (expected < 2) {
      throw new IllegalArgumentException(
          "A rendezvous of [%s] calls holds nobody. Wait for at least 2.".formatted(expected));
    }
    if (limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException(
          "A rendezvous with the limit [%s] holds nobody. Give a positive one, such as Duration.ofSeconds(2)."
              .formatted(limit));
    }
    this.faults = faults;
    this.endpoint = endpoint;
    this.expected = expected;
    this.limit = limit;
  }

  /** How many calls have come, those after its end not counted. */
  public synchronized int arrived() {
    return arrived;
  }

  /** Whether as many came as were expected. */
  public synchronized boolean met() {
    return arrived >= expected;
  }

  /** How long calls are held at most. */
  public Duration limit() {
    return limit;
  }

  synchronized boolean concerns(Call call) {
    return !over && endpoint.covers(call.endpoint());
  }

  /**
   * Holds a call, for servers.
   *
   * @param proceed what lets it go on; called once, by whoever ends the waiting
   * @return whether this is the first, from which the limit counts
   */
  public boolean hold(Runnable proceed) {
    boolean first;
    boolean complete;
    synchronized (this) {
      if (over) {
        first = false;
        complete = true;
      } else {
        arrived++;
        first = arrived == 1;
        complete = arrived == expected;
      }
      held.add(proceed);
    }
    if (complete) {
      close();
    }
    return first;
  }

  /** Lets go all calls that are held; those to come pass. Closing again does nothing. */
  @Override
  public void close() {
    List<Runnable> free;
    synchronized (this) {
      over = true;
      free = List.copyOf(held);
      held.clear();
    }
    faults.end(this);
    free.forEach(Runnable::run);
  }
}
