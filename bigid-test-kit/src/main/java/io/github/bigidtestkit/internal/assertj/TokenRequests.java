package io.github.bigidtestkit.internal.assertj;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.journal.Exchange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How often clients request tokens, and how many requests at a time. */
public final class TokenRequests {

  private TokenRequests() {}

  public static Rule logins(int times) {
    return exactly(times, Endpoint.SESSIONS, "login", "logins");
  }

  public static Rule refreshes(int times) {
    return exactly(times, Endpoint.REFRESH, "refresh", "refreshes");
  }

  private static Rule exactly(int times, Endpoint endpoint, String one, String many) {
    if (times < 0) {
      throw new IllegalArgumentException(
          "Can't expect [%s] %s. Give zero or more.".formatted(times, many));
    }
    return new Rule(
        "exactly %s %s".formatted(times, times == 1 ? one : many),
        calls -> {
          List<Exchange> all = Calls.to(endpoint, calls);
          List<Exchange> granted = Calls.where(all, call -> call.issued() != null);
          List<Exchange> others = Calls.where(all, call -> call.issued() == null);
          return granted.size() == times
              ? List.of()
              : List.of(new Finding(seen(granted) + uncounted(others), all));
        });
  }

  private static String seen(List<Exchange> granted) {
    return switch (granted.size()) {
      case 0 -> "there was none";
      case 1 -> "there was 1: " + Words.numbers(granted);
      default -> "there were %s: %s".formatted(granted.size(), Words.numbers(granted));
    };
  }

  private static String uncounted(List<Exchange> others) {
    return others.isEmpty()
        ? ""
        : ". Not counted, as no token was issued: " + Words.numbers(others);
  }

  public static Rule oneLoginAtATime() {
    return oneAtATime(Endpoint.SESSIONS, "login", "logins");
  }

  public static Rule oneRefreshAtATime() {
    return oneAtATime(Endpoint.REFRESH, "refresh", "refreshes");
  }

  private static Rule oneAtATime(Endpoint endpoint, String one, String many) {
    return new Rule(
        "at most one %s of a user at a time".formatted(one),
        "there was no " + one,
        call -> endpoint.covers(call.endpoint()),
        calls -> {
          Map<Optional<String>, List<Exchange>> byUser =
              Calls.to(endpoint, calls).stream()
                  .collect(
                      Collectors.groupingBy(
                          call -> Optional.ofNullable(call.user()),
                          LinkedHashMap::new,
                          Collectors.toList()));
          return byUser.values().stream()
              .map(own -> Calls.where(own, call -> overlapsAny(call, own)))
              .filter(together -> !together.isEmpty())
              .map(together -> overlap(together, many))
              .toList();
        });
  }

  private static Finding overlap(List<Exchange> together, String many) {
    String user = Words.user(together.get(0).user());
    return new Finding(
        "%s of %s overlapped: %s".formatted(many, user, Words.numbers(together)), together);
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
