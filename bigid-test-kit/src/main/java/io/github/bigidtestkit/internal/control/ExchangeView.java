package io.github.bigidtestkit.internal.control;

import static io.github.bigidtestkit.internal.control.Views.object;
import static io.github.bigidtestkit.internal.control.Views.text;

import io.github.bigidtestkit.internal.journal.ExchangeText;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.PresentedToken;
import io.github.bigidtestkit.token.TokenClaims;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An exchange as a JSON object, with no more in it than the journal has. */
final class ExchangeView {

  private ExchangeView() {}

  static Map<String, Object> of(long position, Exchange e) {
    return object(
        "position", position,
        "number", e.number(),
        "at", text(e.at()),
        "sinceStart", text(e.sinceStart()),
        "method", e.method(),
        "path", e.path(),
        "query", e.query(),
        "secretInUrl", e.secretInUrl(),
        "endpoint", e.endpoint().name(),
        "user", e.user(),
        "status", e.status() == 0 ? null : e.status(),
        "ending", ExchangeText.ending(e),
        "reason", text(e.reason()),
        "reasons", ExchangeText.reasons(e),
        "shows", ExchangeText.shown(e),
        "gets", ExchangeText.issued(e),
        "token", token(e.token()),
        "issued", claims(e.issued()),
        "fault", e.fault(),
        "retryAfter", text(e.retryAfter()),
        "took", text(e.took()));
  }

  private static @Nullable Map<String, Object> token(@Nullable PresentedToken token) {
    return token == null
        ? null
        : object(
            "shortened", token.shortened(),
            "bearer", token.bearer(),
            "claims", claims(token.claims()));
  }

  static @Nullable Map<String, Object> claims(@Nullable TokenClaims claims) {
    return claims == null
        ? null
        : object(
            "kind", claims.kind().name(),
            "id", claims.id(),
            "user", claims.user(),
            "permissions", claims.permissions(),
            "issuedAt", text(claims.issuedAt()),
            "notBefore", text(claims.notBefore()),
            "expiresAt", text(claims.expiresAt()));
  }
}
