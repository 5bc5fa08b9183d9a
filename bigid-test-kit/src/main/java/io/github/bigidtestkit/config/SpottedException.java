package io.github.bigidtestkit.config;

import org.jspecify.annotations.Nullable;

/** Something wrong, whose message already says where it is. */
final class SpottedException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  SpottedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
