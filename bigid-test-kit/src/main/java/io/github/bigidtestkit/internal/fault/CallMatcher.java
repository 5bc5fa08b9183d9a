package io.github.bigidtestkit.internal.fault;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.fault.Call;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which calls a fault applies to; null means any. */
record CallMatcher(
    Endpoint endpoint,
    @Nullable String user,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Predicate<? super Call> predicate) {

  /** Why a call does not match, or null if it does. Throws what the predicate throws. */
  @Nullable String miss(Call call) {
    String elsewhere = elsewhere(call);
    if (elsewhere == null && predicate != null && !predicate.test(call)) {
      return "the predicate does not match";
    }
    return elsewhere;
  }

  /** The same without the predicate. */
  @Nullable String elsewhere(Call call) {
    if (!endpoint.covers(call.endpoint())) {
      return "its endpoint is " + call.endpoint();
    }
    if (user != null && !user.equals(call.user())) {
      return call.user() == null ? "its user is not known" : "it is another user's";
    }
    if (from != null && call.at().isBefore(from)) {
      return "it came before the window";
    }
    if (to != null && !call.at().isBefore(to)) {
      return "it came after the window";
    }
    return null;
  }

  String label() {
    return (endpoint == Endpoint.ANY ? "any call" : endpoint.name())
        + (user == null ? "" : " of user " + user)
        + (from == null && to == null ? "" : " between %s and %s".formatted(from, to))
        + (predicate == null ? "" : " that the predicate matches");
  }
}
