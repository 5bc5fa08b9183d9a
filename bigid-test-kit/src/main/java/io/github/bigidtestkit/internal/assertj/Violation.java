package io.github.bigidtestkit.internal.assertj;

import io.github.bigidtestkit.journal.Exchange;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a rule was broken.
 *
 * @param message what was expected and what was seen, in one line
 * @param calls those to be shown with it; may be empty
 */
public record Violation(String message, List<Exchange> calls) {

  private static final int TOLD = 3;

  /** One breach of a rule, as a clause, and the calls that it is about. */
  record Finding(String clause, List<Exchange> calls) {
    static Finding of(String clause, Exchange... calls) {
      return new Finding(clause, List.of(calls));
    }
  }

  static Violation of(String message, List<Exchange> calls) {
    return new Violation(message, List.copyOf(calls));
  }

  /** Null where nothing was found; the first findings otherwise, and how many more there are. */
  static @Nullable Violation from(String expected, List<Finding> all) {
    if (all.isEmpty()) {
      return null;
    }
    List<Finding> told = all.subList(0, Math.min(TOLD, all.size()));
    String clauses = told.stream().map(Finding::clause).collect(Collectors.joining("; "));
    int more = all.size() - told.size();
    return of(
        "%s, but %s%s.".formatted(expected, clauses, more == 0 ? "" : "; and " + more + " more"),
        told.stream().flatMap(finding -> finding.calls().stream()).distinct().toList());
  }
}
