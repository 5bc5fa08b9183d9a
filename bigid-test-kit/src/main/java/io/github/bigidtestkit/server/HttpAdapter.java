package io.github.bigidtestkit.server;

import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.Recorder;
import io.github.bigidtestkit.journal.Redaction;
import io.github.bigidtestkit.journal.Rejection;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.token.SandboxClock;
import io.undertow.io.Receiver;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns the server library's exchange into a {@link Request} and a {@link Response} back, and
 * writes the journal in between: an exchange is in the journal before its answer is on the wire.
 */
final class HttpAdapter implements HttpHandler {

  /** How much of a body is read: 1 MiB. What is longer is drained and refused. */
  static final int MAX_BODY = 1024 * 1024;

  private final Router router;
  private final SandboxClock clock;
  private final Recorder recorder;
  private final Users users;
  private final Redaction redaction;
  private final HttpDate date = new HttpDate();

  /** When a call came, and its place in the journal. */
  private record Arrival(Recorder.Ticket ticket, Instant at, long nanos) {}

  HttpAdapter(Router router, SandboxClock clock, Recorder recorder, Users users) {
    this.router = router;
    this.clock = clock;
    this.recorder = recorder;
    this.users = users;
    this.redaction = new Redaction(users.passwords());
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    Arrival arrival = new Arrival(recorder.begin(), clock.instant(), System.nanoTime());
    Receiver receiver = exchange.getRequestReceiver();
    receiver.setMaxBufferSize(MAX_BODY);
    receiver.receiveFullBytes(
        (http, body) -> answer(http, arrival, body, null),
        (http, problem) -> answer(http, arrival, new byte[0], unreadable(http, problem)));
  }

  private static Refusal unreadable(HttpServerExchange http, IOException problem) {
    if (problem instanceof Receiver.RequestToLargeException) {
      return Refusal.of(
          Reason.BODY_TOO_LARGE,
          "The body is larger than the %s bytes that are read".formatted(MAX_BODY));
    }
    http.setPersistent(false);
    return Refusal.of(Reason.MALFORMED_JSON, "The body broke off before its end");
  }

  private void answer(
      HttpServerExchange http, Arrival arrival, byte[] body, @Nullable Refusal unreadable) {
    Request request = request(http, body, unreadable);
    Outcome outcome = router.answer(request);
    recorder.record(arrival.ticket(), exchange(http, arrival, request, outcome));
    send(http, outcome.response());
  }

  private static Request request(
      HttpServerExchange http, byte[] body, @Nullable Refusal unreadable) {
    HeaderMap headers = http.getRequestHeaders();
    HeaderValues authorization = headers.get(Headers.AUTHORIZATION);
    return new Request(
        http.getRequestMethod().toString(),
        http.getRequestPath(),
        authorization == null ? List.of() : List.copyOf(authorization),
        headers.getFirst(Headers.CONTENT_TYPE),
        body,
        unreadable);
  }

  private Exchange exchange(
      HttpServerExchange http, Arrival arrival, Request request, Outcome outcome) {
    return new Exchange(
        arrival.ticket().number(),
        arrival.at(),
        request.method(),
        redaction.text(request.path()),
        redaction.query(http.getQueryString()),
        request.endpoint(),
        shown(outcome.user()),
        outcome.token(),
        outcome.issued(),
        outcome.response().status(),
        shown(outcome.rejection()),
        Duration.ofNanos(System.nanoTime() - arrival.nanos()));
  }

  /** Names of users are no secrets, though a password may be the same; what else is sent may be. */
  private @Nullable String shown(@Nullable String user) {
    return user == null || users.find(user).isPresent() ? user : redaction.text(user);
  }

  private @Nullable Rejection shown(@Nullable Rejection rejection) {
    return rejection == null
        ? null
        : new Rejection(rejection.reason(), redaction.text(rejection.explanation()));
  }

  private void send(HttpServerExchange http, Response response) {
    http.setStatusCode(response.status());
    HeaderMap headers = http.getResponseHeaders();
    headers.put(Headers.DATE, date.of(clock.instant()));
    headers.put(Headers.CONTENT_TYPE, response.contentType());
    response.headers().forEach((name, value) -> headers.put(HttpString.tryFromString(name), value));
    http.getResponseSender().send(ByteBuffer.wrap(response.body()));
  }

  @Override
  public String toString() {
    return "HttpAdapter[" + recorder.journal().capacity() + " exchanges kept]";
  }
}
