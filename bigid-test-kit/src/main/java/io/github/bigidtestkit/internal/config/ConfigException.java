package io.github.bigidtestkit.internal.config;

import org.jspecify.annotations.Nullable;

/** Something wrong, whose message already says where it is. */
final class ConfigException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  ConfigException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
