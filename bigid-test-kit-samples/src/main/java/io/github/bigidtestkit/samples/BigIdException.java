package io.github.bigidtestkit.samples;

import org.jspecify.annotations.Nullable;

/** A call to BigID that failed. The message names the call, and never a secret. */
public final class BigIdException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What a caller may want to branch on. */
  public enum Reason {
    /** The credentials are wrong, or good for nothing any more. */
    NOT_AUTHENTICATED,
    /** The user may not do that. */
    NOT_PERMITTED,
    /** There was no answer, or none that makes sense; it may help to try again later. */
    UNAVAILABLE
  }

  private final Reason reason;

  BigIdException(Reason reason, String message) {
    this(reason, message, null);
  }

  BigIdException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** The same failure, with the stack trace of another thread that it concerns. */
  BigIdException(BigIdException failure) {
    super(failure.getMessage(), failure);
    this.reason = failure.reason;
  }

  /** What kind of failure it is. */
  public Reason reason() {
    return reason;
  }
}
