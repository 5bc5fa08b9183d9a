package io.github.bigidtestkit.fault;

import io.github.bigidtestkit.Endpoint;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * Describes which calls a fault applies to, and starts it. By default it applies to every call
 * until cleared. Not thread-safe; the {@link ActiveFault} is.
 */
public interface FaultInjection {

  /** Only calls to that endpoint. In a script, to be called before the first {@link #then}. */
  FaultInjection on(Endpoint endpoint);

  /** Only calls of that user: the one who logs in, or whose token is shown. */
  FaultInjection forUser(String username);

  /** Only calls that match. The predicate is called on an I/O thread, so it must be quick. */
  FaultInjection when(Predicate<? super Call> predicate);

  /**
   * Only calls from one instant of the sandbox clock until before another: an outage window.
   *
   * @throws IllegalArgumentException if the window is empty
   */
  FaultInjection between(Instant from, Instant to);

  /** That many times; with {@link #then}, the next fault follows. */
  FaultInjection times(int times);

  /** The n-th matching call, counted from 1, once; with {@code times}, from there on. */
  FaultInjection nth(int call);

  /**
   * Every n-th matching call.
   *
   * @throws IllegalArgumentException if a first call was named with {@link #nth}
   */
  FaultInjection every(int calls);

  /** Every matching call until cleared, which is the default. */
  FaultInjection untilCleared();

  /**
   * Another fault, after this one has applied as often as it should. Calls are counted from 1
   * again.
   *
   * @throws IllegalStateException if this one has no end
   */
  FaultInjection then(Fault next);

  /** The test does not fail if it never applies. */
  FaultInjection optional();

  /**
   * Starts it.
   *
   * @throws IllegalArgumentException if it is limited to what can't be known when it applies, or
   *     needs TLS and the sandbox has none
   */
  ActiveFault start();
}
