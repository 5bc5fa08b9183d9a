package io.github.bigidtestkit.internal.assertj;

import io.github.bigidtestkit.DialectRules;
import io.github.bigidtestkit.TokenScheme;
import io.github.bigidtestkit.internal.dialect.Comparison;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.PresentedToken;
import io.github.bigidtestkit.journal.Rejection.Reason;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The form of requests. */
public final class Requests {

  private static final Set<Reason> UNEXPECTED =
      EnumSet.of(
          Reason.REQUEST_TIMEOUT,
          Reason.OUTSIDE_API,
          Reason.NOT_REGISTERED,
          Reason.METHOD_NOT_ALLOWED,
          Reason.UNSUPPORTED_CONTENT_TYPE,
          Reason.UNSUPPORTED_CONTENT_ENCODING,
          Reason.UNSUPPORTED_CHARSET,
          Reason.BODY_TOO_LARGE,
          Reason.MALFORMED_JSON,
          Reason.DUPLICATE_FIELD,
          Reason.INVALID_FIELD,
          Reason.DUPLICATE_AUTHORIZATION,
          Reason.WRONG_SCHEME);

  private Requests() {}

  public static Rule noSecretInUrl() {
    return new Rule(
        "no password or token in a URL",
        "no call came",
        any -> true,
        calls -> {
          List<Exchange> guilty = Calls.where(calls, Exchange::secretInUrl);
          return guilty.isEmpty()
              ? List.of()
              : List.of(new Finding("there was one at " + Words.numbers(guilty), guilty));
        });
  }

  public static Rule passIn(DialectRules dialect) {
    return new Rule(
        "each call to be answered alike in " + dialect.name(),
        calls ->
            calls.isEmpty()
                ? List.of(Finding.of("there was no call"))
                : Comparison.with(dialect, calls).stream()
                    .map(difference -> new Finding(difference.line(), difference.calls()))
                    .toList());
  }

  public static Rule bearer() {
    return form(true, "tokens to be sent as Bearer", "otherwise");
  }

  public static Rule raw() {
    return form(false, "tokens to be sent raw", "as Bearer");
  }

  private static Rule form(boolean bearer, String expected, String instead) {
    return new Rule(
        expected,
        calls -> {
          List<Exchange> sent =
              Calls.where(
                  calls, call -> call.token() != null || call.reason() == Reason.WRONG_SCHEME);
          if (sent.isEmpty()) {
            return List.of(Finding.of("none was sent"));
          }
          List<Exchange> guilty = Calls.where(sent, call -> !hasForm(call, bearer));
          return guilty.isEmpty()
              ? List.of()
              : List.of(
                  new Finding(
                      "they were sent %s at %s".formatted(instead, Words.numbers(guilty)), guilty));
        });
  }

  /** What was refused for its scheme was not Bearer; whether it was raw, the journal can't tell. */
  private static boolean hasForm(Exchange call, boolean bearer) {
    PresentedToken token = call.token();
    return token == null ? !bearer : (token.scheme() == TokenScheme.BEARER) == bearer;
  }

  public static Rule nothingUnexpected() {
    return new Rule(
        "no request that the sandbox does not know",
        "no call came",
        any -> true,
        calls ->
            calls.stream()
                .filter(call -> UNEXPECTED.contains(call.reason()))
                .map(call -> Finding.of("%s was refused as " + call.reason(), call))
                .toList());
  }
}
