package io.github.bigidtestkit.journal;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
            <thead><tr><th scope="col">#</th><th scope="col">Time</th><th scope="col">User</th><th scope="col">Call</th><th scope="col">Outcome</th><th scope="col">Why</th><th scope="col">Tokens</th><th scope="col">Took</th></tr></thead>
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
    return "<tr class=\"%s\"><th scope=\"row\">%s</th>%s%s%s<td class=\"ending\">%s %s</td>%s%s%s</tr>\n"
        .formatted(
            ending.style,
            e.number(),
            cell(
                pause == null
                    ? Stream.of(time)
                    : Stream.of(time, pause.label() + (pause.moved() ? " (clock moved)" : ""))),
            cell(Stream.of(Objects.requireNonNullElse(e.user(), "not known"))),
            cell(Stream.of(e.method() + " " + Words.target(e))),
            "<span aria-hidden=\"true\">" + ending.symbol + "</span>",
            Words.outcome(e),
            cell(Words.reasons(e).stream()),
            cell(Stream.of(Words.shown(e), Words.issued(e)).filter(Objects::nonNull)),
            cell(Stream.of(Words.took(e))));
  }

  private static String cell(Stream<String> lines) {
    StringBuilder cell = new StringBuilder("<td>");
    lines.forEach(
        line -> cell.append("<div><bdi>").append(Markup.text(line)).append("</bdi></div>"));
    return cell.append("</td>").toString();
  }
}
