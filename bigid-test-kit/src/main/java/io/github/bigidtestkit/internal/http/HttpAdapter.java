package io.github.bigidtestkit.internal.http;

import io.github.bigidtestkit.SandboxClock;
import io.github.bigidtestkit.fault.Call;
import io.github.bigidtestkit.internal.endpoint.Backend;
import io.github.bigidtestkit.internal.endpoint.FaultyIssuer;
import io.github.bigidtestkit.internal.endpoint.JournalWriter;
import io.github.bigidtestkit.internal.endpoint.Outcome;
import io.github.bigidtestkit.internal.endpoint.Refusal;
import io.github.bigidtestkit.internal.endpoint.Request;
import io.github.bigidtestkit.internal.endpoint.Response;
import io.github.bigidtestkit.internal.endpoint.Router;
import io.github.bigidtestkit.internal.fault.FaultGate;
import io.github.bigidtestkit.internal.fault.FaultMatch;
import io.github.bigidtestkit.internal.fault.FaultPhase;
import io.github.bigidtestkit.internal.journal.Recorder;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.URLUtils;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns the server library's exchange into a {@link Request} and a {@link Response} back, and
 * writes the journal in between: an exchange is in the journal before its answer is on the wire.
 */
public final class HttpAdapter implements HttpHandler {

  private final Backend backend;
  private final Router router;
  private final SandboxClock clock;
  private final JournalWriter scribe;
  private final FaultGate gate;
  private final ConnectionRegistry lines;
  private final BodyReader intake;
  private final Limits limits;

  /** When a call came, and its place in the journal. */
  public record Arrival(Recorder.Ticket ticket, Instant at, long nanos) {}

  public HttpAdapter(Backend backend, FaultGate gate, ConnectionRegistry lines, Limits limits) {
    this.backend = backend;
    this.router = backend.router();
    this.clock = backend.clock();
    this.scribe = backend.scribe();
    this.gate = gate;
    this.lines = lines;
    this.intake = new BodyReader(limits.body());
    this.limits = limits;
  }

  Router router() {
    return router;
  }

  FaultGate gate() {
    return gate;
  }

  FaultyIssuer faultyIssuer(Call call) {
    return new FaultyIssuer(backend.authority(), backend.subjects(), gate, call);
  }

  Instant now() {
    return clock.instant();
  }

  @Override
  public void handleRequest(HttpServerExchange http) {
    Arrival arrival = scribe.arrival(clock.instant());
    if (!gate.isOpen() && struckEarly(http, arrival)) {
      return;
    }
    intake.receive(
        http, (body, unreadable) -> answer(http, arrival, request(http, body, unreadable)));
  }

  private boolean struckEarly(HttpServerExchange http, Arrival arrival) {
    Request head = request(http, new byte[0], null);
    Call call =
        new Call(head.endpoint(), head.method(), head.path(), null, arrival.at())
            .over(http.getProtocol().toString());
    FaultMatch strike;
    try {
      strike = gate.strike(call, FaultPhase.BEFORE_REQUEST);
    } catch (RuntimeException failed) {
      finish(arrival, http, head, router.failed(head, failed), null);
      return true;
    }
    if (strike == null) {
      return false;
    }
    for (FaultPhase later : List.of(FaultPhase.AFTER_REQUEST, FaultPhase.TOKEN_ISSUED)) {
      gate.missed(call, later, "[%s] struck it".formatted(strike.fault().label()));
    }
    record(arrival, http, head, Outcome.none(null), strike.fault().label());
    wire(http).reset();
    return true;
  }

  /** The connection of a call, to be broken. */
  Wire wire(HttpServerExchange http) {
    return http.getConnection() instanceof HttpServerConnection one
        ? new Http1Wire(http, one)
        : new Http2Wire(http, lines.of(http), response -> head(http, response));
  }

  private void answer(HttpServerExchange http, Arrival arrival, Request request) {
    if (gate.isOpen()) {
      finish(arrival, http, request, router.answer(request), null);
    } else {
      new Passage(http, this, arrival, request).begin();
    }
  }

  /** Writes the journal, then sends the answer. */
  void finish(
      Arrival arrival,
      HttpServerExchange http,
      Request request,
      Outcome outcome,
      @Nullable String fault) {
    record(arrival, http, request, outcome, fault);
    send(http, outcome.response());
  }

  void record(
      Arrival arrival,
      HttpServerExchange http,
      Request request,
      Outcome outcome,
      @Nullable String fault) {
    scribe.record(arrival, request, http.getQueryString(), outcome, fault);
  }

  private static Request request(
      HttpServerExchange http, byte[] body, @Nullable Refusal unreadable) {
    HeaderMap headers = http.getRequestHeaders();
    HeaderValues authorization = headers.get(Headers.AUTHORIZATION);
    return new Request(
        http.getRequestMethod().toString(),
        path(http),
        authorization == null ? List.of() : List.copyOf(authorization),
        headers.getFirst(Headers.CONTENT_TYPE),
        body,
        unreadable);
  }

  /**
   * The path as it came, decoded. The server library takes what follows a semicolon for parameters
   * and leaves it out, so that many names would lead to one endpoint.
   */
  private static String path(HttpServerExchange http) {
    String uri = http.getRequestURI();
    return uri.indexOf(';') < 0
        ? http.getRequestPath()
        : URLUtils.decode(uri, "UTF-8", false, false, new StringBuilder());
  }

  private void send(HttpServerExchange http, Response response) {
    head(http, response);
    http.getResponseSender().send(ByteBuffer.wrap(response.body()));
    if (!http.isResponseComplete()) {
      Deadline.set(limits.answer(), http, http::isResponseComplete);
    }
  }

  private void head(HttpServerExchange http, Response response) {
    http.setStatusCode(response.status());
    HeaderMap headers = http.getResponseHeaders();
    headers.put(Headers.DATE, HttpDate.format(clock.instant()));
    if (!response.contentType().isEmpty()) {
      headers.put(Headers.CONTENT_TYPE, response.contentType());
    }
    for (var header : response.headers().entrySet()) {
      headers.put(HttpString.tryFromString(header.getKey()), header.getValue());
    }
  }

  @Override
  public String toString() {
    return "HttpAdapter[%s]".formatted(limits);
  }
}
