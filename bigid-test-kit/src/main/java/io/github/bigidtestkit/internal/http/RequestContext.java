package io.github.bigidtestkit.internal.http;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.fault.Call;
import io.github.bigidtestkit.fault.FaultPhase;
import io.github.bigidtestkit.fault.IssueFault;
import io.github.bigidtestkit.fault.PayloadFault;
import io.github.bigidtestkit.internal.endpoint.DamagedBody;
import io.github.bigidtestkit.internal.endpoint.JournalWriter;
import io.github.bigidtestkit.internal.endpoint.Request;
import io.github.bigidtestkit.internal.endpoint.Response;
import io.github.bigidtestkit.internal.fault.FailedPredicateException;
import io.github.bigidtestkit.internal.fault.FaultMatch;
import io.github.bigidtestkit.internal.fault.HeldCalls;
import io.github.bigidtestkit.internal.journal.Refusal;
import io.github.bigidtestkit.internal.token.IssuedToken;
import io.github.bigidtestkit.token.TokenKind;
import io.undertow.server.Connectors;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.SameThreadExecutor;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;

/**
 * One call on its way through the server: head, body, endpoint, journal, answer. Every call takes
 * the same way; faults are looked up in each phase. A call is in the journal before its answer is
 * on the wire. Used by one thread at a time.
 */
final class RequestContext {

  private final HttpServerExchange http;
  private final SandboxHandler server;
  private final JournalWriter.Arrival arrival;
  private final int generation;
  private Request request;
  private @Nullable Call call;
  private @Nullable FaultMatch tokenFault;
  private boolean tokenIssued;

  RequestContext(HttpServerExchange http, SandboxHandler server) {
    this.http = http;
    this.server = server;
    this.arrival = server.journal.arrival();
    this.generation = server.faults.generation();
    this.request = RequestReader.head(http, server.router.rules());
  }

  HttpServerExchange http() {
    return http;
  }

  SandboxHandler server() {
    return server;
  }

  Request request() {
    return request;
  }

  void begin() {
    if (!server.faults.isEmpty()) {
      call =
          new Call(
              request.endpoint(), request.method(), request.path(), null, arrival.at(), protocol());
    }
    apply(FaultPhase.BEFORE_BODY, () -> server.requests.read(http, this::received));
  }

  private void received(byte[] body, @Nullable Refusal unreadable) {
    Refusal problem = unreadable;
    if (problem == null && request.endpoint() == Endpoint.SESSIONS) { // the others read no body
      problem = RequestReader.encoded(http, body);
    }
    request = request.withBody(body, problem);
    call = null;
    HeldCalls hold = server.faults.isEmpty() ? null : server.faults.holding(call());
    if (hold == null) {
      proceed();
    } else {
      http.dispatch(SameThreadExecutor.INSTANCE, () -> wait(hold));
    }
  }

  private void wait(HeldCalls hold) {
    int number = hold.hold(() -> resume(this::proceed, null), http.getIoThread());
    server.connections.timers.deadline(
        hold.limit(), http, () -> !hold.isHeld(number), hold::expire);
  }

  private void proceed() {
    apply(FaultPhase.AFTER_BODY, () -> answer(null));
  }

  /** Does what the fault of a phase does, or else goes on. */
  private void apply(FaultPhase phase, Runnable otherwise) {
    FaultMatch match;
    try {
      match = server.faults.isEmpty() ? null : server.faults.match(call(), phase);
    } catch (FailedPredicateException failed) {
      finish(server.router.failed(request, failed), null);
      return;
    }
    if (match == null) {
      otherwise.run();
    } else {
      match.fault().accept(new FaultEffects(this, match)).run();
    }
  }

  /** The call as faults see it. Before the body is read nobody knows whose it is. */
  Call call() {
    Call known = call;
    if (known == null) {
      known = server.router.call(request, arrival.at(), protocol());
      call = known;
    }
    return known;
  }

  private String protocol() {
    return http.getProtocol().toString();
  }

