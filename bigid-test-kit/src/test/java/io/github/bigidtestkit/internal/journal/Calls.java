package io.github.bigidtestkit.internal.journal;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Exchanges for tests that need no server. */
final class Calls {

  static final Instant START = Instant.parse("2030-01-01T10:00:00Z");

  private Calls() {}

  static Exchange call(long number, @Nullable String user, Duration sinceStart, Duration took) {
    return call(number, user, START, sinceStart, took);
  }

  static Exchange call(
      long number, @Nullable String user, Instant at, Duration sinceStart, Duration took) {
    return new Exchange(
        number,
        at,
        sinceStart,
        "GET",
        "/api/v1/data",
        null,
        false,
        null,
        Map.of(),
        null,
        Endpoint.RESOURCE,
        user,
        null,
        null,
        200,
        null,
        null,
        null,
        took);
  }

  /** A journal of calls that come one after the other. */
  static Journal journal(int capacity, int count) {
    Recorder recorder = new Recorder(capacity);
    for (int i = 0; i < count; i++) {
      Recorder.Ticket ticket = recorder.begin();
      recorder.record(
          ticket, call(ticket.number(), "bigid", Duration.ofMillis(10L * i), Duration.ofMillis(5)));
    }
    return recorder;
  }
}
