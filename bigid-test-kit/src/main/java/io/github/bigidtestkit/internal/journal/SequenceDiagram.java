package io.github.bigidtestkit.internal.journal;

import io.github.bigidtestkit.journal.Exchange;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges as a sequence diagram in HTML: clients at the left, the sandbox at the right, real time
 * downwards.
 *
 * <p>This class only says which lifeline and lane a stroke belongs to; the style sheet places it.
 * The diagram is a table, so that each printed page repeats the names and breaks no row.
 */
final class SequenceDiagram {

  private static final int LAST_LANE = 9;

  private final Lifelines lifelines;

  private SequenceDiagram(Lifelines lifelines) {
    this.lifelines = lifelines;
  }

  /** The diagram of at least one exchange. */
  static String of(List<Exchange> exchanges) {
    SequenceDiagram diagram = new SequenceDiagram(Lifelines.of(exchanges));
    String rows = Step.of(exchanges).stream().map(diagram::row).collect(Collectors.joining());
    return diagram.table(exchanges, rows);
  }

  private String table(List<Exchange> exchanges, String rows) {
    List<String> names = lifelines.names();
    StringBuilder heads = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      heads.append(
          "<div class=\"head\" style=\"--client: %s\"><span class=\"name\">%s</span>%s</div>"
              .formatted(
                  i,
                  Markup.text(names.get(i)),
                  i < names.size() - 1 ? "" : "<span class=\"name sandbox\">sandbox</span>"));
    }
    return """
    <table class="diagram" style="--clients: %s" role="img" aria-label="Sequence diagram of the calls %s to %s, with arrows from %s to the sandbox and back. The table below says the same.">
    <thead><tr><td>%s</td></tr></thead>
    <tbody>
    %s</tbody>
    </table>
    """
        .formatted(
            names.size(),
            exchanges.get(0).number(),
            exchanges.get(exchanges.size() - 1).number(),
            Markup.text(String.join(", ", names)),
            heads,
            rows);
  }

  private String row(Step step) {
    Exchange e = step.exchange();
    return """
    <tr><td>%s<div class="text">%s%s</div><div class="edge">%s<i class="arrow %s" style="--client: %s; --lane: %s"></i></div></td></tr>
    """
        .formatted(
            step.pause() == null ? "" : pause(step.pause(), step.before()),
            inFlight(step.before()),
            step.answer() ? answer(e) : call(e),
            inFlight(step.after()),
            step.answer() ? Ending.of(e).style : "sent",
            lifelines.indexOf(e.user()),
            Math.min(step.lane(), LAST_LANE));
  }

  /** What is called and the token that is shown. */
  private static String call(Exchange e) {
    String call =
        "<div class=\"time\">%s</div><div class=\"call\"><span class=\"soft\">#%s</span> <span class=\"method\">%s</span> <bdi>%s</bdi></div>"
            .formatted(
                ExchangeText.time(e.at()),
                e.number(),
                Markup.text(e.method()),
                Markup.text(ExchangeText.target(e)));
    return call + line("soft", ExchangeText.shown(e));
  }

  /** How the call ended, why, and the token that was issued. */
  private static String answer(Exchange e) {
    Ending ending = Ending.of(e);
    String answer =
        "<div class=\"ending\"><span class=\"soft\">#%s</span> <span class=\"%s\">%s %s</span> <span class=\"soft\">%s</span></div>"
            .formatted(
                e.number(),
                ending.style,
                ending.symbol,
                ExchangeText.outcome(e),
                ExchangeText.took(e));
    String reasons =
        ExchangeText.reasons(e).stream()
            .map(reason -> line("reason " + ending.style, reason))
            .collect(Collectors.joining());
    return answer
        + reasons
        + line("soft", ExchangeText.retryAfter(e))
        + line("token", ExchangeText.issued(e));
  }

  private static String pause(Pause pause, BitSet lanes) {
    return "<div class=\"pause\">%s<div class=\"span\">%s <span class=\"soft\">%s</span></div></div>"
        .formatted(inFlight(lanes), pause.label(), pause.cause());
  }

  /** Bars for the calls in flight; those that no lane is left for share the last. */
  private static String inFlight(BitSet lanes) {
    return lanes.stream()
        .map(lane -> Math.min(lane, LAST_LANE))
        .distinct()
        .mapToObj("<i class=\"bar\" style=\"--lane: %s\"></i>"::formatted)
        .collect(Collectors.joining());
  }

  private static String line(String style, @Nullable String raw) {
    return raw == null
        ? ""
        : "<div class=\"%s\"><bdi>%s</bdi></div>".formatted(style, Markup.text(raw));
  }
}
