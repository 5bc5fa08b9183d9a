package io.github.bigidtestkit.internal.assertj;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.journal.Exchange;
import java.util.List;

/** How often tokens were asked for and given. */
public final class Counts {

  private Counts() {}

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
    return calls -> {
      List<Exchange> asked = Calls.to(endpoint, calls);
      List<Exchange> granted = Calls.where(asked, call -> call.issued() != null);
      List<Exchange> others = Calls.where(asked, call -> call.issued() == null);
      return granted.size() == times
          ? null
          : Violation.of(
              "Expected exactly %s %s, but there %s.%s"
                  .formatted(times, times == 1 ? one : many, seen(granted), uncounted(others)),
              asked);
    };
  }

  private static String seen(List<Exchange> granted) {
    return switch (granted.size()) {
      case 0 -> "was none";
      case 1 -> "was 1: " + Words.numbers(granted);
      default -> "were " + granted.size() + ": " + Words.numbers(granted);
    };
  }

  private static String uncounted(List<Exchange> others) {
    return others.isEmpty()
        ? ""
        : " Not counted, as no token was issued: " + Words.numbers(others) + ".";
  }
}
