package io.github.bigidtestkit.journal;

import io.github.bigidtestkit.internal.journal.Timeline;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A TLS handshake that a fault struck or that failed.
 *
 * <p>One that a client begins with a sandbox that speaks HTTP without TLS fails, too.
 *
 * <p>One that was struck and failed is recorded twice: when it was struck, and when it failed.
 *
 * @param at when, by the sandbox clock
 * @param sinceStart when, in real time since the sandbox started
 * @param fault the fault that struck, in words, or null if this records a failure
 * @param failure how it failed, such as the alert that the client sent, or null if this records a
 *     strike
 */
public record Handshake(
    Instant at, Duration sinceStart, @Nullable String fault, @Nullable String failure) {

  /** One line of the timeline. */
  @Override
  public String toString() {
    return Timeline.line(this);
  }
}
