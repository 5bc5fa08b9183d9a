package io.github.bigidtestkit.internal.http;

import io.github.bigidtestkit.fault.DelayFault;
import java.time.Duration;

/**
 * How long the server waits for a client, in real time. A connection that takes longer is closed,
 * so that clients that stop do not use resources for long.
 *
 * @param idle for the next request on a connection
 * @param head from the first byte of a request to the end of its head, and for a TLS handshake
 * @param body from the end of the head to the end of the body
 * @param answer for the client to take the answer
 */
public record Limits(Duration idle, Duration head, Duration body, Duration answer) {

  /** A minute each, and half a minute for a head. */
  public static final Limits DEFAULT =
      new Limits(
          Duration.ofSeconds(60),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofSeconds(60));

  /**
   * For a connection over which HTTP/2 may be used: longer than the longest delay that a fault can
   * cause, because a call that waits for its answer counts as idle.
   */
  Duration idleHttp2() {
    return idle.plus(DelayFault.LONGEST);
  }
}
