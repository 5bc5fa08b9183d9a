package io.github.bigidtestkit.internal.json;

import java.time.Duration;
import java.time.format.DateTimeParseException;

/** Reads ISO-8601 durations in annotations, JSON and command lines. */
public final class IsoDuration {

  static final String CURE = "Write 15 minutes as [PT15M], 30 days as [P30D].";

  private IsoDuration() {}

  /**
   * Parses one.
   *
   * @param name what it is called in the message
   * @throws IllegalArgumentException if it is invalid
   */
  public static Duration parse(String name, String text) {
    try {
      return parse(text);
    } catch (IllegalArgumentException invalid) {
      throw new IllegalArgumentException(name + " " + invalid.getMessage(), invalid.getCause());
    }
  }

  /** Parses one; the message of the exception begins with the text instead of a name. */
  public static Duration parse(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException notIso) {
      throw new IllegalArgumentException(
          "[%s] is not an ISO-8601 duration in days, hours, minutes and seconds. %s"
              .formatted(Excerpt.of(text), CURE),
          notIso);
    }
  }
}
