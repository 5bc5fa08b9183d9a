package io.github.bigidtestkit.server;

import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.Recorder;
import io.github.bigidtestkit.journal.Redaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes calls into the journal, secrets taken out. */
final class Scribe {

  private final Recorder recorder;
  private final Redaction redaction;
  private final long started = System.nanoTime();

  Scribe(Recorder recorder, Redaction redaction) {
    this.recorder = recorder;
    this.redaction = redaction;
  }

  HttpAdapter.Arrival arrival(Instant now) {
    return new HttpAdapter.Arrival(recorder.begin(), now, System.nanoTime());
  }

  void record(
      HttpAdapter.Arrival arrival,
      Request request,
      @Nullable String query,
      Outcome outcome,
      @Nullable String fault) {
    String path = redaction.text(request.path());
    String shownQuery = redaction.query(query);
    boolean secret =
        !path.equals(request.path())
            || !Objects.requireNonNullElse(shownQuery, "")
                .equals(Objects.requireNonNullElse(query, ""));
    String user = outcome.user();
    recorder.record(
        arrival.ticket(),
        new Exchange(
            arrival.ticket().number(),
            arrival.at(),
            Duration.ofNanos(arrival.nanos() - started),
            request.method(),
            path,
            shownQuery,
            secret,
            request.endpoint(),
            user == null ? null : redaction.text(user),
            outcome.token(),
            outcome.issued(),
            outcome.response().status(),
            outcome.rejection(),
            fault,
            retryAfter(outcome.response(), arrival.at()),
            Duration.ofNanos(System.nanoTime() - arrival.nanos())));
  }

  private static @Nullable Instant retryAfter(Response response, Instant now) {
    String value = response.headers().get("Retry-After");
    if (value == null) {
      return null;
    }
    return value.chars().allMatch(Character::isDigit)
        ? now.plusSeconds(Long.parseLong(value))
        : HttpDate.parse(value);
  }
}
