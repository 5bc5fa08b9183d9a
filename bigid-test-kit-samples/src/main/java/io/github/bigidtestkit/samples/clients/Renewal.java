package io.github.bigidtestkit.samples.clients;

import java.io.IOException;

/** Exchanges a user token for a system token. */
@FunctionalInterface
interface Renewal {

  /**
   * Makes one attempt.
   *
   * @return the system token
   * @throws IOException if BigID can't be had at the moment
   * @throws NotAuthenticatedException if it refuses the user token
   */
  String renew() throws IOException;

  /** What is to be made of a status; returns if it is a good one. */
  static void require(int status) throws IOException {
    if (status == 401) {
      throw new NotAuthenticatedException();
    }
    if (status != 200) {
      throw new IOException("BigID answered a renewal with status " + status);
    }
  }
}
