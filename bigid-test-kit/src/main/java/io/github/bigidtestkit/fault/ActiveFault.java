package io.github.bigidtestkit.fault;

/**
 * A fault that was started, until it is closed. Thread-safe.
 *
 * <pre>{@code
 * try (ActiveFault outage = bigId.faults().inject(Fault.status(503)).times(2).start()) {
 *   …
 * }
 * }</pre>
 *
 * <p>A test whose fault never applied proves nothing. So {@link #close()} fails in that case,
 * unless the fault is {@linkplain FaultInjection#optional() optional}.
 */
public interface ActiveFault extends AutoCloseable {

  /** Its number among the faults of its sandbox, counted from 1. */
  long number();

  /** How often it has applied to a call. */
  int struck();

  /** Whether it can still apply. */
  boolean isActive();

  /** Ends it, without asking whether it applied. Does nothing if it has ended. */
  void clear();

  /**
   * Ends it. Closing again does nothing.
   *
   * @throws AssertionError if it never applied and is not optional; the message shows which calls
   *     came and why they did not match
   */
  @Override
  void close();

  /**
   * Fails if it never applied and is not optional; once.
   *
   * @throws AssertionError as {@link #close()}
   */
  void verifyStruck();

  /** What applies, where and when, such as {@code status 503, 2 time(s), on REFRESH}. */
  String label();
}
