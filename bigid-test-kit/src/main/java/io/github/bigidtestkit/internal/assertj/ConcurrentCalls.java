package io.github.bigidtestkit.internal.assertj;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.internal.assertj.Violation.Finding;
import io.github.bigidtestkit.journal.Exchange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls that are under way at the same time, in real time. */
public final class ConcurrentCalls {

  private ConcurrentCalls() {}

  public static Rule oneLogin() {
    return oneAtATime(Endpoint.SESSIONS, "login", "logins");
  }

  public static Rule oneRefresh() {
    return oneAtATime(Endpoint.REFRESH, "refresh", "refreshes");
  }

  private static Rule oneAtATime(Endpoint endpoint, String one, String many) {
    return calls -> {
      Map<Optional<String>, List<Exchange>> byUser = new LinkedHashMap<>();
      for (Exchange call : Calls.to(endpoint, calls)) {
        byUser.computeIfAbsent(Optional.ofNullable(call.user()), u -> new ArrayList<>()).add(call);
      }
      List<Finding> findings = new ArrayList<>();
      byUser.forEach(
          (user, own) -> {
            List<Exchange> together = Calls.where(own, call -> overlapsAny(call, own));
            if (!together.isEmpty()) {
              findings.add(
                  new Finding(
                      "%s of %s overlapped: %s"
                          .formatted(many, Words.user(user.orElse(null)), Words.numbers(together)),
                      together));
            }
          });
      return Violation.from("Expected at most one %s of a user at a time".formatted(one), findings);
    };
  }

  private static boolean overlapsAny(Exchange call, List<Exchange> own) {
    return own.stream()
        .anyMatch(
            other ->
                other.number() != call.number()
                    && !Calls.known(other, call)
                    && !Calls.known(call, other));
  }
}
