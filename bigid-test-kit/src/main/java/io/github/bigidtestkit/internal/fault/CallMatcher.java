package io.github.bigidtestkit.internal.fault;

import io.github.bigidtestkit.fault.Call;
import io.github.bigidtestkit.fault.Target;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which calls a fault is aimed at; null means any. */
public record CallMatcher(
    @Nullable Target target,
    @Nullable String user,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Predicate<? super Call> predicate) {

  public static final CallMatcher ANY = new CallMatcher(null, null, null, null, null);

  /** Why a call is not aimed at, or null if it is. Throws what the predicate throws. */
  public @Nullable String miss(Call call) {
    String elsewhere = elsewhere(call);
    if (elsewhere == null && predicate != null && !predicate.test(call)) {
      return "the predicate does not match";
    }
    return elsewhere;
  }

  /** The same without the predicate. */
  public @Nullable String elsewhere(Call call) {
    if (target != null && !target.covers(call.endpoint())) {
      return "its endpoint is " + call.endpoint().name();
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

  public String label() {
    return (target == null ? "any call" : target.name())
        + (user == null ? "" : " of user " + user)
        + (from == null && to == null ? "" : " between %s and %s".formatted(from, to))
        + (predicate == null ? "" : " that the predicate matches");
  }
}
