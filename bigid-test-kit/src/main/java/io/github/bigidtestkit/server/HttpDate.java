package io.github.bigidtestkit.server;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The dates of HTTP headers. An instance formats the {@code Date} header once a second.
 * Thread-safe.
 */
final class HttpDate {

  private record Formatted(long second, String text) {}

  private volatile Formatted last = new Formatted(Long.MIN_VALUE, "");

  String of(Instant instant) {
    Formatted current = last;
    if (current.second() != instant.getEpochSecond()) {
      current = new Formatted(instant.getEpochSecond(), format(instant));
      last = current;
    }
    return current.text();
  }

  static String format(Instant instant) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
  }

  /** Null where the text is no such date. */
  static @Nullable Instant parse(String text) {
    try {
      return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
    } catch (DateTimeParseException notADate) {
      return null;
    }
  }
}
