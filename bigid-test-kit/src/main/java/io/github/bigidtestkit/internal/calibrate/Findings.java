package io.github.bigidtestkit.internal.calibrate;

import static io.github.bigidtestkit.Endpoint.REFRESH;
import static io.github.bigidtestkit.Endpoint.RESOURCE;
import static io.github.bigidtestkit.Endpoint.SESSIONS;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.DialectRules;
import io.github.bigidtestkit.DialectRules.Answer;
import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.LoginFormat;
import io.github.bigidtestkit.RefusalKind;
import io.github.bigidtestkit.TokenScheme;
import io.github.bigidtestkit.internal.calibrate.Probe.Form;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes rules of what was seen: observations in, rules and words out. */
final class Findings {

  private final List<Observation> asked;
  private final List<Observation> calls;
  private final Set<String> unverified = new TreeSet<>(Set.of("headers"));

  /** The built-in dialect that does most alike. */
  final Dialect nearest;

  /** What the calls showed, and the rest from the nearest dialect, as unverified. */
  final DialectRules rules;

  Findings(List<Observation> all) {
    this.asked = all;
    this.calls = all.stream().filter(Observation::conclusive).toList();
    this.nearest =
        Stream.of(Dialect.values()).min(Comparator.comparing(this::distance)).orElseThrow();
    this.rules = withRefusals(forms(nearest.rules()));
  }

  private long distance(Dialect dialect) {
    long same =
        calls.stream().filter(call -> new Expectation(dialect.rules(), call).same()).count();
    return differences(dialect.rules(), false).size() - same * 100;
  }

  /** Whether a token was issued, without which little can be said. */
  boolean issued() {
    return calls.stream().anyMatch(call -> call.granted() && call.probe().endpoint != RESOURCE);
  }

  /**
   * What the deployment does otherwise, in lines.
   *
   * @param verified whether only rules count that something verified, without messages that differ
   *     between calls of which rules say the same
   */
  List<String> differences(DialectRules other, boolean verified) {
    return calls.stream()
        .map(call -> new Expectation(other, call))
        .filter(expectation -> !verified || expectation.verified())
        .flatMap(
            e ->
                e.differences(!verified).stream()
                    .map(words -> e.seen().probe().label() + ": " + words))
        .toList();
  }

  private DialectRules forms(DialectRules base) {
    var tokens = TokenScheme.values();
    var logins = LoginFormat.values();
    var methods =
        accepted("exchangeMethods", REFRESH, Form::method, base.exchangeMethods(), "GET", "POST");
    var exchange =
        accepted("exchangeSchemes", REFRESH, Form::scheme, base.exchangeSchemes(), tokens);
    var data = accepted("dataSchemes", RESOURCE, Form::scheme, base.dataSchemes(), tokens);
    var formats = accepted("loginFormats", SESSIONS, Form::format, base.loginFormats(), logins);
    return base.toBuilder()
        .name("calibrated")
        .exchangeMethods(methods.toArray(String[]::new))
        .exchangeSchemes(exchange.toArray(TokenScheme[]::new))
        .dataSchemes(data.toArray(TokenScheme[]::new))
        .loginFormats(formats.toArray(LoginFormat[]::new))
        .trailingSlash(trailingSlash(base))
        .contentType(contentType(base))
        .build();
  }

  /**
   * The values with which calls were granted. A value is refused if all calls with it were, and
   * others were not. What was not seen is as in the nearest dialect, and unverified.
   */
  @SafeVarargs
  private <T> List<T> accepted(
      String rule,
      Endpoint endpoint,
      Function<Form, @Nullable T> value,
      Collection<T> base,
      T... all) {
    boolean known = isKnown(endpoint);
    List<T> accepted = new ArrayList<>();
    for (T each : all) {
      var with =
          asked.stream()
              .filter(
                  o ->
                      o.probe().endpoint == endpoint
                          && o.probe().form != null
                          && each.equals(value.apply(o.form())))
              .toList();
      boolean granted = known && with.stream().anyMatch(Observation::granted);
      boolean refused = known && !granted && with.stream().allMatch(Observation::conclusive);
      if (!granted && !refused) {
        unverified.add(rule);
      }
      if (granted || (!refused && base.contains(each))) {
        accepted.add(each);
      }
    }
    return accepted;
  }

  /** Whether calls were granted there, but not with a damaged token, too. */
  private boolean isKnown(Endpoint endpoint) {
    var granted =
        calls.stream().filter(o -> o.granted() && o.probe().endpoint == endpoint).toList();
    return !granted.isEmpty() && granted.stream().noneMatch(o -> o.probe().isDamaged());
  }

  private boolean trailingSlash(DialectRules base) {
    var slash =
        calls.stream().filter(call -> call.probe() == Probe.DATA_TRAILING_SLASH).findFirst();
    if (slash.isEmpty()) {
      unverified.add("trailingSlash");
    }
    return slash.map(Observation::granted).orElse(base.trailingSlash());
  }

  /** The one of most answers; of what was granted, if there is such. */
  private String contentType(DialectRules base) {
    Map<String, Integer> types = new TreeMap<>();
    for (Observation call : calls) {
      types.merge(call.answer().contentType(), call.granted() ? 100 : 1, Integer::sum);
    }
    types.remove("");
    if (types.isEmpty()) {
      unverified.add("contentType");
    }
    return types.keySet().stream().max(Comparator.comparing(types::get)).orElse(base.contentType());
  }

  private DialectRules withRefusals(DialectRules forms) {
    DialectRules.Builder builder = forms.toBuilder();
    for (RefusalKind kind : RefusalKind.values()) {
      calls.stream()
          .filter(call -> !call.granted() && new Expectation(forms, call).refusal() == kind)
          .filter(call -> isKnown(call.probe().endpoint))
          .min(Comparator.comparing(call -> !call.probe().isRefusal()))
          .ifPresentOrElse(
              call -> builder.refusal(kind, answer(call, forms)),
              () -> unverified.add("refusals." + kind));
    }
    return builder.unverified(unverified.toArray(String[]::new)).build();
  }

  private static Answer answer(Observation call, DialectRules forms) {
    Map<String, String> headers = new TreeMap<>();
    String challenge = call.answer().challenge();
    headers.put(
        "WWW-Authenticate", call.status() == 401 && challenge.equals("Bearer") ? "" : challenge);
    headers.put("Retry-After", call.answer().retryAfter());
    headers.values().removeIf(String::isEmpty); // the sandbox adds Bearer to a 401 itself
    String type = call.answer().contentType();
    boolean usual = type.isEmpty() || type.equals(forms.contentType());
    return new Answer(call.status(), usual ? null : type, headers, call.body().text());
  }
}
