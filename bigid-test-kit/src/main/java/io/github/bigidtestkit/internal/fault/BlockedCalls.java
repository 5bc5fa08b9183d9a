package io.github.bigidtestkit.internal.fault;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.fault.Call;
import io.github.bigidtestkit.fault.Rendezvous;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Blocks calls until enough of them have arrived. */
public final class BlockedCalls implements Rendezvous {

  private final Consumer<BlockedCalls> whenOver;
  private final Endpoint endpoint;
  private final int expected;
  private final Duration limit;
  private final List<Runnable> held = new ArrayList<>();
  private int arrived;
  private boolean over;
  private boolean judged;

  BlockedCalls(Consumer<BlockedCalls> whenOver, Endpoint endpoint, int expected, Duration limit) {
    if (expected < 2) {
      throw new IllegalArgumentException(
          "A rendezvous of [%s] calls blocks nobody. Expect at least 2.".formatted(expected));
    }
    if (limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException(
          "A rendezvous with the limit [%s] blocks nobody. Give a positive one, such as Duration.ofSeconds(2)."
              .formatted(limit));
    }
    this.whenOver = whenOver;
    this.endpoint = endpoint;
    this.expected = expected;
    this.limit = limit;
  }

  @Override
  public synchronized int arrived() {
    judged = true;
    return arrived;
  }

  @Override
  public synchronized boolean met() {
    judged = true;
    return arrived >= expected;
  }

  /** Why a test proves nothing; empty if enough calls came or the test asked how many. */
  synchronized Optional<String> neverMet() {
    return judged || arrived >= expected
        ? Optional.empty()
        : Optional.of(
            "A rendezvous expected %s calls to %s, but %s came, so the test proves nothing. Let the client make them at the same time. If fewer are right, add assertThat(rendezvous.met()).isFalse()."
                .formatted(expected, endpoint, arrived == 0 ? "none" : "only " + arrived));
  }

  @Override
  public Duration limit() {
    return limit;
  }

  synchronized boolean concerns(Call call) {
    return !over && endpoint.covers(call.endpoint());
  }

  /**
   * Blocks a call.
   *
   * @param proceed lets it continue; called once, by whoever ends the waiting
   * @return whether this is the first, from which the limit counts
   */
  public boolean block(Runnable proceed) {
    boolean first;
    boolean complete;
    synchronized (this) {
      first = !over && arrived == 0;
      if (!over) {
        arrived++;
      }
      complete = over || arrived == expected;
      held.add(proceed);
    }
    if (complete) {
      close();
    }
    return first;
  }

  @Override
  public void close() {
    List<Runnable> free;
    synchronized (this) {
      over = true;
      free = List.copyOf(held);
      held.clear();
    }
    whenOver.accept(this);
    free.forEach(Runnable::run);
  }
}
