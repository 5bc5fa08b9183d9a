package io.github.bigidtestkit.internal.http;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.fault.AccountFault;
import io.github.bigidtestkit.fault.AnswerFault;
import io.github.bigidtestkit.fault.Call;
import io.github.bigidtestkit.fault.DelayFault;
import io.github.bigidtestkit.fault.DripFault;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.FaultPhase;
import io.github.bigidtestkit.fault.IssueFault;
import io.github.bigidtestkit.fault.PayloadFault;
import io.github.bigidtestkit.fault.RateLimit;
import io.github.bigidtestkit.fault.TlsFault;
import io.github.bigidtestkit.fault.WireFault;
import io.github.bigidtestkit.internal.endpoint.InjectedAnswer;
import io.github.bigidtestkit.internal.endpoint.Response;
import io.github.bigidtestkit.internal.fault.FaultMatch;
import io.github.bigidtestkit.internal.journal.Refusal;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.undertow.util.SameThreadExecutor;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** What each kind of fault does to a call. */
final class FaultEffects implements Fault.Visitor<Runnable> {

  private static final byte[] GARBAGE =
      "\u0016\u0003\u0001 this is not HTTP\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

  private final RequestContext context;
  private final FaultMatch match;
  private final String label;

  FaultEffects(RequestContext context, FaultMatch match) {
    this.context = context;
    this.match = match;
    this.label = match.fault().label();
  }

  @Override
  public Runnable answer(AnswerFault fault) {
    return () -> instead(InjectedAnswer.of(fault, context.server().clock.instant()));
  }

  @Override
  public Runnable rateLimit(RateLimit fault) {
    return () -> instead(InjectedAnswer.tooMany(match.pause()));
  }

  private void instead(Response response) {
    finish(response.of(context.call().user(), null, null));
  }

  @Override
  public Runnable account(AccountFault fault) {
    return () ->
        finish(
            context
                .server()
                .router
                .refuse(context.request(), refusal(fault.kind(), context.call())));
  }

  private static Refusal refusal(AccountFault.Kind kind, Call call) {
    String user = call.user() == null ? "?" : call.user();
    Refusal refusal =
        switch (kind) {
          case LOCKED -> Refusal.of(Reason.LOCKED_USER, "user [%s] is locked".formatted(user));
          case PASSWORD_EXPIRED ->
              Refusal.of(
                  Reason.PASSWORD_EXPIRED, "the password of user [%s] has expired".formatted(user));
          case DISABLED ->
              Refusal.of(
                  call.endpoint() == Endpoint.SESSIONS
                      ? Reason.DISABLED_USER
                      : Reason.TOKEN_DISABLED_USER,
                  "user [%s] is disabled".formatted(user));
        };
    return call.user() == null ? refusal : refusal.to(user);
  }

  private void finish(Response response) {
    context.missed(FaultPhase.TOKEN_ISSUED, "no token was issued");
    context.finish(response.showing(context.server().router.shownIn(context.request())), label);
  }

  @Override
  public Runnable delay(DelayFault fault) {
    return () ->
        context
            .http()
            .dispatch(
                SameThreadExecutor.INSTANCE,
                () ->
                    context.later(
                        () -> context.resume(() -> context.answer(match), label), match.pause()));
  }

  @Override
  public Runnable payload(PayloadFault fault) {
    return () -> context.answer(match);
  }

  @Override
  public Runnable drip(DripFault fault) {
    return broken((response, answer) -> response.drip(answer, fault.bytesPerSecond()));
  }

  @Override
  public Runnable connection(WireFault fault) {
    return switch (fault.kind()) {
      case RESET_BEFORE_REQUEST -> this::resetBeforeBody;
      case REFUSED, RESET_AFTER_REQUEST -> unanswered(FaultyResponse::reset);
      case CLOSED_WITHOUT_ANSWER -> unanswered(FaultyResponse::close);
      case GARBAGE -> unanswered(response -> response.garbage(GARBAGE));
      case STALL_BEFORE_HEADERS -> unanswered(FaultyResponse::stall);
      case STALL_MID_BODY -> broken(FaultyResponse::stallHalfway);
      case RESET_MID_BODY -> broken(FaultyResponse::resetHalfway);
      case TRUNCATED_BODY -> broken(FaultyResponse::closeHalfway);
      case UNFINISHED_CHUNK -> broken(FaultyResponse::closeWithinChunk);
    };
  }

  private void resetBeforeBody() {
    for (FaultPhase later : new FaultPhase[] {FaultPhase.AFTER_BODY, FaultPhase.TOKEN_ISSUED}) {
      context.missed(later, "[%s] struck it".formatted(label));
    }
    context.record(Response.none(null), label);
    response().reset();
  }

  private Runnable unanswered(Consumer<FaultyResponse> effect) {
    return () -> {
      context.missed(FaultPhase.TOKEN_ISSUED, "no token was issued");
      context.record(context.unanswered(), label);
      effect.accept(response());
    };
  }

  /** Sends a part of the true answer. */
  private interface Breaking {
    void send(FaultyResponse response, Response answer);
  }

  private Runnable broken(Breaking effect) {
    return () -> {
      RequestContext.Served served = context.serve(match);
      context.record(served.response(), served.faults());
      effect.send(response(), served.response());
    };
  }

  private FaultyResponse response() {
    return new FaultyResponse(context);
  }

  @Override
  public Runnable issue(IssueFault fault) {
    throw ofAnotherPhase(fault);
  }

  @Override
  public Runnable tls(TlsFault fault) {
    throw ofAnotherPhase(fault);
  }

  private static IllegalStateException ofAnotherPhase(Fault fault) {
    return new IllegalStateException(
        "Fault [%s] applies in the phase %s only".formatted(fault.label(), fault.phase()));
  }
}
