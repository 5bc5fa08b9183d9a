package io.github.bigidtestkit.samples;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How patient a client is.
 *
 * @param clock tells when a token expires
 * @param limit how long a call may take, body included
 * @param attempts how often a call is tried in all, if BigID can't be reached or makes no sense
 * @param firstPause how long the first pause between two attempts is; each further one is twice as
 *     long, unless BigID says how long it should be
 * @param pause waits; a test can hand in one that moves the clock instead
 * @param tls whom to trust over HTTPS, or null for whom the JVM trusts
 */
public record ClientSettings(
    Clock clock,
    Duration limit,
    int attempts,
    Duration firstPause,
    Function<Duration, CompletableFuture<Void>> pause,
    @Nullable SSLContext tls) {

  /** The system's clock, 20 seconds, three attempts, 200 milliseconds. */
  public static ClientSettings defaults() {
    return new ClientSettings(
        Clock.systemUTC(),
        Duration.ofSeconds(20),
        3,
        Duration.ofMillis(200),
        ClientSettings::waitFor,
        null);
  }

  /** The same with another clock. */
  public ClientSettings withClock(Clock other) {
    return new ClientSettings(other, limit, attempts, firstPause, pause, tls);
  }

  /** The same with another limit. */
  public ClientSettings withLimit(Duration other) {
    return new ClientSettings(clock, other, attempts, firstPause, pause, tls);
  }

  /** The same with another number of attempts. */
  public ClientSettings withAttempts(int other) {
    return new ClientSettings(clock, limit, other, firstPause, pause, tls);
  }

  /** The same with another way to wait. */
  public ClientSettings withPause(Function<Duration, CompletableFuture<Void>> other) {
    return new ClientSettings(clock, limit, attempts, firstPause, other, tls);
  }

  /** The same with another idea of whom to trust over HTTPS. */
  public ClientSettings withTls(SSLContext other) {
    return new ClientSettings(clock, limit, attempts, firstPause, pause, other);
  }

  /** How long to wait before an attempt, counted from 1 for the first. */
  Duration pauseAfter(int attempt) {
    return firstPause.multipliedBy(1L << (attempt - 1));
  }

  private static CompletableFuture<Void> waitFor(Duration pause) {
    return CompletableFuture.runAsync(
        () -> {},
        CompletableFuture.delayedExecutor(
            pause.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS));
  }
}
