package io.github.bigidtestkit.internal.control;

import io.github.bigidtestkit.fault.ActiveFault;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.FaultPhase;
import io.github.bigidtestkit.fault.Faults;
import io.github.bigidtestkit.fault.PlannedFault;
import io.github.bigidtestkit.internal.fault.FaultRegistry;
import io.github.bigidtestkit.internal.http.ControlAnswer;
import io.github.bigidtestkit.internal.json.FaultJson;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Faults are started, counted and stopped. */
final class FaultCalls {

  private static final Duration LONGEST = Duration.ofMinutes(10);

  private FaultCalls() {}

  static ControlAnswer all(RequestContext request) {
    return Answers.ok(request.bigId().faults().active().stream().map(Views::fault).toList());
  }

  static ControlAnswer get(RequestContext request) {
    return Answers.ok(Views.fault(fault(request)));
  }

  private static ActiveFault fault(RequestContext request) {
    return request.bigId().faults().active().stream()
        .filter(fault -> Long.toString(fault.number()).equals(request.variable()))
        .findFirst()
        .orElseThrow(
            () -> Problem.of(404, "No fault with this number is active. See /faults for all."));
  }

  static ControlAnswer start(RequestContext request) {
    FaultJson body = request.body(FaultJson.class);
    Faults faults = request.bigId().faults();
    Duration span = checked(body.span());
    PlannedFault fault = body.planned();
    FaultRegistry.requireTls(fault.fault(), request.bigId().config().https());
    if (shutsOut(fault.fault())) {
      if (span == null) {
        throw Problem.of(
            400,
            "for is missing. Fault [%s] also blocks the call that would stop it. Give a time after which it ends, such as [PT10S]."
                .formatted(fault.fault().label()));
      }
      // After this response, since the fault closes its connection too.
      return Answers.then(
          Answers.json(202, Views.object("label", fault.fault().label(), "for", span)),
          () -> endAfter(faults.start(fault), span));
    }
    ActiveFault started = faults.start(fault);
    if (span != null) {
      endAfter(started, span);
    }
    ControlAnswer answer = Answers.json(201, Views.fault(started));
    return Answers.with(
        answer, "Location", "%s/faults/%s".formatted(ControlServer.PREFIX, started.number()));
  }

  private static @Nullable Duration checked(@Nullable Duration span) {
    if (span != null && (span.isNegative() || span.isZero() || span.compareTo(LONGEST) > 0)) {
      throw Problem.of(
          400,
          "for [%s] is out of range. Give a positive time of at most [PT10M].".formatted(span));
    }
    return span;
  }

  /** Whether it applies before it is known that a call is for the control API. */
  static boolean shutsOut(Fault fault) {
    return fault.phase() == FaultPhase.HANDSHAKE || fault.isRefusedConnection();
  }

  /** In real time, since people and scripts outside measure that. */
  private static void endAfter(ActiveFault fault, Duration span) {
    CompletableFuture.delayedExecutor(span.toMillis(), TimeUnit.MILLISECONDS).execute(fault::clear);
  }

  static ControlAnswer stop(RequestContext request) {
    fault(request).clear();
    return Answers.done();
  }

  static ControlAnswer stopAll(RequestContext request) {
    request.bigId().faults().clear();
    return Answers.done();
  }
}
