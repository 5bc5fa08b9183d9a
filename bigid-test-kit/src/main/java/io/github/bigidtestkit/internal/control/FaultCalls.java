package io.github.bigidtestkit.internal.control;

import io.github.bigidtestkit.control.SandboxControl;
import io.github.bigidtestkit.fault.ActiveFault;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.FaultPhase;
import io.github.bigidtestkit.fault.Faults;
import io.github.bigidtestkit.fault.PlannedFault;
import io.github.bigidtestkit.internal.config.FaultRequest;
import io.github.bigidtestkit.internal.config.SandboxJson;
import io.github.bigidtestkit.internal.fault.FaultRegistry;
import io.github.bigidtestkit.internal.http.ControlAnswer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Faults: started, counted, stopped. */
final class FaultCalls {

  private static final Duration LONGEST = Duration.ofMinutes(10);

  private FaultCalls() {}

  static ControlAnswer all(RequestContext visit) {
    return Answers.ok(visit.bigId().faults().active().stream().map(Views::fault).toList());
  }

  static ControlAnswer get(RequestContext visit) {
    return Answers.ok(Views.fault(fault(visit)));
  }

  private static ActiveFault fault(RequestContext visit) {
    String number = visit.variable("number");
    Optional<ActiveFault> found =
        visit.bigId().faults().active().stream()
            .filter(each -> Long.toString(each.number()).equals(number))
            .findFirst();
    return found.orElseThrow(
        () ->
            Problem.of(
                404, "No fault of this number is under way. See /faults for those that are."));
  }

  static ControlAnswer start(RequestContext visit) {
    FaultRequest request = SandboxJson.faultRequest("", "", visit.text());
    Faults faults = visit.bigId().faults();
    Duration span = checked(request.span());
    PlannedFault fault = request.fault();
    FaultRegistry.requireTls(fault.fault(), visit.bigId().config().transport().https());
    if (shutsOut(fault.fault())) {
      if (span == null) {
        throw Problem.of(
            400,
            "for is missing. Fault [%s] keeps out who would stop it too, so say when it ends, such as [PT10S]."
                .formatted(fault.fault().label()));
      }
      // Once this answer is out: the fault closes its connection too.
      return Answers.then(
          Answers.json(202, Views.object("label", fault.fault().label(), "for", span.toString())),
          () -> endAfter(faults.start(fault), span));
    }
    ActiveFault started = faults.start(fault);
    if (span != null) {
      endAfter(started, span);
    }
    ControlAnswer answer = Answers.json(201, Views.fault(started));
    return Answers.with(
        answer, "Location", "%s/faults/%s".formatted(SandboxControl.PREFIX, started.number()));
  }

  private static @Nullable Duration checked(@Nullable Duration span) {
    if (span != null && (span.isNegative() || span.isZero() || span.compareTo(LONGEST) > 0)) {
      throw Problem.of(
          400,
          "for [%s] is out of range. Give a positive time of at most [PT10M].".formatted(span));
    }
    return span;
  }

  /** Whether it strikes before it can be known that a call is for the control API. */
  static boolean shutsOut(Fault fault) {
    return fault.phase() == FaultPhase.HANDSHAKE || fault.isRefusedConnection();
  }

  /** Real time: whoever looks on measures in it. */
  private static void endAfter(ActiveFault fault, Duration span) {
    CompletableFuture.delayedExecutor(span.toMillis(), TimeUnit.MILLISECONDS).execute(fault::clear);
  }

  static ControlAnswer stop(RequestContext visit) {
    fault(visit).clear();
    return Answers.done();
  }

  static ControlAnswer stopAll(RequestContext visit) {
    visit.bigId().faults().clear();
    return Answers.done();
  }
}
