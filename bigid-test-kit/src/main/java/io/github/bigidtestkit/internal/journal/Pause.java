package io.github.bigidtestkit.internal.journal;

import io.github.bigidtestkit.journal.Exchange;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Time that passed by the sandbox clock between two calls.
 *
 * @param span how long; negative where the clock was set back
 * @param moved whether the clock was moved; else the time really passed
 * @param end what the clock showed afterwards
 */
record Pause(Duration span, boolean moved, Instant end) {

  private static final Duration NOTABLE = Duration.ofSeconds(1);

  /** Null where less than a second passed, or where there is no earlier call. */
  static @Nullable Pause between(@Nullable Exchange earlier, Exchange later) {
    if (earlier == null) {
      return null;
    }
    Duration span = Duration.between(earlier.at(), later.at());
    if (span.abs().compareTo(NOTABLE) < 0) {
      return null;
    }
    Duration real = later.sinceStart().minus(earlier.sinceStart());
    return new Pause(span, span.minus(real).abs().compareTo(NOTABLE) >= 0, later.at());
  }

  /** Such as {@code +16 min}. */
  String label() {
    return span.isNegative() ? Words.span(span) : "+" + Words.span(span);
  }

  /** What became of the clock. */
  String cause() {
    return (moved ? "the clock was moved, to " : "passed, until ") + Words.dateTime(end);
  }
}
