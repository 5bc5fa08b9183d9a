package io.github.bigidtestkit.internal.fault;

/**
 * The predicate of a fault failed instead of saying whether a call matches. For servers, which
 * answer the call all the same.
 */
public final class FailedPredicateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public FailedPredicateException(String fault, Throwable cause) {
    super(
        "The predicate of fault [%s] failed: %s. Have it return false for calls that it does not know."
            .formatted(fault, cause),
        cause);
  }
}
