package io.github.bigidtestkit.assertj;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.internal.assertj.Rule;
import io.github.bigidtestkit.internal.assertj.Violation;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.Journal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** Holds rules against the whole journal of a sandbox. */
abstract class AbstractHistoryAssert<SELF extends AbstractHistoryAssert<SELF>>
    extends AbstractAssert<SELF, FakeBigId> {

  private static final int SHOWN = 20;

  AbstractHistoryAssert(FakeBigId actual, Class<?> selfType) {
    super(actual, selfType);
  }

  final SELF keepsTo(Rule rule) {
    isNotNull();
    Journal journal = actual.journal();
    List<Exchange> calls = journal.exchanges();
    if (journal.dropped() > 0) {
      throw failure(
          "%s",
          "The journal has dropped %s of the calls, as it keeps only %s, so nothing can be said of all of them. Raise journalCapacity, or clear the journal before what is tested."
              .formatted(journal.dropped(), journal.capacity()));
    }
    Violation violation = rule.violation(calls);
    if (violation != null) {
      throw failure("%s", violation.message() + "\n\n" + shown(violation, calls));
    }
    return myself;
  }

  private String shown(Violation violation, List<Exchange> calls) {
    if (calls.isEmpty()) {
      return actual.journal().timeline();
    }
    List<Exchange> shown =
        violation.calls().isEmpty()
            ? calls.subList(Math.max(0, calls.size() - SHOWN), calls.size())
            : violation.calls().subList(0, Math.min(SHOWN, violation.calls().size()));
    Set<Long> numbers = shown.stream().map(Exchange::number).collect(Collectors.toSet());
    return actual.journal().timeline(call -> numbers.contains(call.number()));
  }
}
