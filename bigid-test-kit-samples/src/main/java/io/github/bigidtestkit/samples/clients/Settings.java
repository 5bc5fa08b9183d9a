package io.github.bigidtestkit.samples.clients;

import java.time.Clock;
import java.time.Duration;

/**
 * How a client keeps its token.
 *
 * @param clock tells when a token expires
 * @param margin how long before that it is renewed
 * @param pause between two attempts at a renewal
 */
public record Settings(Clock clock, Duration margin, Duration pause) {

  /** The system's time, 30 seconds, 200 milliseconds. */
  public static Settings defaults() {
    return new Settings(Clock.systemUTC(), Duration.ofSeconds(30), Duration.ofMillis(200));
  }
}
