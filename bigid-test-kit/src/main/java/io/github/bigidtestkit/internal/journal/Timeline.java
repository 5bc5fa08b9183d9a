package io.github.bigidtestkit.internal.journal;

import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.Handshake;
import io.github.bigidtestkit.journal.Journal;
import io.github.bigidtestkit.journal.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Exchanges as readable text: one line each, and the pauses between them. */
public final class Timeline {

  private Timeline() {}

  static String of(List<Exchange> exchanges, List<Handshake> handshakes, long dropped) {
    Excerpt excerpt = new Excerpt(exchanges, handshakes, notes(dropped, 0));
    return excerpt.isEmpty() ? nothing(dropped) : excerpt.all();
  }

  private static List<String> notes(long dropped, long waiting) {
    List<String> notes = new ArrayList<>();
    if (dropped > 0) {
      notes.add("(%s earlier calls are no longer kept)".formatted(dropped));
    }
    if (waiting > 0) {
      notes.add(
          "(%s not answered yet)".formatted(waiting == 1 ? "1 call is" : waiting + " calls are"));
    }
    return notes;
  }

  static String nothing(long dropped) {
    return "No call came to the sandbox" + (dropped == 0 ? "." : " that is still kept.");
  }

  /** The first match, what moved the clock, and as many others as there is room for. */
  public static String excerpt(List<Exchange> exchanges, Predicate<? super Exchange> condition) {
    return new Excerpt(exchanges, List.of(), List.of()).matching(condition);
  }

  /** What came last, what failed and what moved the clock, in a few lines. */
  public static String brief(Journal journal) {
    long dropped = journal.dropped();
    long waiting = journal instanceof Recorder recorder ? recorder.waiting() : 0;
    List<String> notes = notes(dropped, waiting);
    Excerpt excerpt = new Excerpt(journal.exchanges(), journal.handshakes(), notes);
    return excerpt.isEmpty() && waiting == 0 ? nothing(dropped) : excerpt.brief();
  }

  /** The line of an exchange. */
  public static String line(Exchange e) {
    Rejection rejection = e.rejection();
    String facts =
        Stream.of(
                e.user() == null ? null : "user " + e.user(),
                ExchangeText.shown(e),
                ExchangeText.issued(e),
                ExchangeText.retryAfter(e))
            .filter(Objects::nonNull)
            .collect(Collectors.joining("; "));
    return Redaction.oneLine(
        "%4s  %s  %-4s %s  %s%s%s%s  %s"
            .formatted(
                "#" + e.number(),
                ExchangeText.time(e.at()),
                e.method(),
                ExchangeText.target(e),
                e.status() == 0 ? "no answer" : e.status(),
                e.fault() == null ? "" : " fault: " + e.fault(),
                rejection == null ? "" : " refused: " + rejection.explanation(),
                facts.isEmpty() ? "" : "  [" + facts + "]",
                ExchangeText.took(e)));
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
