package io.github.bigidtestkit.internal.endpoint;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.Users;
import io.github.bigidtestkit.fault.Call;
import io.github.bigidtestkit.internal.http.HandshakeCure;
import io.github.bigidtestkit.internal.http.HttpAdapter;
import io.github.bigidtestkit.internal.http.HttpDate;
import io.github.bigidtestkit.internal.journal.Recorder;
import io.github.bigidtestkit.internal.journal.Redaction;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.Handshake;
import io.github.bigidtestkit.journal.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes calls into the journal, secrets taken out. */
public final class JournalWriter {

  private final Recorder recorder;
  private final Users users;
  private final Redaction redaction;
  private final long started = System.nanoTime();

  JournalWriter(Recorder recorder, Users users) {
    this.recorder = recorder;
    this.users = users;
    this.redaction = new Redaction(users.passwords());
  }

  public HttpAdapter.Arrival arrival(Instant now) {
    return new HttpAdapter.Arrival(recorder.begin(), now, System.nanoTime());
  }

  public void record(
      HttpAdapter.Arrival arrival,
      Request request,
      @Nullable String query,
      Outcome outcome,
      @Nullable String fault) {
    String path = shownPath(request);
    String shownQuery = redaction.query(query);
    boolean secret =
        !path.equals(request.path())
            || !Objects.requireNonNullElse(shownQuery, "")
                .equals(Objects.requireNonNullElse(query, ""));
    recorder.record(
        arrival.ticket(),
        new Exchange(
            arrival.ticket().number(),
            arrival.at(),
            Duration.ofNanos(arrival.nanos() - started),
            request.method(),
            Redaction.shortened(path),
            shownQuery == null ? null : Redaction.shortened(shownQuery),
            secret,
            request.endpoint(),
            shown(outcome.user()),
            outcome.token(),
            outcome.issued(),
            outcome.response().status(),
            shown(outcome.rejection()),
            fault,
            retryAfter(outcome.response(), arrival.at()),
            Duration.ofNanos(System.nanoTime() - arrival.nanos())));
  }

  /** How often the journal was cleared, to be told as a handshake is recorded. */
  public long clearings() {
    return recorder.clearings();
  }

  /** A fault struck a handshake. */
  public void struck(long clearings, Instant at, String fault) {
    recorder.record(clearings, new Handshake(at, sinceStart(), fault, null));
  }

  /** A handshake failed, perhaps as a fault wanted it to. */
  public void failed(long clearings, Instant at, String failure, boolean struck) {
    String words = struck ? failure : failure + HandshakeCure.of(failure);
    recorder.record(clearings, new Handshake(at, sinceStart(), null, words));
  }

  private Duration sinceStart() {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  /** The paths of the two endpoints are known, and so is what every path begins with. */
  private String shownPath(Request request) {
    if (request.endpoint() != Endpoint.RESOURCE) {
      return request.path();
    }
    return request.insideApi()
        ? Api.PREFIX + redaction.text(request.pathBelowApi())
        : redaction.text(request.path());
  }

  /** A call as faults may name it in their messages. */
  public Call shown(Call call) {
    return new Call(
            call.endpoint(),
            call.method(),
            redaction.text(call.path()),
            shown(call.user()),
            call.at())
        .over(call.protocol());
  }

  /** Names of users are no secrets, though a password may be the same; what else is sent may be. */
  private @Nullable String shown(@Nullable String user) {
    return user == null || isUser(user) ? user : Redaction.shortened(redaction.text(user));
  }

  private boolean isUser(String name) {
    return users.find(name).isPresent();
  }

  private @Nullable Rejection shown(@Nullable Rejection rejection) {
    if (rejection == null) {
      return null;
    }
    String raw = rejection.explanation();
    boolean foreignWords = rejection.reason() == Rejection.Reason.SANDBOX_FAILED;
    String text = foreignWords ? redaction.text(raw) : redaction.explanation(raw, this::isUser);
    return new Rejection(rejection.reason(), Redaction.shortened(text));
  }

  private static @Nullable Instant retryAfter(Response response, Instant now) {
    for (var header : response.headers().entrySet()) {
      if (header.getKey().equalsIgnoreCase("Retry-After")) {
        return retryAfter(header.getValue(), now);
      }
    }
    return null;
  }

  private static @Nullable Instant retryAfter(String value, Instant now) {
    return value.matches("[0-9]{1,9}")
        ? now.plusSeconds(Long.parseLong(value))
        : HttpDate.parse(value);
  }
}
