package io.github.bigidtestkit.internal.journal;

import io.github.bigidtestkit.journal.Exchange;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Exchanges as an HTML table: all that the diagram says, for those who can't see it. */
final class CallTable {

  private CallTable() {}

  static String of(List<Exchange> exchanges) {
    StringBuilder rows = new StringBuilder();
    Exchange previous = null;
    for (Exchange exchange : exchanges) {
      rows.append(row(exchange, Pause.between(previous, exchange)));
      previous = exchange;
    }
    return """
    <div class="scroll">
    <table class="calls">
    <caption>The calls in the order in which they came; times in UTC by the sandbox clock</caption>
    <thead><tr><th scope="col">No.</th><th scope="col">Time</th><th scope="col">User</th><th scope="col">Call</th><th scope="col">Outcome</th><th scope="col">Why</th><th scope="col">Tokens</th><th scope="col">Took</th></tr></thead>
    <tbody>
    %s</tbody>
    </table>
    </div>
    """
        .formatted(rows);
  }

  private static String row(Exchange e, @Nullable Pause pause) {
    Ending ending = Ending.of(e);
    return "<tr class=\"%s\"><th scope=\"row\">%s</th>%s%s%s%s%s%s%s</tr>\n"
        .formatted(
            ending.style,
            e.number(),
            cell(ExchangeText.exactDateTime(e.at()), pause == null ? null : pause.inShort()),
            cell(e.user() == null ? "not known" : e.user()),
            cell(e.method() + " " + ExchangeText.target(e), ExchangeText.body(e)),
            "<td class=\"ending\"><span aria-hidden=\"true\">%s</span> %s</td>"
                .formatted(ending.symbol, ExchangeText.outcome(e)),
            cell(why(e)),
            cell(ExchangeText.shown(e), ExchangeText.issued(e)),
            "<td class=\"took\">%s</td>".formatted(ExchangeText.took(e)));
  }

  private static @Nullable String[] why(Exchange e) {
    return Stream.concat(ExchangeText.reasons(e).stream(), Stream.of(ExchangeText.retryAfter(e)))
        .toArray(String[]::new);
  }

  private static String cell(@Nullable String... lines) {
    StringBuilder cell = new StringBuilder("<td>");
    for (String line : lines) {
      if (line != null) {
        cell.append("<div><bdi>").append(Markup.text(line)).append("</bdi></div>");
      }
    }
    return cell.append("</td>").toString();
  }
}
