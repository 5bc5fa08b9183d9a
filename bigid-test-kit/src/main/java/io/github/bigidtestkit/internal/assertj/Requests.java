package io.github.bigidtestkit.internal.assertj;

import io.github.bigidtestkit.internal.assertj.Violation.Finding;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.PresentedToken;
import io.github.bigidtestkit.journal.Rejection;
import io.github.bigidtestkit.journal.Rejection.Reason;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The form of requests. */
public final class Requests {

  private static final Set<Reason> UNEXPECTED =
      EnumSet.of(
          Reason.MALFORMED_REQUEST,
          Reason.REQUEST_TIMEOUT,
          Reason.OUTSIDE_API,
          Reason.NOT_REGISTERED,
          Reason.METHOD_NOT_ALLOWED,
          Reason.UNSUPPORTED_CONTENT_TYPE,
          Reason.BODY_TOO_LARGE,
          Reason.MALFORMED_JSON,
          Reason.INVALID_FIELD,
          Reason.DUPLICATE_AUTHORIZATION,
          Reason.WRONG_SCHEME);

  private Requests() {}

  public static Rule noSecretInUrl() {
    return calls -> {
      List<Exchange> guilty = Calls.where(calls, Exchange::secretInUrl);
      return guilty.isEmpty()
          ? null
          : Violation.of(
              "Expected no password or token in a URL, but there was one at %s."
                  .formatted(Words.numbers(guilty)),
              guilty);
    };
  }

  public static Rule bearer() {
    return form(true, "Expected tokens to be sent as Bearer", "otherwise");
  }

  public static Rule raw() {
    return form(false, "Expected tokens to be sent raw", "as Bearer");
  }

  private static Rule form(boolean bearer, String expected, String instead) {
    return calls -> {
      List<Exchange> sent =
          Calls.where(
              calls, call -> call.token() != null || Calls.refusedFor(call, Reason.WRONG_SCHEME));
      List<Exchange> guilty = Calls.where(sent, call -> !hasForm(call, bearer));
      if (!guilty.isEmpty()) {
        return Violation.of(
            "%s, but they were sent %s at %s.".formatted(expected, instead, Words.numbers(guilty)),
            guilty);
      }
      return sent.isEmpty() ? Violation.of(expected + ", but none was sent.", List.of()) : null;
    };
  }

  /** What was refused for its scheme was not Bearer; whether it was raw, the journal can't tell. */
  private static boolean hasForm(Exchange call, boolean bearer) {
    PresentedToken token = call.token();
    return token == null ? !bearer : token.bearer() == bearer;
  }

  public static Rule nothingUnexpected() {
    return calls -> {
      List<Finding> findings = new ArrayList<>();
      for (Exchange call : calls) {
        Rejection rejection = call.rejection();
        if (rejection != null && UNEXPECTED.contains(rejection.reason())) {
          findings.add(
              Finding.of(Words.number(call) + " was refused as " + rejection.reason(), call));
        }
      }
      return Violation.from("Expected no request that the sandbox does not know", findings);
    };
  }
}
