package io.github.bigidtestkit.internal.dialect;

import io.github.bigidtestkit.DialectRules;
import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.PresentedToken;
import io.github.bigidtestkit.journal.Rejection;
import io.github.bigidtestkit.journal.Rejection.Reason;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the calls that another dialect would have answered otherwise. */
public final class Comparison {

  private static final int NUMBERS = 5;

  /** Refusals for something that another dialect may accept. */
  private static final Set<Reason> OF_FORM =
      EnumSet.of(Reason.METHOD_NOT_ALLOWED, Reason.WRONG_SCHEME, Reason.UNSUPPORTED_CONTENT_TYPE);

  private Comparison() {}

  /**
   * One line for each difference, with the calls that have it; empty if there is none.
   *
   * <p>Answers differ if their status does. A call that a fault broke counts by its form alone.
   */
  public static List<String> differences(List<Exchange> exchanges, DialectRules other) {
    Map<String, List<Long>> calls = new LinkedHashMap<>();
    for (Exchange exchange : exchanges) {
      String difference = difference(exchange, other);
      if (difference != null) {
        calls.computeIfAbsent(difference, any -> new ArrayList<>()).add(exchange.number());
      }
    }
    return calls.entrySet().stream().map(e -> numbers(e.getValue()) + " " + e.getKey()).toList();
  }

  private static String numbers(List<Long> numbers) {
    String first =
        numbers.stream().limit(NUMBERS).map(n -> "#" + n).reduce((a, b) -> a + ", " + b).orElse("");
    int more = numbers.size() - NUMBERS;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  private static @Nullable String difference(Exchange call, DialectRules other) {
    Rejection form = form(call, other);
    Rejection there = form == null ? call.rejection() : form;
    if (there == null || form == null && OF_FORM.contains(there.reason())) {
      return null; // accepted there, as far as the form goes
    }
    int status = other.refusal(Refusals.kind(call.endpoint(), there.reason())).status();
    return status == call.status() && call.rejection() != null
        ? null
        : "%s %s: %s in %s%s"
            .formatted(
                call.method(),
                call.path(),
                status,
                other.name(),
                form == null ? "" : " (" + form.explanation() + ")");
  }

  private static @Nullable Rejection form(Exchange call, DialectRules rules) {
    Rejection path = CallForm.path(rules, call.path());
    if (path != null) {
      return path;
    }
    if (call.endpoint() == Endpoint.SESSIONS) {
      return CallForm.login(rules, call.contentType());
    }
    Rejection method =
        call.endpoint() == Endpoint.REFRESH ? CallForm.exchangeMethod(rules, call.method()) : null;
    PresentedToken token = call.token();
    return method != null || token == null
        ? method
        : CallForm.scheme(rules, call.endpoint(), token.scheme());
  }
}
