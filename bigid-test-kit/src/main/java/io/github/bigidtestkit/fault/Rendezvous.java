package io.github.bigidtestkit.fault;

import java.time.Duration;

/**
 * Calls that are blocked until enough of them have arrived, and then all go at once; see {@link
 * Faults#rendezvous}. It happens once; later calls pass. Thread-safe.
 *
 * <p>The JUnit extension fails a test whose rendezvous was never met, as that proves nothing,
 * unless the test asks for {@link #met()} or {@link #arrived()}. A client that makes one call where
 * others make many does not meet it: {@code assertThat(rendezvous.met()).isFalse()} says that this
 * is right.
 */
public interface Rendezvous extends AutoCloseable {

  /** How many calls have arrived before its end. */
  int arrived();

  /** Whether as many calls arrived as were expected. */
  boolean met();

  /** How long calls are blocked at most. */
  Duration limit();

  /** Lets all blocked calls go; later ones pass. Closing again does nothing. */
  @Override
  void close();
}
