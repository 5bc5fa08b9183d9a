package io.github.bigidtestkit.internal.control;

import io.github.bigidtestkit.SandboxClock;
import io.github.bigidtestkit.internal.http.ControlAnswer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The clock. Each call is answered with the time that the clock then shows. */
final class ClockCalls {

  /** The body of {@link #set}. */
  private static final class Time {
    @Nullable Instant instant;
    @Nullable Boolean frozen;
  }

  /** The body of {@link #advance}. */
  private static final class Step {
    @Nullable Duration by;
  }

  private ClockCalls() {}

  static ControlAnswer get(RequestContext request) {
    return Answers.ok(Views.clock(request.bigId().clock()));
  }

  static ControlAnswer set(RequestContext request) {
    SandboxClock clock = request.bigId().clock();
    Time time = request.body(Time.class);
    if (time.instant == null && time.frozen == null) {
      throw Problem.of(400, "There is neither instant nor frozen. Give one of them, or both.");
    }
    if (time.instant != null) {
      clock.set(time.instant); // first, since this may be refused, and then nothing may change
    }
    if (Boolean.FALSE.equals(time.frozen)) {
      clock.resume();
    } else if (time.frozen != null) {
      clock.freeze();
      if (time.instant != null) {
        clock.set(time.instant); // again, since it has run on a little
      }
    }
    return get(request);
  }

  static ControlAnswer advance(RequestContext request) {
    Duration by = request.body(Step.class).by;
    if (by == null) {
      throw Problem.of(400, "There is no by. Give a duration such as [PT16M].");
    }
    request.bigId().clock().advance(by);
    return get(request);
  }

  static ControlAnswer reset(RequestContext request) {
    request.requireEmptyBody();
    request.bigId().clock().reset();
    return get(request);
  }
}
