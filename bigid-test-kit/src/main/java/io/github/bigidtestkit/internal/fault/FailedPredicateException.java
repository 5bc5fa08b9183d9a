package io.github.bigidtestkit.internal.fault;

/** The predicate of a fault failed instead of telling whether a call matches. */
public final class FailedPredicateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FailedPredicateException(String fault, Throwable cause) {
    super(
        "The predicate of fault [%s] failed: %s. Let it return false for calls that it does not know."
            .formatted(fault, cause),
        cause);
  }
}
