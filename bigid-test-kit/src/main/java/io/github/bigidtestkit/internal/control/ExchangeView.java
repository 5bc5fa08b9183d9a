package io.github.bigidtestkit.internal.control;

import static io.github.bigidtestkit.internal.control.Views.object;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.internal.dialect.Comparison;
import io.github.bigidtestkit.internal.dialect.Difference;
import io.github.bigidtestkit.internal.journal.ExchangeText;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.PresentedToken;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An exchange as a JSON object. Contains no more than the journal, hence no secret. */
final class ExchangeView {

  private ExchangeView() {}

  static Map<String, @Nullable Object> of(long position, Exchange e) {
    return object(
        "position", position,
        "number", e.number(),
        "at", e.at(),
        "sinceStart", e.sinceStart(),
        "method", e.method(),
        "path", e.path(),
        "query", e.query(),
        "secretInUrl", e.secretInUrl(),
        "contentType", e.contentType(),
        "headers", e.headers(),
        "body", e.body(),
        "endpoint", e.endpoint().name(),
        "user", e.user(),
        "status", e.status() == 0 ? null : e.status(),
        "ending", ExchangeText.ending(e),
        "reason", e.reason(),
        "reasons", ExchangeText.reasons(e),
        "shows", ExchangeText.shown(e),
        "gets", ExchangeText.issued(e),
        "elsewhere", elsewhere(e),
        "token", token(e.token()),
        "issued", e.issued(),
        "fault", e.fault(),
        "retryAfter", e.retryAfter(),
        "took", e.took());
  }

  /** How built-in dialects would have refused what was accepted. */
  private static List<String> elsewhere(Exchange e) {
    return e.refused()
        ? List.of()
        : Stream.of(Dialect.values())
            .flatMap(dialect -> Comparison.refused(dialect.rules(), List.of(e)).stream())
            .map(Difference::text)
            .toList();
  }

  private static @Nullable Map<String, @Nullable Object> token(@Nullable PresentedToken token) {
    return token == null
        ? null
        : object(
            "shortened", token.shortened(),
            "scheme", token.scheme(),
            "claims", token.claims());
  }
}
