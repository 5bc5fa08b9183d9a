package io.github.bigidtestkit.internal.control;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.DialectRules;
import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.internal.http.ControlAnswer;
import io.github.bigidtestkit.internal.json.DialectJson;
import io.github.bigidtestkit.token.TokenDefect;
import io.github.bigidtestkit.token.TokenKind;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sandbox as a whole. */
final class StateCalls {

  private StateCalls() {}

  static ControlAnswer state(RequestContext request) {
    return Answers.ok(Views.state(request.bigId()));
  }

  /** The names that other calls accept, so that no client needs to list them. */
  static ControlAnswer choices(RequestContext request) {
    return Answers.ok(
        Views.object(
            "dialects", Dialect.values(),
            "endpoints", Endpoint.values(),
            "tokenKinds", TokenKind.values(),
            "tokenDefects", TokenDefect.values(),
            "faults", Stream.of(FaultKind.values()).map(StateCalls::fault).toList()));
  }

  private static Map<String, @Nullable Object> fault(FaultKind kind) {
    Fault fault = kind.fault();
    return Views.object(
        "name", kind,
        "label", fault.label(),
        "set", kind.set(),
        "endpoints", Stream.of(Endpoint.values()).filter(fault::concerns).toList(),
        "shutsOut", FaultCalls.shutsOut(fault));
  }

  /** The dialect as differences from a built-in one, as configuration files have it. */
  static ControlAnswer dialect(RequestContext request) {
    return Answers.ok(DialectJson.of(request.bigId().dialect()));
  }

  static ControlAnswer setDialect(RequestContext request) {
    request.bigId().setDialect(request.body(DialectRules.class));
    return dialect(request);
  }

  static ControlAnswer reset(RequestContext request) {
    request.requireEmptyBody();
    request.bigId().reset();
    return Answers.done();
  }
}
