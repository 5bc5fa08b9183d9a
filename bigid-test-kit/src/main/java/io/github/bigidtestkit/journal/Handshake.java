package io.github.bigidtestkit.journal;

import io.github.bigidtestkit.internal.journal.Timeline;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A TLS handshake that a fault struck, or that failed. One that did both stands here twice: as it
 * was struck, and with what became of it.
 *
 * @param at when, by the sandbox clock
 * @param sinceStart when, in real time since the sandbox started
 * @param fault which fault struck, in words, or null if this is how it failed
 * @param failure how it failed, such as what alert the client sent, or null if this is how it was
 *     struck
 */
public record Handshake(
    Instant at, Duration sinceStart, @Nullable String fault, @Nullable String failure) {

  /** One line of the timeline. */
  @Override
  public String toString() {
    return Timeline.line(this);
  }
}
