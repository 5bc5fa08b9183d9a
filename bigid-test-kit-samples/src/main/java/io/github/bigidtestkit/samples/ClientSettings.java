package io.github.bigidtestkit.samples;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How a client calls BigID, and how patient it is.
 *
 * @param exchange how it exchanges its user token
 * @param scheme how it shows its tokens
 * @param clock tells when a token expires
 * @param limit how long a call may take, body included
 * @param attempts how often a call is tried in all, if BigID can't be reached or makes no sense
 * @param pause waits; a test can hand in one that moves the clock instead
 * @param tls whom to trust over HTTPS, or null for whom the JVM trusts
 */
public record ClientSettings(
    ExchangeMethod exchange,
    Scheme scheme,
    Clock clock,
    Duration limit,
    int attempts,
    Function<Duration, CompletableFuture<Void>> pause,
    @Nullable SSLContext tls) {

  /**
   * As deployments of today want it (connector); the system's clock, 20 seconds, three attempts.
   */
  public static ClientSettings defaults() {
    return new ClientSettings(
        ExchangeMethod.GET,
        Scheme.RAW,
        Clock.systemUTC(),
        Duration.ofSeconds(20),
        3,
        ClientSettings::waitFor,
        null);
  }

  /** The same with another method of the exchange. */
  public ClientSettings withExchange(ExchangeMethod other) {
    return new ClientSettings(other, scheme, clock, limit, attempts, pause, tls);
  }

  /** The same with another way to show tokens. */
  public ClientSettings withScheme(Scheme other) {
    return new ClientSettings(exchange, other, clock, limit, attempts, pause, tls);
  }

  /** The same with another clock. */
  public ClientSettings withClock(Clock other) {
    return new ClientSettings(exchange, scheme, other, limit, attempts, pause, tls);
  }

  /** The same with another limit. */
  public ClientSettings withLimit(Duration other) {
    return new ClientSettings(exchange, scheme, clock, other, attempts, pause, tls);
  }

  /** The same with another number of attempts. */
  public ClientSettings withAttempts(int other) {
    return new ClientSettings(exchange, scheme, clock, limit, other, pause, tls);
  }

  /** The same with another way to wait. */
  public ClientSettings withPause(Function<Duration, CompletableFuture<Void>> other) {
    return new ClientSettings(exchange, scheme, clock, limit, attempts, other, tls);
  }

  /** The same with another idea of whom to trust over HTTPS. */
  public ClientSettings withTls(SSLContext other) {
    return new ClientSettings(exchange, scheme, clock, limit, attempts, pause, other);
  }

  private static CompletableFuture<Void> waitFor(Duration pause) {
    return CompletableFuture.runAsync(
        () -> {}, CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS));
  }
}
