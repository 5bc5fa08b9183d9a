package io.github.bigidtestkit.internal.journal;

import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.Handshake;
import io.github.bigidtestkit.journal.Rejection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Exchanges as readable text: one line each, and the pauses between them. */
public final class Timeline {

  private Timeline() {}

  static String of(List<Exchange> exchanges, List<Handshake> handshakes, long dropped) {
    if (exchanges.isEmpty() && handshakes.isEmpty()) {
      return nothing(dropped);
    }
    List<String> lines = new ArrayList<>();
    if (dropped > 0) {
      lines.add("(%s earlier calls are no longer kept)".formatted(dropped));
    }
    Deque<Handshake> before = new ArrayDeque<>(handshakes);
    Exchange previous = null;
    for (Exchange exchange : exchanges) {
      while (!before.isEmpty()
          && before.getFirst().sinceStart().compareTo(exchange.sinceStart()) < 0) {
        lines.add(line(before.removeFirst()));
      }
      add(lines, previous, exchange);
      previous = exchange;
    }
    before.forEach(handshake -> lines.add(line(handshake)));
    return String.join("\n", lines);
  }

  static String nothing(long dropped) {
    return "No call came to the sandbox" + (dropped == 0 ? "." : " that is still kept.");
  }

  /** The exchanges that match, each between its neighbours. */
  public static String excerpt(List<Exchange> exchanges, Predicate<? super Exchange> condition) {
    BitSet shown = new BitSet();
    for (int i = 0; i < exchanges.size(); i++) {
      if (condition.test(exchanges.get(i))) {
        shown.set(Math.max(0, i - 1), Math.min(exchanges.size(), i + 2));
      }
    }
    if (shown.isEmpty()) {
      return "No call matches.";
    }
    List<String> lines = new ArrayList<>();
    int next = 0;
    for (int i = shown.nextSetBit(0); i >= 0; i = shown.nextSetBit(i + 1)) {
      leftOut(lines, i - next);
      add(lines, next == 0 ? null : exchanges.get(next - 1), exchanges.get(i));
      next = i + 1;
    }
    leftOut(lines, exchanges.size() - next);
    return String.join("\n", lines);
  }

  private static void leftOut(List<String> lines, int count) {
    if (count > 0) {
      lines.add("      … %s".formatted(count == 1 ? "1 call" : count + " calls"));
    }
  }

  private static void add(List<String> lines, @Nullable Exchange previous, Exchange exchange) {
    Pause pause = Pause.between(previous, exchange);
    if (pause != null) {
      lines.add("      … " + pause.inShort());
    }
    lines.add(line(exchange));
  }

  /** The line of an exchange. */
  public static String line(Exchange e) {
    Rejection rejection = e.rejection();
    String facts =
        Stream.of(
                e.user() == null ? null : "user " + e.user(),
                ExchangeText.shown(e),
                ExchangeText.issued(e))
            .filter(Objects::nonNull)
            .collect(Collectors.joining("; "));
    return "%4s  %s  %-4s %s  %s%s%s%s  %s"
        .formatted(
            "#" + e.number(),
            ExchangeText.time(e.at()),
            e.method(),
            ExchangeText.target(e),
            e.status() == 0 ? "no answer" : e.status(),
            e.fault() == null ? "" : " fault: " + e.fault(),
            rejection == null ? "" : " refused: " + rejection.explanation(),
            facts.isEmpty() ? "" : "  [" + facts + "]",
            ExchangeText.took(e));
  }

  /** The line of a handshake. */
  public static String line(Handshake handshake) {
    return "      %s  TLS handshake  %s"
        .formatted(
            ExchangeText.time(handshake.at()),
            handshake.fault() == null
                ? "failed: " + handshake.failure()
                : "fault: " + handshake.fault());
  }
}
