package io.github.bigidtestkit.internal.control;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.internal.http.ControlAnswer;
import io.github.bigidtestkit.token.TokenDefect;
import io.github.bigidtestkit.token.TokenKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The sandbox as a whole. */
final class StateCalls {

  private StateCalls() {}

  static ControlAnswer state(RequestContext visit) {
    return Answers.ok(Views.state(visit.bigId()));
  }

  /** What there is to choose from, so that nobody has to keep lists of it. */
  static ControlAnswer choices(RequestContext visit) {
    return Answers.ok(
        Views.object(
            "endpoints", names(Endpoint.values()),
            "tokenKinds", names(TokenKind.values()),
            "tokenDefects", names(TokenDefect.values()),
            "faults", Arrays.stream(FaultKind.values()).map(StateCalls::fault).toList()));
  }

  private static List<String> names(Enum<?>... values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  private static Map<String, Object> fault(FaultKind kind) {
    List<String> endpoints =
        Arrays.stream(Endpoint.values()).filter(kind.fault()::concerns).map(Enum::name).toList();
    return Views.object(
        "name",
        kind.name(),
        "label",
        kind.fault().label(),
        "set",
        kind.set().name(),
        "endpoints",
        endpoints,
        "shutsOut",
        FaultCalls.shutsOut(kind.fault()));
  }

  static ControlAnswer reset(RequestContext visit) {
    visit.body();
    visit.bigId().reset();
    return Answers.done();
  }
}
