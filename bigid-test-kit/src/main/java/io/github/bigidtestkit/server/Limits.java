package io.github.bigidtestkit.server;

import java.time.Duration;

/**
 * How long the server waits for a client, in real time. What takes longer is closed, so that
 * clients that do not go on cost nothing for long.
 *
 * @param idle for the next request on a connection
 * @param head from the first byte of a request to the end of its head, and for a TLS handshake
 * @param body from the end of the head to the end of the body
 * @param answer for the client to take the answer
 */
record Limits(Duration idle, Duration head, Duration body, Duration answer) {

  /** A minute each, and half a minute for a head. */
  static final Limits DEFAULT =
      new Limits(
          Duration.ofSeconds(60),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofSeconds(60));

  /**
   * For a connection over which HTTP/2 may be spoken, where nothing but calls counts: the server
   * library sets no limit to the first head there.
   */
  Duration withoutCall() {
    return idle.plus(head);
  }
}
