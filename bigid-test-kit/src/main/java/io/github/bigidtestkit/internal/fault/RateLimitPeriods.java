package io.github.bigidtestkit.internal.fault;

import io.github.bigidtestkit.fault.Call;
import io.github.bigidtestkit.fault.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts the calls of each period of a rate limit. Not thread-safe. */
final class RateLimitPeriods {

  private record Period(Instant start, int calls) {}

  private final Map<String, Period> byUser = new HashMap<>();

  /** Counts a call; if it is one too many, says how long the period still lasts, otherwise null. */
  @Nullable Duration excess(RateLimit limit, Call call) {
    String whose = limit.perUser() ? String.valueOf(call.user()) : "";
    Period period = byUser.get(whose);
    if (period == null || !call.at().isBefore(period.start().plus(limit.period()))) {
      period = new Period(call.at(), 0);
    }
    if (period.calls() == limit.calls()) {
      byUser.put(whose, period);
      return Duration.between(call.at(), period.start().plus(limit.period()));
    }
    byUser.put(whose, new Period(period.start(), period.calls() + 1));
    return null;
  }
}
