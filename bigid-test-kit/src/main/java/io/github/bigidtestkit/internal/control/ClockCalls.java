package io.github.bigidtestkit.internal.control;

import io.github.bigidtestkit.SandboxClock;
import io.github.bigidtestkit.internal.config.Fields;
import io.github.bigidtestkit.internal.http.ControlAnswer;
import java.time.Duration;
import java.time.Instant;

/** The clock. Each call answers with what the clock shows then. */
final class ClockCalls {

  private ClockCalls() {}

  static ControlAnswer get(RequestContext visit) {
    return Answers.ok(Views.clock(visit.bigId().clock()));
  }

  static ControlAnswer set(RequestContext visit) {
    SandboxClock clock = visit.bigId().clock();
    Fields fields = visit.body("instant", "frozen");
    Instant instant = fields.instant("instant");
    boolean frozen = fields.flag("frozen", clock.isFrozen());
    if (instant == null && !fields.has("frozen")) {
      throw Problem.of(400, "There is neither instant nor frozen. Say one of them, or both.");
    }
    if (instant != null) {
      clock.set(instant); // first, since this may be refused, and then nothing is to change
    }
    if (frozen) {
      clock.freeze();
    } else {
      clock.resume();
    }
    if (instant != null && frozen) {
      clock.set(instant); // again, since it may have run on a little
    }
    return get(visit);
  }

  static ControlAnswer advance(RequestContext visit) {
    Duration by = visit.body("by").duration("by");
    if (by == null) {
      throw Problem.of(400, "There is no by. Say how far, such as [PT16M].");
    }
    visit.bigId().clock().advance(by);
    return get(visit);
  }

  static ControlAnswer reset(RequestContext visit) {
    visit.body();
    visit.bigId().clock().reset();
    return get(visit);
  }
}
