package io.github.bigidtestkit.internal.fault;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.fault.Call;
import io.github.bigidtestkit.fault.Hold;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Holds calls until they are released. What lets a call go only passes it on to its own thread, so
 * nothing happens under the lock.
 */
public class HeldCalls implements Hold {

  private record Waiting(Runnable proceed, Executor thread) {

    void go() {
      thread.execute(proceed);
    }
  }

  private final Consumer<HeldCalls> whenOver;
  private final Endpoint endpoint;
  private final Duration limit;

  /** By their numbers. */
  private final SortedMap<Integer, Waiting> held = new TreeMap<>();

  /** Done when all that were released in an order have gone on. */
  private CompletableFuture<Void> released = CompletableFuture.completedFuture(null);

  private int arrived;
  private boolean over;
  private boolean judged;
  private boolean expired;

  HeldCalls(Consumer<HeldCalls> whenOver, Endpoint endpoint, Duration limit) {
    if (limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException(
          "A %s with the limit [%s] blocks nobody. Give a positive one, such as Duration.ofSeconds(2)."
              .formatted(name(), limit));
    }
    this.whenOver = whenOver;
    this.endpoint = endpoint;
    this.limit = limit;
  }

  /** How messages call it. */
  String name() {
    return "hold";
  }

  Endpoint endpoint() {
    return endpoint;
  }

  /** Whether it ends with this many calls. */
  boolean endsWith(int calls) {
    return false;
  }

  @Override
  public synchronized int arrived() {
    judged = true;
    return arrived;
  }

  synchronized boolean judged() {
    return judged;
  }

  /** How many arrived; asking does not count as the test's own judgement. */
  synchronized int count() {
    return arrived;
  }

  @Override
  public Duration limit() {
    return limit;
  }

  synchronized boolean concerns(Call call) {
    return !over && endpoint.covers(call.endpoint());
  }

  /** Why a test proves nothing; empty if a call came or the test asked how many. */
  Optional<String> unproven() {
    return judged() || count() > 0
        ? Optional.empty()
        : Optional.of(
            "A hold on %s met no call, so the test proves nothing. Let the client make one. If none is right, add assertThat(hold.arrived()).isZero()."
                .formatted(endpoint));
  }

  /** What nobody has released; empty if there is nothing. */
  synchronized Optional<String> unreleased() {
    return expired || !held.isEmpty()
        ? Optional.of(
            "A hold on %s still held calls %s, so the client got no answer before. Add hold.release(), or close the hold."
                .formatted(
                    endpoint, expired ? "after its limit of " + limit : "when the test ended"))
        : Optional.empty();
  }

  /**
   * Holds a call.
   *
   * @param proceed lets it continue; run once
   * @param thread the call's own
   * @return its number
   */
  public int hold(Runnable proceed, Executor thread) {
    Waiting call = new Waiting(proceed, thread);
    int number;
    synchronized (this) {
      number = over ? 0 : ++arrived;
      if (number > 0) {
        held.put(number, call);
        notifyAll();
      }
    }
    if (number == 0) {
      call.go();
    } else if (endsWith(number)) {
      close();
    }
    return number;
  }

  public synchronized boolean isHeld(int number) {
    return held.containsKey(number);
  }

  /** Ends it, as a call has waited for too long. */
  public void expire() {
    synchronized (this) {
      expired = true;
    }
    close();
  }

  @Override
  public void awaitHeld(int calls, Duration longest) {
    if (calls < 1 || longest.isNegative() || longest.isZero()) {
      throw new IllegalArgumentException(
          "Can't wait [%s] for [%s] held calls. Wait for at least one, with a positive limit, such as Duration.ofSeconds(2)."
              .formatted(longest, calls));
    }
    long deadline = System.nanoTime() + TimeUnit.NANOSECONDS.convert(longest);
    synchronized (this) {
      try {
        long left = deadline - System.nanoTime();
        while (!over && held.size() < calls && left > 0) {
          TimeUnit.NANOSECONDS.timedWait(this, left);
          left = deadline - System.nanoTime();
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while waiting for held calls", interrupted);
      }
      if (held.size() < calls) {
        throw new AssertionError(
            "Waited %s for %s held call(s) to %s; %s arrived and %s of them are held%s."
                .formatted(
                    longest,
                    calls,
                    endpoint,
                    arrived,
                    held.size(),
                    over ? ", as the hold is over" : ""));
      }
    }
  }

  @Override
  public synchronized void release() {
    inOrder(List.copyOf(held.values()));
    held.clear();
  }

  @Override
  public synchronized void release(int first, int... next) {
    SortedMap<Integer, Waiting> left = new TreeMap<>(held);
    List<Waiting> going = new ArrayList<>();
    for (int i = -1; i < next.length; i++) {
      int number = i < 0 ? first : next[i];
      Waiting call = left.remove(number);
      if (call == null) {
        throw new IllegalArgumentException(
            "Call [%s] can't be released: held are %s. Wait for it with awaitHeld, and name each once."
                .formatted(number, held.keySet()));
      }
      going.add(call);
    }
    held.keySet().retainAll(left.keySet());
    inOrder(going);
  }

  /** Each begins when the one before has gone on; the first at once, if none is before it. */
  private void inOrder(Collection<Waiting> going) {
    for (Waiting call : going) {
      released = released.exceptionally(failed -> null).thenRunAsync(call.proceed(), call.thread());
    }
  }

  @Override
  public void close() {
    List<Waiting> free;
    synchronized (this) {
      over = true;
      free = List.copyOf(held.values());
      held.clear();
      notifyAll();
    }
    whenOver.accept(this);
    free.forEach(Waiting::go);
  }
}
