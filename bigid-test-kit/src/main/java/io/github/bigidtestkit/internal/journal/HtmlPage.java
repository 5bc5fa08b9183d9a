package io.github.bigidtestkit.internal.journal;

import io.github.bigidtestkit.journal.Exchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The journal as a self-contained page: no script, nothing loaded, well-formed as XML too. */
public final class HtmlPage {

  /** The number of exchanges that are shown; the last ones. */
  static final int MOST = 500;

  private static final int MOST_LINES = 100;

  private HtmlPage() {}

  /**
   * The page.
   *
   * @param why why the test failed, without secrets, or null if there is no failure
   */
  public static String of(String title, @Nullable String why, List<Exchange> kept, long dropped) {
    List<Exchange> shown = kept.subList(Math.max(0, kept.size() - MOST), kept.size());
    return resource("report.html")
        .formatted(
            Markup.text(title),
            resource("report.css"),
            why == null ? "" : reason(why),
            kept.isEmpty()
                ? note(Timeline.nothing(dropped))
                : body(shown, kept.size() - shown.size(), dropped));
  }

  private static String resource(String name) {
    try (InputStream file = HtmlPage.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("The jar does not contain [%s].".formatted(name));
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String reason(String why) {
    List<String> lines = why.lines().limit(MOST_LINES).map(Markup::text).toList();
    return "<h2>Why the test failed</h2>\n<pre class=\"why\">%s</pre>\n"
        .formatted(String.join("\n", lines));
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
    return body.append(note(clock(shown.get(0))))
        .append("<h2>What happened</h2>\n")
        .append(SequenceDiagram.of(shown))
        .append("<h2>The same as a table</h2>\n")
        .append(CallTable.of(shown))
        .toString();
  }

  private static String clock(Exchange first) {
    return "Times are UTC by the sandbox clock; the first call shown came at %s. Bars at the sandbox are calls in flight."
        .formatted(ExchangeText.dateTime(first.at()));
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
