package io.github.bigidtestkit.internal.endpoint;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.SandboxClock;
import io.github.bigidtestkit.fault.Call;
import io.github.bigidtestkit.internal.dialect.Api;
import io.github.bigidtestkit.internal.journal.Recorder;
import io.github.bigidtestkit.internal.journal.Redaction;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.Handshake;
import io.github.bigidtestkit.journal.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes calls into the journal, without secrets. */
public final class JournalWriter {

  private final Recorder recorder;
  private final UserDirectory users;
  private final ResourceRegistry resources;
  private final SandboxClock clock;
  private final Redaction redaction;
  private final long started = System.nanoTime();

  JournalWriter(
      Recorder recorder, UserDirectory users, ResourceRegistry resources, SandboxClock clock) {
    this.recorder = recorder;
    this.resources = resources;
    this.clock = clock;
    this.users = users;
    this.redaction = new Redaction(users::all);
  }

  /**
   * When a call came, and its place in the journal.
   *
   * @param ticket its place in the journal
   * @param at by the sandbox clock
   * @param nanos by the system's own clock
   */
  public record Arrival(Recorder.Ticket ticket, Instant at, long nanos) {}

  /** A call that comes now. */
  public Arrival arrival() {
    return new Arrival(recorder.begin(), clock.instant(), System.nanoTime());
  }

  public void record(Arrival arrival, Request request, Response response, @Nullable String fault) {
    resources.note(request);
    String path = shownPath(request);
    String shownQuery = redaction.query(request.query());
    boolean secret =
        !path.equals(Redaction.oneLine(request.path()))
            || !Objects.requireNonNullElse(shownQuery, "")
                .equals(Redaction.oneLine(Objects.requireNonNullElse(request.query(), "")));
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
            request.contentType() == null ? null : Printable.of(request.contentType()),
            redaction.headers(request.headers()),
            request.endpoint() == Endpoint.RESOURCE
                ? redaction.body(request.contentType(), request.body())
                : null,
            request.endpoint(),
            shown(response.facts().user()),
            response.facts().token(),
            response.facts().issued(),
            response.status(),
            shown(response.facts().rejection()),
            fault,
            retryAfter(response, arrival.at()),
            Duration.ofNanos(System.nanoTime() - arrival.nanos())));
  }

  /** How often the journal was cleared, to be given back as a handshake is recorded. */
  public long clearings() {
    return recorder.clearings();
  }

  /** A handshake to which a fault applied, or which failed. */
  public void record(long clearings, @Nullable String fault, @Nullable String failure) {
    recorder.record(clearings, new Handshake(clock.instant(), sinceStart(), fault, failure));
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
        ? Api.PREFIX + redaction.text(request.path().substring(Api.PREFIX.length()))
        : redaction.text(request.path());
  }

  /** A call as faults may name it in their messages. */
  public Call shown(Call call) {
    return new Call(
        call.endpoint(),
        call.method(),
        redaction.text(call.path()),
        shown(call.user()),
        call.at(),
        call.protocol());
  }

  /** Names of users are no secrets, even if a password is the same; any other text may be one. */
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
        : Response.instant(value);
  }
}
