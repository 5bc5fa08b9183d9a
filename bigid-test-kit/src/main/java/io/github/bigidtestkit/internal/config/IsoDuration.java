package io.github.bigidtestkit.internal.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;

/** Reads ISO-8601 durations, of annotations, configuration files and command lines. Internal. */
public final class IsoDuration {

  static final String CURE = "Write 15 minutes as [PT15M], 30 days as [P30D].";

  private IsoDuration() {}

  /**
   * Reads one.
   *
   * @param name what it is called in the message
   * @throws IllegalArgumentException if it is none
   */
  public static Duration parse(String name, String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException notIso) {
      throw new IllegalArgumentException(
          "%s [%s] is not an ISO-8601 duration in days, hours, minutes and seconds. %s"
              .formatted(name, SourceLocation.printable(text), CURE),
          notIso);
    }
  }
}
