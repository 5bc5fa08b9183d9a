package io.github.bigidtestkit.internal.journal;

import io.github.bigidtestkit.journal.Exchange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Exchanges as an HTML table: all that the diagram says, for those who don't see it. */
final class CallTable {

  private CallTable() {}

  static String of(List<Exchange> exchanges) {
    StringBuilder table =
        new StringBuilder(
            """
            <table>
            <caption>The calls in the order in which they came; times in UTC by the sandbox clock</caption>
            <thead><tr><th scope="col">No.</th><th scope="col">Time</th><th scope="col">User</th><th scope="col">Call</th><th scope="col">Outcome</th><th scope="col">Why</th><th scope="col">Tokens</th><th scope="col">Took</th></tr></thead>
            <tbody>
            """);
    Exchange previous = null;
    for (Exchange exchange : exchanges) {
      table.append(row(exchange, Pause.between(previous, exchange)));
      previous = exchange;
    }
    return table.append("</tbody>\n</table>\n").toString();
  }

  private static String row(Exchange e, @Nullable Pause pause) {
    Ending ending = Ending.of(e);
    String time = Words.dateTime(e.at());
    return "<tr class=\"%s\"><th scope=\"row\">%s</th>%s%s%s%s%s%s%s</tr>\n"
        .formatted(
            ending.style,
            e.number(),
            pause == null ? cell(time) : cell(time, pause.label() + moved(pause)),
            cell(e.user() == null ? "not known" : e.user()),
            cell(e.method() + " " + Words.target(e)),
            "<td class=\"ending\"><span aria-hidden=\"true\">%s</span> %s</td>"
                .formatted(ending.symbol, Words.outcome(e)),
            cell(Words.reasons(e).toArray(String[]::new)),
            cell(Words.shown(e), Words.issued(e)),
            "<td class=\"took\">%s</td>".formatted(Words.took(e)));
  }

  private static String moved(Pause pause) {
    return pause.moved() ? " (clock moved)" : "";
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
