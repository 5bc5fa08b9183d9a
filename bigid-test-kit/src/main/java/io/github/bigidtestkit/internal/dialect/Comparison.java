package io.github.bigidtestkit.internal.dialect;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.DialectRules;
import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.RefusalKind;
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
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the calls that another dialect would have answered otherwise. */
public final class Comparison {

  /** Refusals for something that another dialect may accept. */
  private static final Set<Reason> OF_FORM =
      EnumSet.of(Reason.METHOD_NOT_ALLOWED, Reason.WRONG_SCHEME, Reason.UNSUPPORTED_CONTENT_TYPE);

  private static final int SHOWN = 6;

  private Comparison() {}

  /**
   * What another dialect would have answered otherwise.
   *
   * <p>Answers differ if their status does. A call that a fault broke counts by its form alone. A
   * call that was refused for its form, which the other dialect accepts, does not count.
   */
  public static List<Difference> with(DialectRules other, List<Exchange> calls) {
    return grouped(
        calls,
        call -> {
          Rejection form = form(call, other);
          Rejection there = form == null ? call.rejection() : form;
          if (there == null || (form == null && OF_FORM.contains(there.reason()))) {
            return null;
          }
          boolean same = call.rejection() != null && status(call, there, other) == call.status();
          return same ? null : answer(call, there, other) + why(form);
        });
  }

  /** The calls that a dialect refuses for their form. */
  public static List<Difference> refused(DialectRules rules, List<Exchange> calls) {
    return grouped(
        calls,
        call -> {
          Rejection form = form(call, rules);
          return form == null ? null : answer(call, form, rules) + why(form);
        });
  }

  /**
   * What a failure has to say of dialects, in lines; empty if nothing.
   *
   * @param rules the dialect in which the calls were answered
   */
  public static String report(DialectRules rules, List<Exchange> calls) {
    boolean lenient = rules.equals(Dialect.LENIENT.rules());
    Stream<Difference> differences =
        lenient
            ? Stream.of(Dialect.values()).flatMap(other -> refused(other.rules(), calls).stream())
            : Stream.concat(
                refused(rules, calls).stream(), with(Dialect.LENIENT.rules(), calls).stream());
    List<String> all = differences.map(difference -> "\n  " + difference.line()).toList();
    String lines =
        String.join("", all.subList(0, Math.min(SHOWN, all.size())))
            + (all.size() > SHOWN ? "\n  and %s more".formatted(all.size() - SHOWN) : "");
    if (lenient) {
      return lines.isEmpty() ? "" : "What other dialects would have refused:" + lines;
    }
    return "The dialect was %s.%s"
        .formatted(rules.name(), lines.isEmpty() ? "" : " What it answers otherwise:" + lines);
  }

  private static List<Difference> grouped(
      List<Exchange> calls, Function<Exchange, @Nullable String> text) {
    Map<String, List<Exchange>> groups = new LinkedHashMap<>();
    for (Exchange call : calls) {
      String found = text.apply(call);
      if (found != null) {
        groups.computeIfAbsent(found, any -> new ArrayList<>()).add(call);
      }
    }
    return groups.entrySet().stream()
        .map(group -> new Difference(group.getKey(), group.getValue()))
        .toList();
  }

  private static int status(Exchange call, Rejection there, DialectRules rules) {
    return rules.refusal(RefusalKind.of(call.endpoint(), there.reason())).status();
  }

  private static String answer(Exchange call, Rejection there, DialectRules rules) {
    return "%s %s: %s in %s"
        .formatted(call.method(), call.path(), status(call, there, rules), rules.name());
  }

  private static String why(@Nullable Rejection form) {
    return form == null ? "" : " (" + form.explanation() + ")";
  }

  private static @Nullable Rejection form(Exchange call, DialectRules rules) {
    Rejection path = CallForm.path(rules, call.path());
    if (path != null) {
      return path;
    }
    if (call.endpoint() == Endpoint.SESSIONS) {
      return call.method().equals("POST") ? CallForm.login(rules, call.contentType()) : null;
    }
    Rejection method =
        call.endpoint() == Endpoint.REFRESH ? CallForm.exchangeMethod(rules, call.method()) : null;
    PresentedToken token = call.token();
    return method != null || token == null
        ? method
        : CallForm.scheme(rules, call.endpoint(), token.scheme());
  }
}
