package io.github.bigidtestkit.internal.assertj;

import io.github.bigidtestkit.internal.journal.Timeline;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.Journal;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a well-behaved client does. Works on a journal, without AssertJ.
 *
 * @param expected completes "Expected …"
 * @param nothing what there was none of, completes "Expected …, but …", if that proves nothing
 * @param relevant the calls that can keep or break a rule of which no call is a breach
 * @param check finds the breaches in all calls, which are in the order in which they arrived
 */
public record Rule(
    String expected,
    String nothing,
    Predicate<Exchange> relevant,
    Function<List<Exchange>, List<Finding>> check) {

  private static final int TOLD = 3;
  private static final int SHOWN = 20;

  /** A rule that needs no more than its check, which finds it a breach if nothing happened. */
  Rule(String expected, Function<List<Exchange>, List<Finding>> check) {
    this(expected, "", any -> true, check);
  }

  /**
   * How the client broke the rule, and the calls that matter; null if it did not.
   *
   * @param allowingNoCalls whether it is kept if no call could break it
   */
  public @Nullable String violation(Journal journal, boolean allowingNoCalls) {
    List<Exchange> calls = journal.exchanges();
    if (journal.dropped() > 0) {
      return "The journal has dropped %s of the calls, as it keeps only %s, so nothing can be said of all of them. Raise journalCapacity, or clear the journal before what is tested."
          .formatted(journal.dropped(), journal.capacity());
    }
    boolean unproven = !nothing.isEmpty() && !allowingNoCalls;
    List<Finding> findings =
        unproven && calls.stream().noneMatch(relevant) ? List.of(proof()) : check.apply(calls);
    if (findings.isEmpty()) {
      return null;
    }
    List<Finding> told = findings.subList(0, Math.min(TOLD, findings.size()));
    int more = findings.size() - told.size();
    return "Expected %s, but %s%s.\n\n%s"
        .formatted(
            expected,
            told.stream().map(Finding::clause).collect(Collectors.joining("; ")),
            more == 0 ? "" : "; and " + more + " more",
            shown(told, calls, journal));
  }

  private Finding proof() {
    return Finding.of(
        nothing
            + ", so this proves nothing. Let the client make such a call, or say allowingNoCalls() before this");
  }

  private static String shown(List<Finding> told, List<Exchange> calls, Journal journal) {
    if (calls.isEmpty()) {
      return Timeline.brief(journal);
    }
    Set<Long> numbers =
        told.stream()
            .flatMap(finding -> finding.calls().stream())
            .map(Exchange::number)
            .distinct()
            .limit(SHOWN)
            .collect(Collectors.toSet());
    long last = calls.get(calls.size() - 1).number();
    return journal.timeline(
        call -> numbers.isEmpty() ? call.number() > last - SHOWN : numbers.contains(call.number()));
  }
}
