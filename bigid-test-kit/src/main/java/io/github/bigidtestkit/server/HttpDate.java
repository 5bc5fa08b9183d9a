package io.github.bigidtestkit.server;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The {@code Date} header by the sandbox clock. Formats once a second. Thread-safe. */
final class HttpDate {

  private record Formatted(long second, String text) {}

  private volatile Formatted last = new Formatted(Long.MIN_VALUE, "");

  String of(Instant instant) {
    Formatted current = last;
    if (current.second() != instant.getEpochSecond()) {
      String text = DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
      current = new Formatted(instant.getEpochSecond(), text);
      last = current;
    }
    return current.text();
  }
}
