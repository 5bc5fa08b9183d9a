package io.github.bigidtestkit.junit;

import java.time.Duration;
import java.time.format.DateTimeParseException;

/** Reads ISO-8601 durations from annotation attributes. */
final class Iso {

  private Iso() {}

  static Duration duration(String attribute, String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException notIso) {
      throw new IllegalArgumentException(
          "%s [%s] is not an ISO-8601 duration in days, hours, minutes and seconds. Write 15 minutes as [PT15M], 30 days as [P30D]."
              .formatted(attribute, text),
          notIso);
    }
  }
}
