package io.github.bigidtestkit.internal.calibrate;

import io.github.bigidtestkit.DialectRules;
import io.github.bigidtestkit.DialectRules.Answer;
import io.github.bigidtestkit.RefusalKind;
import io.github.bigidtestkit.internal.calibrate.Probe.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What rules say of a call, and in what a deployment differs from it. */
record Expectation(DialectRules rules, Observation seen) {

  private static final Secrets NONE = new Secrets();

  /** The kind of refusal that the rules give the call, or null if they grant it. */
  @Nullable RefusalKind refusal() {
    Probe probe = seen.probe();
    Form form = seen.form();
    return switch (probe.endpoint) {
      case REFRESH ->
          !rules.exchangeMethods().contains(form.method())
              ? RefusalKind.EXCHANGE_METHOD
              : probe.isDamaged() || !rules.exchangeSchemes().contains(form.scheme())
                  ? RefusalKind.USER_TOKEN_NOT_VERIFIED
                  : null;
      case SESSIONS ->
          !rules.loginFormats().contains(form.format())
              ? RefusalKind.UNSUPPORTED_CONTENT_TYPE
              : probe == Probe.LOGIN_WRONG_PASSWORD ? RefusalKind.INVALID_CREDENTIALS : null;
      case RESOURCE, ANY -> ofData(probe, form);
    };
  }

  private @Nullable RefusalKind ofData(Probe probe, Form form) {
    if (probe == Probe.DATA_TRAILING_SLASH && !rules.trailingSlash()) {
      return RefusalKind.NOT_FOUND;
    }
    if (probe.isDamaged()
        || form.scheme() == null
        || !rules.dataSchemes().contains(form.scheme())) {
      return RefusalKind.ACCESS_TOKEN;
    }
    return probe == Probe.NO_SUCH_PATH ? RefusalKind.NOT_FOUND : null;
  }

  /** Whether something verified what the rules say of the call. */
  boolean verified() {
    String area = seen.probe().label().replaceFirst(" .*", ""); // exchange, login, data
    boolean slash = seen.probe() == Probe.DATA_TRAILING_SLASH;
    Set<String> not = rules.unverified();
    return !(not.contains("refusals")
        || not.contains("refusals." + refusal())
        || (slash && not.contains("trailingSlash"))
        || not.stream().anyMatch(name -> name.startsWith(area)));
  }

  /** Whether the deployment does the same: grants it, or refuses it with the same status. */
  boolean same() {
    RefusalKind kind = refusal();
    return seen.granted() == (kind == null)
        && (kind == null || rules.refusal(kind).status() == seen.status());
  }

  /**
   * The differences in words; empty if there are none.
   *
   * @param messages whether to compare messages also where rules have one for several calls
   */
  List<String> differences(boolean messages) {
    RefusalKind kind = refusal();
    Answer answer = kind == null ? Answer.empty(200) : rules.refusal(kind);
    List<String> all = new ArrayList<>();
    add(all, "granted", seen.granted(), kind == null);
    add(all, "status", seen.status(), answer.status());
    String seenType = seen.answer().contentType();
    if (kind == null || !(answer.body().isEmpty() || seen.body().text().isEmpty())) {
      String own = answer.contentType();
      add(all, "content type", seenType, own == null ? rules.contentType() : own);
    }
    if (kind != null) {
      Body expected = body(kind);
      boolean open =
          expected.form().equals(seen.body().form())
              && (answer.body().contains("${")
                  || seen.body().text().equals(seen.body().form()) // its messages are not kept
                  || !(messages || seen.probe().isRefusal()));
      add(all, "body", open ? "" : seen.body().text(), open ? "" : expected.text());
    }
    return all;
  }

  private void add(List<String> differences, String what, Object here, Object there) {
    if (!here.equals(there)) {
      differences.add("%s [%s], in %s [%s]".formatted(what, here, rules.name(), there));
    }
  }

  private Body body(RefusalKind kind) {
    return Body.of(rules.refusal(kind).body(), NONE);
  }
}
