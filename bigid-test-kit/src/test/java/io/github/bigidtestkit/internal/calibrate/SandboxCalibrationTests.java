package io.github.bigidtestkit.internal.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.DialectRules;
import io.github.bigidtestkit.DialectRules.Answer;
import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.LoginFormat;
import io.github.bigidtestkit.RefusalKind;
import io.github.bigidtestkit.TokenScheme;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.internal.config.Setting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kit's own fake is asked, so that what should be found is known. */
class SandboxCalibrationTests {

  private static final Set<RefusalKind> NEVER_SHOWN =
      EnumSet.of(
          RefusalKind.MALFORMED_BODY,
          RefusalKind.USER_TOKEN_NOT_ACCEPTED,
          RefusalKind.PERMISSION_MISSING,
          RefusalKind.METHOD_NOT_ALLOWED,
          RefusalKind.SEVERAL_TOKENS,
          RefusalKind.REQUEST_TIMEOUT,
          RefusalKind.BODY_TOO_LARGE,
          RefusalKind.SANDBOX_FAILED);

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void a_built_in_dialect_is_found_again(Dialect dialect) {
    Asked asked = Asked.of(dialect.rules());

    assertThat(asked.seen()).hasSize(17).allMatch(Observation::conclusive);
    assertThat(asked.findings().nearest).isEqualTo(dialect);
    found(dialect.rules(), asked.findings().rules);
    for (Dialect other : Dialect.values()) {
      assertThat(asked.findings().differences(other.rules(), false).isEmpty())
          .isEqualTo(other == dialect);
    }
  }

  @ParameterizedTest
  @MethodSource
  void own_rules_are_found_again(DialectRules rules) {
    Asked asked = Asked.of(rules);

    found(rules, asked.findings().rules);
    // Messages that differ between calls of a kind are all that such rules can't say.
    assertThat(asked.findings().differences(asked.findings().rules, true)).isEmpty();
  }

  @Test
  void what_only_another_call_would_show_is_unverified() {
    DialectRules rules = Dialect.LENIENT.rules().toBuilder().exchangeMethods("PUT").build();
    Findings findings = Asked.of(rules).findings();

    assertThat(findings.issued()).isTrue(); // by the login
    assertThat(findings.rules.unverified())
        .contains("exchangeMethods", "exchangeSchemes", "refusals.EXCHANGE_METHOD")
        .doesNotContain("dataSchemes", "loginFormats");
  }

  @ParameterizedTest
  @MethodSource
  void a_fault_under_way_makes_no_rule_wrong(FaultKind kind) {
    DialectRules rules = Dialect.DEPLOYMENT.rules();
    for (Endpoint endpoint : List.of(Endpoint.REFRESH, Endpoint.SESSIONS, Endpoint.RESOURCE)) {
      try (FakeBigId bigId = FakeBigId.start(Asked.sandbox(rules).build())) {
        var fault = bigId.faults().inject(kind.fault()).on(endpoint).times(2).start();
        DialectRules found = Asked.of(bigId, true).findings().rules;

        assertThat(fault.struck()).isPositive();
        assertThat(found.exchangeMethods()).isEqualTo(rules.exchangeMethods());
        assertThat(found.exchangeSchemes()).isEqualTo(rules.exchangeSchemes());
        assertThat(found.dataSchemes()).isEqualTo(rules.dataSchemes());
        assertThat(found.loginFormats()).isEqualTo(rules.loginFormats());
        assertThat(found.trailingSlash()).isEqualTo(rules.trailingSlash());
        assertThat(found.contentType()).isEqualTo(rules.contentType());
        for (RefusalKind each : RefusalKind.values()) {
          if (!found.unverified().contains("refusals." + each)) {
            same(each, rules, found);
          }
        }
      }
    }
  }