  /** Notes for faults that wait for a later phase why this call does not reach it. */
  void missed(FaultPhase phase, String why) {
    if (!server.faults.isEmpty()) {
      server.faults.missed(call(), phase, why);
    }
  }

  /** The answer of the endpoint, changed by the faults that apply, and their names. */
  record Served(Response response, @Nullable String faults) {}

  Served serve(@Nullable FaultMatch first) {
    BiConsumer<Call, String> observer = server.faults.tokenObserver();
    String token = observer == null ? null : server.router.tokenIn(request);
    if (observer != null && token != null) {
      observer.accept(call(), token);
    }
    Response response = server.router.answer(request, this::issue);
    if (!tokenIssued) {
      missed(FaultPhase.TOKEN_ISSUED, "no token was issued");
    }
    response = damaged(damaged(response, first), tokenFault);
    String label = first == null ? null : first.fault().label();
    if (tokenFault != null) {
      String second = tokenFault.fault().label();
      label = label == null ? second : label + ", " + second;
    }
    return new Served(response, label);
  }

  private IssuedToken issue(TokenKind kind, User user) {
    tokenIssued = true;
    tokenFault =
        server.faults.isEmpty() ? null : server.faults.match(call(), FaultPhase.TOKEN_ISSUED);
    return tokenFault != null && tokenFault.fault() instanceof IssueFault fault
        ? server.tokens.issue(kind, user, fault)
        : server.tokens.issue(kind, user);
  }

  private static Response damaged(Response response, @Nullable FaultMatch match) {
    return match != null && match.fault() instanceof PayloadFault payload
        ? DamagedBody.of(response, payload.kind())
        : response;
  }

  /** Answers as the endpoint does; the fault has changed the body, or only the time. */
  void answer(@Nullable FaultMatch match) {
    Served served = serve(match);
    finish(served.response(), served.faults());
  }

  /** Records the call, then sends the answer. */
  void finish(Response response, @Nullable String fault) {
    record(response, fault);
    writeHead(response);
    http.getResponseSender().send(ByteBuffer.wrap(response.body()));
    if (!http.isResponseComplete()) {
      server.connections.timers.deadline(server.limits.answer(), http, http::isResponseComplete);
    }
  }

  void record(Response response, @Nullable String fault) {
    server.journal.record(arrival, request, response, fault);
  }

  void writeHead(Response response) {
    http.setStatusCode(response.status());
    HeaderMap headers = http.getResponseHeaders();
    headers.put(Headers.DATE, Response.date(server.clock.instant()));
    if (!response.contentType().isEmpty()) {
      headers.put(Headers.CONTENT_TYPE, response.contentType());
    }
    response.headers().forEach((name, value) -> headers.put(HttpString.tryFromString(name), value));
    Cors.mark(http, server.backend.config().corsOrigins());
    if (!http.isRequestComplete() || protocol().startsWith("HTTP/2")) {
      headers.remove(Headers.CONNECTION); // the body has to be drained; HTTP/2 has no such header
    }
    if (response.status() == 401 && !headers.contains(Headers.WWW_AUTHENTICATE)) {
      headers.put(Headers.WWW_AUTHENTICATE, "Bearer"); // RFC 9110 requires a challenge
    }
  }

  /** No answer, but what is known of who called. */
  Response unanswered() {
    return Response.none(call().user()).showing(server.router.shownIn(request));
  }

  void later(Runnable act, Duration delay) {
    server.connections.timers.after(delay, http.getIoThread(), act);
  }

  /**
   * Goes on with a call that was blocked or delayed. If the client has gone meanwhile there is
   * nobody to answer; if the sandbox was reset, the call must not meet what the next test prepares.
   */
  void resume(Runnable act, @Nullable String fault) {
    if (http.getConnection().isOpen() && server.faults.generation() == generation) {
      Connectors.executeRootHandler(exchange -> act.run(), http);
    } else {
      record(unanswered(), fault);
      IoUtils.safeClose(http.getConnection());
    }
  }
}
