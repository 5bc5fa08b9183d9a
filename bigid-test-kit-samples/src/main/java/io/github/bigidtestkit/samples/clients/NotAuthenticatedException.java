package io.github.bigidtestkit.samples.clients;

import java.io.Serial;

/** BigID refuses the token: trying again does not help, another user token does. */
public final class NotAuthenticatedException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  NotAuthenticatedException() {
    super("BigID refuses the token");
  }
}
