package io.github.bigidtestkit.internal.control;

import io.github.bigidtestkit.internal.http.ControlAnswer;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The journal. */
final class JournalCalls {

  private static final int MOST = 1_000;
  private static final int USUAL = 500;

  /** The report contains its style, has no script, and is opened by itself. */
  private static final String REPORT_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

  private JournalCalls() {}

  static ControlAnswer news(RequestContext request) {
    long since = request.number("since", 0, 0, Long.MAX_VALUE);
    int limit = (int) request.number("limit", USUAL, 1, MOST);
    Journal.News news = request.bigId().journal().since(since, limit);
    List<Map<String, @Nullable Object>> exchanges = new ArrayList<>();
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

  static ControlAnswer clear(RequestContext request) {
    request.bigId().journal().clear();
    return Answers.done();
  }

  static ControlAnswer timeline(RequestContext request) {
    return Answers.text("text/plain", request.bigId().journal().timeline());
  }

  static ControlAnswer report(RequestContext request) {
    String page =
        request.bigId().journal().html("Calls to the sandbox at " + request.bigId().origin());
    return Answers.with(Answers.text("text/html", page), "Content-Security-Policy", REPORT_POLICY);
  }
}
