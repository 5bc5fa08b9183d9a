package io.github.bigidtestkit.internal.dialect;

import io.github.bigidtestkit.journal.Exchange;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What another dialect would have answered otherwise.
 *
 * @param text such as {@code POST /api/v1/refresh-access-token: 404 in DEPLOYMENT (…)}
 * @param calls the calls that it is about
 */
public record Difference(String text, List<Exchange> calls) {

  private static final int NUMBERS = 5;

  /** One line that names the calls by their numbers. */
  public String line() {
    String numbers =
        calls.stream()
            .limit(NUMBERS)
            .map(call -> "#" + call.number())
            .collect(Collectors.joining(", "));
    int more = calls.size() - NUMBERS;
    return numbers + (more > 0 ? " and " + more + " more" : "") + " " + text;
  }
}
