package io.github.bigidtestkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The one clock of a sandbox: it dates tokens, their validation and the journal. It starts with the
 * system's time and runs along with it until it is moved or frozen.
 *
 * <p>As a {@link Clock} it can be handed to the code under test, so that client and server agree
 * about the time. Thread-safe; a move is visible to all threads at once.
 *
 * <pre>{@code
 * clock.advance(Duration.ofMinutes(16)); // no Thread.sleep
 * }</pre>
 */
public final class SandboxClock extends Clock {

  private static final Clock SYSTEM = Clock.systemUTC();
  private static final Instant EARLIEST = Instant.EPOCH;

  /** The last second of the year 9999. As a number, since the parser of dates loads slowly. */
  private static final Instant LATEST = Instant.ofEpochSecond(253_402_300_799L);

  /** Either frozen at an instant or running with an offset; null where it runs. */
  private record Hands(Duration offset, @Nullable Instant frozenAt) {
    static final Hands STARTED = new Hands(Duration.ZERO, null);

    Instant read() {
      Instant now = frozenAt == null ? SYSTEM.instant().plus(offset) : frozenAt;
      return now.isAfter(LATEST) ? LATEST : now;
    }

    Hands at(Instant instant) {
      if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
        throw new IllegalArgumentException(
            "The sandbox clock can't be set to [%s]. It takes instants from %s to %s."
                .formatted(instant, EARLIEST, LATEST));
      }
      return frozenAt == null ? running(instant) : new Hands(offset, instant);
    }

    static Hands running(Instant from) {
      return new Hands(Duration.between(SYSTEM.instant(), from), null);
    }
  }

  private final ZoneId zone;
  private final AtomicReference<Hands> hands;

  private SandboxClock(ZoneId zone, AtomicReference<Hands> hands) {
    this.zone = zone;
    this.hands = hands;
  }

  /** A clock in UTC that starts with the system's time and runs. */
  public static SandboxClock started() {
    return new SandboxClock(ZoneOffset.UTC, new AtomicReference<>(Hands.STARTED));
  }

  /**
   * Moves the clock forward.
   *
   * @param step how far; zero or more
   * @throws IllegalArgumentException if the step is negative or leads past the year 9999
   */
  public void advance(Duration step) {
    if (step.isNegative()) {
      throw new IllegalArgumentException(
          "The sandbox clock can't advance by [%s]. To go back, use set(Instant).".formatted(step));
    }
    hands.updateAndGet(h -> h.at(plus(h.read(), step)));
  }

  /** No sum can be too large for an {@code Instant}. */
  private static Instant plus(Instant now, Duration step) {
    boolean tooFar = step.compareTo(Duration.between(now, LATEST)) > 0;
    return tooFar ? Instant.MAX : now.plus(step);
  }

  /**
   * Sets the clock, forward or back. A frozen clock stays frozen, a running one continues from
   * there.
   *
   * @throws IllegalArgumentException if the instant lies before 1970 or past the year 9999
   */
  public void set(Instant instant) {
    hands.updateAndGet(h -> h.at(instant));
  }

  /** Stops the clock at the current instant. Does nothing to a frozen clock. */
  public void freeze() {
    hands.updateAndGet(h -> new Hands(h.offset, h.read()));
  }

  /** Lets a frozen clock continue from where it stands. Does nothing to a running one. */
  public void resume() {
    hands.updateAndGet(h -> Hands.running(h.read()));
  }

  /** Resets the clock to the system's time, running. */
  public void reset() {
    hands.set(Hands.STARTED);
  }

  /** Whether the clock is frozen. */
  public boolean isFrozen() {
    return current().frozenAt != null;
  }

  private Hands current() {
    return Objects.requireNonNull(hands.get());
  }

  @Override
  public Instant instant() {
    return current().read();
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** The same clock, read in another zone: moving one moves the other. */
  @Override
  public SandboxClock withZone(ZoneId other) {
    return new SandboxClock(other, hands);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SandboxClock clock && clock.hands == hands && clock.zone.equals(zone);
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(hands);
  }

  @Override
  public String toString() {
    return "SandboxClock[%s, %s]".formatted(instant(), isFrozen() ? "frozen" : "running");
  }
}
