package io.github.bigidtestkit.assertj;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.internal.assertj.Bodies;
import io.github.bigidtestkit.internal.assertj.Words;
import io.github.bigidtestkit.internal.journal.Parameters;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.Rejection;
import io.github.bigidtestkit.token.TokenKind;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions about one call; a message ends with the call's line of the timeline. */
public class ExchangeAssert extends AbstractAssert<ExchangeAssert, Exchange> {

  /** Assertions about a call. */
  public ExchangeAssert(Exchange actual) {
    super(actual, ExchangeAssert.class);
  }

  /**
   * The answer has the given HTTP status; 0 if there was none.
   *
   * <pre>{@code
   * assertThat(login).hasStatus(200); // passes if the login was granted
   * assertThat(login).hasStatus(401); // fails then
   * }</pre>
   */
  public ExchangeAssert hasStatus(int status) {
    isNotNull();
    return require(
        actual.status() == status, status(status), "there was " + status(actual.status()));
  }

  private static String status(int status) {
    return status == 0 ? "no answer" : "status " + status;
  }

  /**
   * The call was refused; the status does not tell in {@code Dialect.TRAINING_SANDBOX}.
   *
   * <pre>{@code
   * assertThat(callWithExpiredToken).isRefused(); // passes
   * assertThat(callWithGoodToken).isRefused();    // fails
   * }</pre>
   */
  public ExchangeAssert isRefused() {
    isNotNull();
    return require(actual.refused(), "a refusal", "the call was not refused");
  }

  /**
   * The call was not refused.
   *
   * <pre>{@code
   * assertThat(callWithGoodToken).isNotRefused();    // passes
   * assertThat(callWithExpiredToken).isNotRefused(); // fails
   * }</pre>
   */
  public ExchangeAssert isNotRefused() {
    isNotNull();
    return require(!actual.refused(), "no refusal", refusal(actual.rejection()));
  }

  /**
   * The call was refused for the given reason.
   *
   * <pre>{@code
   * assertThat(callWithExpiredToken).isRefusedFor(Reason.TOKEN_EXPIRED); // passes
   * assertThat(callWithExpiredToken).isRefusedFor(Reason.TOKEN_REVOKED); // fails
   * }</pre>
   */
  public ExchangeAssert isRefusedFor(Rejection.Reason reason) {
    isNotNull();
    Rejection rejection = actual.rejection();
    return require(
        rejection != null && rejection.reason() == reason,
        "a refusal for " + reason,
        refusal(rejection));
  }

  private static String refusal(@Nullable Rejection rejection) {
    return rejection == null
        ? "the call was not refused"
        : "the call was refused for " + rejection.reason();
  }

  /**
   * The call was to the given endpoint.
   *
   * <pre>{@code
   * assertThat(login).isOf(Endpoint.SESSIONS); // passes
   * assertThat(login).isOf(Endpoint.REFRESH);  // fails
   * }</pre>
   */
  public ExchangeAssert isOf(Endpoint endpoint) {
    isNotNull();
    return require(
        endpoint.covers(actual.endpoint()),
        "a call of " + endpoint.name(),
        "it is one of " + actual.endpoint().name());
  }

  /**
   * The given user logged in, or the token shown is for that user.
   *
   * <pre>{@code
   * assertThat(loginOfAlice).hasUser("alice"); // passes
   * assertThat(loginOfAlice).hasUser("bob");   // fails
   * }</pre>
   */
  public ExchangeAssert hasUser(String username) {
    isNotNull();
    return require(
        username.equals(actual.user()),
        "a call of user [" + username + "]",
        "it is of " + Words.user(actual.user()));
  }

  /**
   * The token shown is of the given kind.
   *
   * <pre>{@code
   * assertThat(refresh).hasTokenKind(TokenKind.USER);   // passes
   * assertThat(refresh).hasTokenKind(TokenKind.SYSTEM); // fails
   * }</pre>
   */
  public ExchangeAssert hasTokenKind(TokenKind kind) {
    isNotNull();
    TokenKind shown = actual.tokenKind();
    String unknown = actual.token() == null ? "none was shown" : "the one shown can't be read";
    return require(
        shown == kind, "a " + kind.label(), shown == null ? unknown : "it is a " + shown.label());
  }

  /**
   * A fault struck the call.
   *
   * <pre>{@code
   * assertThat(callInAnOutage).wasStruckByFault(); // passes
   * assertThat(callBefore).wasStruckByFault();     // fails
   * }</pre>
   */
  public ExchangeAssert wasStruckByFault() {
    isNotNull();
    return require(actual.fault() != null, "a fault", "none struck");
  }

  /**
   * No fault struck the call.
   *
   * <pre>{@code
   * assertThat(callBefore).wasNotStruckByFault();     // passes
   * assertThat(callInAnOutage).wasNotStruckByFault(); // fails
   * }</pre>
   */
  public ExchangeAssert wasNotStruckByFault() {
    isNotNull();
    return require(actual.fault() == null, "no fault", "one struck: " + actual.fault());
  }

  /**
   * The query has a parameter with the given value, both decoded.
   *
   * <pre>{@code
   * assertThat(secondPage).hasQuery("skip", "100"); // passes
   * assertThat(firstPage).hasQuery("skip", "100");  // fails
   * }</pre>
   */
  public ExchangeAssert hasQuery(String name, String value) {
    isNotNull();
    List<String> values = Parameters.of(actual.query()).getOrDefault(name, List.of());
    return require(
        values.contains(value),
        "query parameter [%s] to be [%s]".formatted(name, value),
        values.isEmpty() ? "there is none of that name" : "it is " + values);
  }

  /**
   * The call had a header with the given value; the name in any case. Headers of credentials and of
   * connections are not kept.
   *
   * <pre>{@code
   * assertThat(call).hasHeader("Accept", "application/json"); // passes
   * assertThat(call).hasHeader("Accept", "text/html");        // fails
   * }</pre>
   */
  public ExchangeAssert hasHeader(String name, String value) {
    isNotNull();
    String seen =
        name.equalsIgnoreCase("Content-Type")
            ? actual.contentType()
            : actual.headers().get(name.toLowerCase(Locale.ROOT));
    return require(
        value.equals(seen),
        "header [%s] to be [%s]".formatted(name, value),
        seen == null ? "there is none of that name" : "it is [" + seen + "]");
  }

  /**
   * The client sent a body that is equal to the given JSON, apart from the order of keys and from
   * white space. Secrets in it are shortened, see {@link Exchange#body()}.
   *
   * <pre>{@code
   * assertThat(creation).hasBodyJson("{\"name\": \"scan\"}"); // passes
   * assertThat(creation).hasBodyJson("{}");                   // fails
   * }</pre>
   *
   * @throws IllegalArgumentException if what is expected is not JSON
   */
  public ExchangeAssert hasBodyJson(String json) {
    isNotNull();
    String seen = Bodies.difference(json, actual.body());
    return require(seen == null, "a body equal to " + json, String.valueOf(seen));
  }

  private ExchangeAssert require(boolean holds, String expected, String seen) {
    if (!holds) {
      throw failure(
          "%s",
          "Expected %s at #%s, but %s.\n\n%s".formatted(expected, actual.number(), seen, actual));
    }
    return myself;
  }
}
