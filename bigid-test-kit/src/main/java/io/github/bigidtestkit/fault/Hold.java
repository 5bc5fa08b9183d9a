package io.github.bigidtestkit.fault;

import java.time.Duration;

/**
 * Calls that are held until the test releases them, in the order that it chooses; see {@link
 * Faults#hold}. Thread-safe.
 *
 * <pre>{@code
 * try (Hold renewals = bigId.faults().hold(Endpoint.REFRESH)) {
 *   var early = executor.submit(client::renew);
 *   renewals.awaitHeld(1, Duration.ofSeconds(5));
 *   var late = executor.submit(client::renew);
 *   renewals.awaitHeld(2, Duration.ofSeconds(5));
 *   renewals.release(2, 1); // the late one overtakes the early one
 * }
 * }</pre>
 *
 * <p>Calls are numbered from 1 in the order in which they arrive here; they have been read, and
 * nothing is decided about them yet. They are held on no thread: each waits until it is released,
 * {@link #close} or the limit of the hold, in which case all are let go and later ones pass.
 *
 * <p>The JUnit extension fails a test if calls were still held when it ended or when the limit had
 * passed. It also fails one whose hold met no call, as that proves nothing, unless the test asks
 * for {@link #arrived()}.
 */
public interface Hold extends AutoCloseable {

  /** How many calls have arrived before its end. */
  int arrived();

  /** How long a call is held at most, in real time. */
  Duration limit();

  /**
   * Waits until so many calls are held, not counting those that were released.
   *
   * @param calls how many; at least 1
   * @param limit how long to wait, in real time; positive
   * @throws IllegalArgumentException if calls or limit are out of range
   * @throws AssertionError if fewer are held when the limit has passed
   */
  void awaitHeld(int calls, Duration limit);

  /** Lets all that are held now go, in the order in which they arrived. Later ones are held. */
  void release();

  /**
   * Lets calls go, in this order: each one after the one before was answered or met a fault that
   * delays it. Does not wait for the answers.
   *
   * @param first the number of a call that is held
   * @param next the numbers of others
   * @throws IllegalArgumentException if one of them is not held, or is named twice; none is let go
   */
  void release(int first, int... next);

  /** Lets all that are held go, at once; later ones pass. Closing again does nothing. */
  @Override
  void close();
}
