package io.github.bigidtestkit.fault;

/**
 * A hold that lets all calls go at once as soon as enough of them have arrived; see {@link
 * Faults#rendezvous}. It happens once; later calls pass. Thread-safe.
 *
 * <p>The JUnit extension fails a test whose rendezvous was never met, as that proves nothing,
 * unless the test asks for {@link #met()} or {@link #arrived()}. A client that makes one call where
 * others make many does not meet it: {@code assertThat(rendezvous.met()).isFalse()} says that this
 * is right.
 */
public interface Rendezvous extends Hold {

  /** Whether as many calls arrived as were expected. */
  boolean met();
}
