package io.github.bigidtestkit.internal.control;

import io.github.bigidtestkit.internal.http.ControlAnswer;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What came to the sandbox. */
final class JournalCalls {

  private static final int MOST = 1_000;
  private static final int USUAL = 500;

  /** The report brings its style within itself; it has no script, and is opened by itself. */
  private static final String REPORT_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

  private JournalCalls() {}

  static ControlAnswer news(RequestContext visit) {
    long since = visit.number("since", 0, 0, Long.MAX_VALUE);
    int limit = (int) visit.number("limit", USUAL, 1, MOST);
    Journal.News news = visit.bigId().journal().since(since, limit);
    List<Map<String, Object>> exchanges = new ArrayList<>();
    long position = news.position() - news.exchanges().size();
    for (Exchange exchange : news.exchanges()) {
      exchanges.add(ExchangeView.of(++position, exchange));
    }
    return Answers.ok(
        Views.object(
            "oldest", news.oldest(),
            "position", news.position(),
            "end", news.end(),
            "exchanges", exchanges));
  }

  static ControlAnswer clear(RequestContext visit) {
    visit.bigId().journal().clear();
    return Answers.done();
  }

  static ControlAnswer timeline(RequestContext visit) {
    return Answers.text("text/plain", visit.bigId().journal().timeline());
  }

  static ControlAnswer report(RequestContext visit) {
    String page = visit.bigId().journal().html("Calls to the sandbox at " + visit.bigId().origin());
    return Answers.with(Answers.text("text/html", page), "Content-Security-Policy", REPORT_POLICY);
  }
}
