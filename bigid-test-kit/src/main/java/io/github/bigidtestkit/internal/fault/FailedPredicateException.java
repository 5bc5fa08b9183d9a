package io.github.bigidtestkit.internal.fault;

/** The predicate of a fault or the function of a resource failed, which the test wrote. */
public final class FailedPredicateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private FailedPredicateException(String message, Throwable cause) {
    super(message, cause);
  }

  static FailedPredicateException ofFault(String fault, Throwable cause) {
    return new FailedPredicateException(
        "The predicate of fault [%s] failed: %s. Let it return false for calls that it does not know."
            .formatted(fault, cause),
        cause);
  }

  public static FailedPredicateException ofResource(String call, Throwable cause) {
    return new FailedPredicateException(
        "The function of resource [%s] failed: %s. Let it return an answer for every call."
            .formatted(call, cause),
        cause);
  }
}
