package io.github.bigidtestkit.internal.journal;

import io.github.bigidtestkit.journal.Exchange;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Time that passed by the sandbox clock between two calls.
 *
 * @param span how long; negative if the clock was set back
 * @param moved whether the clock was moved; otherwise the time really passed
 * @param end what the clock showed afterwards
 */
record Pause(Duration span, boolean moved, Instant end) {

  private static final Duration NOTABLE = Duration.ofSeconds(1);

  /** Null if less than a second passed, or if there is no earlier call. */
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
    return (span.isNegative() ? "" : "+") + ExchangeText.span(span);
  }

  /** Such as {@code +16 min (clock moved)}. */
  String inShort() {
    return label() + (moved ? " (clock moved)" : "");
  }

  /** Why the clock shows another time, and which. */
  String cause() {
    return (moved ? "the clock was moved, to " : "passed, until ") + ExchangeText.dateTime(end);
  }
}
