package io.github.bigidtestkit.internal.http;

import io.github.bigidtestkit.fault.AccountFault;
import io.github.bigidtestkit.fault.AnswerFault;
import io.github.bigidtestkit.fault.Call;
import io.github.bigidtestkit.fault.DelayFault;
import io.github.bigidtestkit.fault.DripFault;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.PayloadFault;
import io.github.bigidtestkit.fault.RateLimit;
import io.github.bigidtestkit.fault.Rendezvous;
import io.github.bigidtestkit.fault.WireFault;
import io.github.bigidtestkit.internal.endpoint.FaultyIssuer;
import io.github.bigidtestkit.internal.endpoint.InjectedAnswer;
import io.github.bigidtestkit.internal.endpoint.Outcome;
import io.github.bigidtestkit.internal.endpoint.Refusals;
import io.github.bigidtestkit.internal.endpoint.Request;
import io.github.bigidtestkit.internal.endpoint.Router;
import io.github.bigidtestkit.internal.endpoint.SpoiltBody;
import io.github.bigidtestkit.internal.fault.FaultGate;
import io.github.bigidtestkit.internal.fault.FaultMatch;
import io.github.bigidtestkit.internal.fault.FaultPhase;
import io.undertow.server.Connectors;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.SameThreadExecutor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;

/** One call on its way while faults are about: rendezvous, fault, endpoint, journal, wire. */
final class Passage {

  private static final byte[] GARBAGE =
      "\u0016\u0003\u0001 this is not HTTP\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

  private final HttpServerExchange http;
  private final HttpAdapter adapter;
  private final HttpAdapter.Arrival arrival;
  private final Request request;
  private final Call call;
  private final FaultGate gate;
  private final Router router;
  private final int generation;

  Passage(
      HttpServerExchange http, HttpAdapter adapter, HttpAdapter.Arrival arrival, Request request) {
    this.http = http;
    this.adapter = adapter;
    this.arrival = arrival;
    this.request = request;
    this.gate = adapter.gate();
    this.router = adapter.router();
    this.generation = gate.generation();
    this.call = router.call(request, arrival.at()).over(http.getProtocol().toString());
  }

  void begin() {
    Rendezvous meeting = gate.meeting(call);
    if (meeting == null) {
      strike();
      return;
    }
    http.dispatch(
        SameThreadExecutor.INSTANCE,
        () -> {
          boolean first =
              gate.hold(
                  meeting, () -> http.getIoThread().execute(() -> resumeWith(this::strike, null)));
          if (first) {
            later(meeting::close, meeting.limit());
          }
        });
  }

  private void later(Runnable act, Duration delay) {
    http.getIoThread().executeAfter(act, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void strike() {
    FaultMatch strike;
    try {
      strike = gate.strike(call, FaultPhase.AFTER_REQUEST);
    } catch (RuntimeException failed) {
      adapter.finish(arrival, http, request, router.failed(request, failed), null);
      return;
    }
    if (strike == null) {
      answer(null);
      return;
    }
    Fault fault = strike.fault();
    if (fault instanceof AnswerFault injected) {
      finish(Outcome.injected(InjectedAnswer.of(injected, adapter.now()), call.user()), fault);
    } else if (fault instanceof RateLimit) {
      finish(Outcome.injected(InjectedAnswer.tooMany(strike.pause()), call.user()), fault);
    } else if (fault instanceof AccountFault account) {
      finish(router.refuse(request, Refusals.of(account.kind(), call)), fault);
    } else if (fault instanceof DelayFault) {
      http.dispatch(
          SameThreadExecutor.INSTANCE,
          () -> later(() -> resumeWith(() -> answer(fault), fault.label()), strike.pause()));
    } else if (fault instanceof WireFault wire) {
      breakWire(wire);
    } else {
      answer(fault);
    }
  }

  /**
   * Goes on with a call that was held or delayed. If the client has gone meanwhile there is nobody
   * to answer; if the sandbox was put back, the call must not meet what the next test has prepared.
   */
  private void resumeWith(Runnable act, @Nullable String label) {
    if (http.getConnection().isOpen() && gate.generation() == generation) {
      Connectors.executeRootHandler(exchange -> act.run(), http);
    } else {
      adapter.record(arrival, http, request, unanswered(), label);
      IoUtils.safeClose(http.getConnection());
    }
  }

  private Outcome unanswered() {
    return Outcome.none(call.user()).showing(router.shownIn(request));
  }

  /** The true answer, changed by what strikes before it and as a token is issued. */
  private void answer(@Nullable Fault fault) {
    Served served = serve(fault);
    if (fault instanceof DripFault drip) {
      adapter.wire(http).drip(unfinished(served), drip.bytesPerSecond());
    } else {
      adapter.finish(arrival, http, request, served.outcome(), served.label());
    }
  }

  /** What the endpoint answered, and what struck meanwhile. */
  private record Served(Outcome outcome, @Nullable String label) {}

  private Served serve(@Nullable Fault fault) {
    FaultyIssuer issuer = adapter.faultyIssuer(call);
    Outcome outcome = router.answer(request, issuer);
    if (!issuer.asked()) {
      noToken();
    }
    outcome = spoil(outcome, fault);
    FaultMatch second = issuer.strike();
    if (second == null) {
      return new Served(outcome, fault == null ? null : fault.label());
    }
    outcome = spoil(outcome, second.fault());
    String label = second.fault().label();
    return new Served(outcome, fault == null ? label : fault.label() + ", " + label);
  }

  private static Outcome spoil(Outcome outcome, @Nullable Fault fault) {
    return fault instanceof PayloadFault payload
        ? outcome.with(SpoiltBody.of(outcome.response(), payload.kind()))
        : outcome;
  }

  /** Tells faults that wait for a token that this call gets none. */
  private void noToken() {
    gate.missed(call, FaultPhase.TOKEN_ISSUED, "no token was issued");
  }

  private void finish(Outcome outcome, Fault fault) {
    noToken();
    adapter.finish(arrival, http, request, outcome.showing(router.shownIn(request)), fault.label());
  }

  private void breakWire(WireFault fault) {
    Wire wire = adapter.wire(http);
    switch (fault.kind()) {
      case RESET_MID_BODY -> wire.resetHalfway(unfinished(serve(fault)));
      case STALL_MID_BODY -> wire.stallHalfway(unfinished(serve(fault)));
      case TRUNCATED_BODY -> wire.closeHalfway(unfinished(serve(fault)));
      case UNFINISHED_CHUNK -> wire.closeWithinChunk(unfinished(serve(fault)));
      default -> {
        noToken();
        adapter.record(arrival, http, request, unanswered(), fault.label());
        silent(wire, fault.kind());
      }
    }
  }

  private static void silent(Wire wire, WireFault.Kind kind) {
    switch (kind) {
      case STALL_BEFORE_HEADERS -> wire.stall();
      case GARBAGE -> wire.garbage(GARBAGE);
      case CLOSED_WITHOUT_ANSWER -> wire.close();
      default -> wire.reset();
    }
  }

  /** Writes the journal, and gives the answer in pieces. */
  private UnfinishedAnswer unfinished(Served served) {
    adapter.record(arrival, http, request, served.outcome(), served.label());
    return new UnfinishedAnswer(served.outcome().response(), request.method(), adapter.now());
  }
}
