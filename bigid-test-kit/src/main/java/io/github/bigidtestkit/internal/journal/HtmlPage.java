package io.github.bigidtestkit.internal.journal;

import io.github.bigidtestkit.journal.Exchange;
import java.util.List;

/**
 * The journal as a page that stands by itself: no script, nothing loaded, well-formed as XML too.
 */
final class HtmlPage {

  /** How many exchanges are shown; the last ones. */
  static final int MOST = 500;

  private HtmlPage() {}

  static String of(String title, List<Exchange> kept, long dropped) {
    List<Exchange> shown = kept.subList(Math.max(0, kept.size() - MOST), kept.size());
    return """
        <!DOCTYPE html>
        <html xmlns="http://www.w3.org/1999/xhtml" lang="en">
        <head>
        <meta charset="utf-8"/>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>%1$s</title>
        <style>
        %2$s</style>
        </head>
        <body>
        <main>
        <h1>%1$s</h1>
        %3$s</main>
        </body>
        </html>
        """
        .formatted(
            Markup.text(title),
            PageStyle.CSS,
            kept.isEmpty() ? nothing(dropped) : body(shown, kept.size() - shown.size(), dropped));
  }

  private static String nothing(long dropped) {
    return note("No call came to the sandbox" + (dropped == 0 ? "." : " that is still kept."));
  }

  private static String body(List<Exchange> shown, int leftOut, long dropped) {
    StringBuilder body = new StringBuilder(counts(shown));
    if (leftOut > 0) {
      body.append(
          note(
              "Only the last %s calls are shown; %s before them are left out."
                  .formatted(MOST, leftOut)));
    }
    if (dropped > 0) {
      body.append(note("%s earlier calls are no longer kept.".formatted(dropped)));
    }
    return body.append(note(clock(shown)))
        .append("<h2>What happened</h2>\n")
        .append(SequenceDiagram.of(shown))
        .append("<h2>The same as a table</h2>\n<div class=\"scroll\">\n")
        .append(CallTable.of(shown))
        .append("</div>\n")
        .toString();
  }

  private static String clock(List<Exchange> shown) {
    return "Times are UTC by the sandbox clock; the first call shown came at %s. Bars at the sandbox are calls in flight."
        .formatted(Words.dateTime(shown.get(0).at()));
  }

  private static String counts(List<Exchange> shown) {
    StringBuilder counts = new StringBuilder("<ul class=\"counts\">\n");
    for (Ending ending : Ending.values()) {
      long count = shown.stream().filter(e -> Ending.of(e) == ending).count();
      counts.append(
          "<li class=\"%s\">%s %s %s</li>\n"
              .formatted(ending.style, ending.symbol, count, ending.word));
    }
    return counts.append("</ul>\n").toString();
  }

  private static String note(String text) {
    return "<p class=\"note\">%s</p>\n".formatted(text);
  }
}
