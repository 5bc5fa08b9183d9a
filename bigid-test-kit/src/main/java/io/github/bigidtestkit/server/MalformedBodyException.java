package io.github.bigidtestkit.server;

import java.io.IOException;

/** A body whose chunks are not as they should be. */
final class MalformedBodyException extends IOException {

  private static final long serialVersionUID = 1L;

  MalformedBodyException(String message) {
    super(message);
  }
}