  static Stream<FaultKind> a_fault_under_way_makes_no_rule_wrong() {
    return Stream.of(
        FaultKind.TOO_MANY_REQUESTS,
        FaultKind.SERVER_ERROR,
        FaultKind.BAD_GATEWAY,
        FaultKind.SERVICE_UNAVAILABLE,
        FaultKind.CONNECTION_RESET,
        FaultKind.CONNECTION_RESET_BEFORE_REQUEST,
        FaultKind.CONNECTION_RESET_MID_BODY,
        FaultKind.CONNECTION_CLOSED,
        FaultKind.TRUNCATED_BODY,
        FaultKind.UNFINISHED_CHUNK,
        FaultKind.GARBAGE,
        FaultKind.SLOW,
        FaultKind.MALFORMED_JSON,
        FaultKind.EMPTY_BODY,
        FaultKind.OTHER_CHARSET,
        FaultKind.HUGE_BODY);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 429, 500, 502, 503})
  void what_a_gateway_may_have_answered_is_unverified(int status) {
    Answer page = new Answer(status, null, Map.of(), "<html><title>502 Bad Gateway</title>");
    DialectRules rules =
        Dialect.DEPLOYMENT.rules().toBuilder().refusal(RefusalKind.EXCHANGE_METHOD, page).build();
    Asked asked = Asked.of(rules);

    assertThat(asked.seen(Probe.EXCHANGE_POST_RAW).words())
        .isEqualTo(
            status
                + ", application/json, <title>502 Bad Gateway</title>, probably not of the API itself");
    assertThat(asked.findings().rules.unverified())
        .contains("exchangeMethods", "refusals.EXCHANGE_METHOD")
        .doesNotContain("dataSchemes", "refusals.USER_TOKEN_NOT_VERIFIED");
    assertThat(asked.findings().rules.exchangeSchemes())
        .isEqualTo(Dialect.DEPLOYMENT.rules().exchangeSchemes());
  }

  @Test
  void without_credentials_nothing_is_said_of_logins() {
    try (FakeBigId bigId = FakeBigId.start(Asked.sandbox(Dialect.SPECIFICATION.rules()).build())) {
      Asked asked = Asked.of(bigId, false);

      assertThat(asked.seen()).hasSize(14);
      assertThat(bigId.journal().exchanges()).hasSize(14);
      assertThat(asked.findings().rules.unverified())
          .contains("loginFormats", "refusals.INVALID_CREDENTIALS")
          .contains("refusals.UNSUPPORTED_CONTENT_TYPE")
          .doesNotContain("dataSchemes", "exchangeSchemes", "exchangeMethods");
    }
  }

  @Test
  void lifetimes_and_names_of_claims_are_kept() {
    List<String> claims = List.of("user_name", "type", "roleIds", "isAdmin", "iat", "exp", "jti");
    assertThat(Asked.of(Dialect.DEPLOYMENT.rules()).tokens())
        .containsExactly(
            new IssuedToken(Setting.SESSION_TOKEN_TTL, claims, Duration.ofHours(9)),
            new IssuedToken(Setting.SYSTEM_TOKEN_TTL, claims, Duration.ofMinutes(17)));
  }

  @ParameterizedTest
  @MethodSource("own_rules_are_found_again")
  void a_sandbox_with_the_rules_that_were_found_is_seen_alike(DialectRules rules) {
    Asked asked = Asked.of(rules);
    Asked again = Asked.of(asked.findings().rules);

    assertThat(again.findings().differences(asked.findings().rules, true)).isEmpty();
    assertThat(asked.findings().rules.unverified())
        .containsAll(again.findings().rules.unverified());
  }

  static Stream<DialectRules> own_rules_are_found_again() {
    Random random = new Random(20_261_125);
    return IntStream.range(0, 20).mapToObj(i -> random(random, i));
  }

  /** Equal in what the calls show, and unverified in what they don't. */
  private static void found(DialectRules rules, DialectRules found) {
    assertThat(found.exchangeMethods())
        .containsExactlyInAnyOrderElementsOf(rules.exchangeMethods());
    assertThat(found.exchangeSchemes()).isEqualTo(rules.exchangeSchemes());
    assertThat(found.dataSchemes()).isEqualTo(rules.dataSchemes());
    assertThat(found.loginFormats()).isEqualTo(rules.loginFormats());
    assertThat(found.trailingSlash()).isEqualTo(rules.trailingSlash());
    assertThat(found.contentType()).isEqualTo(rules.contentType());
    Set<String> unverified = new TreeSet<>(Set.of("headers"));
    for (RefusalKind kind : RefusalKind.values()) {
      if (isShown(rules, kind)) {
        same(kind, rules, found);
      } else {
        unverified.add("refusals." + kind);
      }
    }
    assertThat(found.unverified()).isEqualTo(unverified);
  }

  private static boolean isShown(DialectRules rules, RefusalKind kind) {
    return switch (kind) {
      case EXCHANGE_METHOD -> rules.exchangeMethods().size() == 1;
      case UNSUPPORTED_CONTENT_TYPE -> rules.loginFormats().size() == 1;
      default -> !NEVER_SHOWN.contains(kind);
    };
  }

  private static void same(RefusalKind kind, DialectRules rules, DialectRules found) {
    Answer before = rules.refusal(kind);
    Answer after = found.refusal(kind);
    assertThat(after.status()).as("%s", kind).isEqualTo(before.status());
    assertThat(after.headers()).as("%s", kind).isEqualTo(before.headers());
    Secrets none = new Secrets();
    Body expected = Body.of(before.body(), none);
    Body seen = Body.of(after.body(), none);
    assertThat(seen.form()).as("%s", kind).isEqualTo(expected.form());
    if (!before.body().isEmpty()) {
      assertThat(type(after, found)).as("%s", kind).isEqualTo(type(before, rules));
    }
    if (!before.body().contains("${") && before.status() >= 300) {
      assertThat(seen.text()).as("%s", kind).isEqualTo(expected.text());
    }
  }

  private static String type(Answer answer, DialectRules rules) {
    return answer.contentType() == null ? rules.contentType() : answer.contentType();
  }

  private static DialectRules random(Random random, int number) {
    DialectRules.Builder builder =
        one(random, Dialect.values()).rules().toBuilder()
            .name("own " + number)
            .exchangeMethods(some(random, List.of("GET", "POST")).toArray(String[]::new))
            .exchangeSchemes(
                some(random, List.of(TokenScheme.values())).toArray(TokenScheme[]::new))
            .dataSchemes(some(random, List.of(TokenScheme.values())).toArray(TokenScheme[]::new))
            .loginFormats(some(random, List.of(LoginFormat.values())).toArray(LoginFormat[]::new))
            .trailingSlash(random.nextBoolean())
            .contentType(one(random, "application/json; charset=utf-8", "text/html", "text/plain"))
            .unverified("refusals");
    for (RefusalKind kind : RefusalKind.values()) {
      int status = one(random, 200, 201, 302, 400, 401, 401, 403, 404, 405, 418, 422);
      boolean login = kind == RefusalKind.UNSUPPORTED_CONTENT_TYPE && status == 401;
      builder.refusal(kind, answer(random, login ? 415 : status)); // 401: the user is refused
    }
    return builder.build();
  }

  /** With status 200, what is not JSON would be of a gateway. */
  private static Answer answer(Random random, int status) {
    return new Answer(
        status,
        one(random, null, null, "application/problem+json"),
        one(random, Map.of(), Map.of(), Map.of("WWW-Authenticate", "Basic")),
        one(
            random,
            status < 300 ? "{}" : "",
            "{\"success\":false,\"message\":\"Not you.\"}",
            "{\"message\":\"${explanation}\"}",
            "{\"status\":\"error\",\"statusCode\":401,\"errors\":[{\"msg\":\"No\",\"at\":1700000000}]}",
            status < 300 ? "{}" : "<html><head><title>Sign in</title></head>",
            status < 300 ? "{}" : "Unauthorized",
            "[1, null]"));
  }

  @SafeVarargs
  private static <T> T one(Random random, T... all) {
    return all[random.nextInt(all.length)];
  }

  private static <T> List<T> some(Random random, List<T> all) {
    List<T> some = new ArrayList<>(all);
    Collections.shuffle(some, random);
    return some.subList(0, 1 + random.nextInt(all.size()));
  }
}
