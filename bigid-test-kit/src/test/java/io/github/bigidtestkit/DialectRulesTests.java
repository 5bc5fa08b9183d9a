package io.github.bigidtestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bigidtestkit.DialectRules.Answer;
import io.github.bigidtestkit.internal.config.Setting;
import io.github.bigidtestkit.internal.config.Settings;
import io.github.bigidtestkit.internal.json.DialectJson;
import io.github.bigidtestkit.internal.json.Json;
import io.github.bigidtestkit.testing.Http;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules as values: what they refuse, and that files give back the same. */
class DialectRulesTests {

  @Test
  void rules_are_the_same_again_after_they_were_written_and_read() {
    Random random = new Random(20_261_125);
    for (int i = 0; i < 500; i++) {
      DialectRules rules = random(random);
      for (Dialect base : Dialect.values()) {
        assertThat(read(DialectJson.of(rules, base))).isEqualTo(rules);
      }
    }
  }

  @Test
  void only_differences_are_written() {
    DialectRules rules =
        Dialect.DEPLOYMENT.rules().toBuilder().name("acme").trailingSlash(false).build();
    assertThat(
            new String(Json.map(DialectJson.of(rules, Dialect.DEPLOYMENT)), StandardCharsets.UTF_8))
        .isEqualTo("{\"name\":\"acme\",\"basedOn\":\"DEPLOYMENT\",\"trailingSlash\":false}");
    assertThat(DialectJson.of(rules)).isEqualTo(DialectJson.of(rules, Dialect.DEPLOYMENT));
    assertThat(read(DialectJson.of(rules))).isEqualTo(rules);
  }

  private static Object read(Map<String, Object> members) {
    byte[] file = Json.map(Map.of("dialect", members));
    return Settings.of("", file).get(Setting.DIALECT);
  }

  private static DialectRules random(Random random) {
    Map<RefusalKind, Answer> refusals = new EnumMap<>(RefusalKind.class);
    for (RefusalKind kind : RefusalKind.values()) {
      refusals.put(kind, answer(random));
    }
    return new DialectRules(
        "rules " + random.nextInt(),
        some(random, List.of("GET", "POST", "PUT", "PATCH")),
        Set.copyOf(some(random, List.of(TokenScheme.values()))),
        Set.copyOf(some(random, List.of(TokenScheme.values()))),
        Set.copyOf(some(random, List.of(LoginFormat.values()))),
        random.nextBoolean(),
        List.of("application/json", "text/html; charset=utf-8", "text/plain")
            .get(random.nextInt(3)),
        headers(random),
        refusals,
        new LinkedHashSet<>(
            some(random, List.of("headers", "refusals", "refusals.NOT_FOUND", "dataSchemes"))));
  }

  private static Answer answer(Random random) {
    List<String> bodies =
        List.of(
            "",
            "{\"message\":\"${explanation}\"}",
            "[1, 2]",
            "{\"a\" : 1}",
            "<p>ü ${path}",
            "1",
            "\"x\"",
            "{");
    return new Answer(
        200 + random.nextInt(400),
        random.nextBoolean() ? null : "text/x-" + random.nextInt(9),
        headers(random),
        bodies.get(random.nextInt(bodies.size())));
  }

  private static Map<String, String> headers(Random random) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : List.of("X-One", "ETag", "WWW-Authenticate")) {
      if (random.nextBoolean()) {
        headers.put(name, random.nextBoolean() ? "W/\"${etag}\"" : "v" + random.nextInt());
      }
    }
    return headers;
  }

  private static <T> List<T> some(Random random, List<T> all) {
    List<T> some = new ArrayList<>(all);
    Collections.shuffle(some, random);
    return some.subList(0, 1 + random.nextInt(all.size()));
  }

  @Test
  void own_rules_answer_as_they_say() {
    var settings =
        Settings.of(
            "",
            """
            {"dialect": {"name": "acme", "basedOn": "DEPLOYMENT",
              "exchangeMethods": ["PUT"], "exchangeSchemes": ["BEARER"], "loginFormats": ["FORM"],
              "headers": {"X-Kind": "own"},
              "refusals": {
                "NOT_FOUND": {"contentType": "text/html", "body": "<p>No ${method} ${path}"},
                "EXCHANGE_METHOD": {"status": 405},
                "ACCESS_TOKEN": {"status": 302, "headers": {"Location": "/login"}, "body": ""}}}}
            """
                .getBytes(StandardCharsets.UTF_8));
    try (FakeBigId bigId = FakeBigId.start(settings.toConfig())) {
      String user = "Bearer " + bigId.tokens().userToken("bigid");
      var exchange = Http.call(bigId, "PUT", "/refresh-access-token", "Authorization", user);
      assertThat(exchange.statusCode()).isEqualTo(200);
      assertThat(exchange.headers().firstValue("X-Kind")).hasValue("own");
      var get = Http.call(bigId, "GET", "/refresh-access-token", "Authorization", user);
      assertThat(get.statusCode()).isEqualTo(405);
      assertThat(get.headers().firstValue("Allow")).hasValue("PUT");
      String system = bigId.tokens().systemToken("bigid");
      var none = Http.call(bigId, "GET", "/%22%3Cb%3E", "Authorization", system);
      assertThat(none.statusCode()).isEqualTo(404);
      assertThat(none.headers().firstValue("Content-Type")).hasValue("text/html");
      assertThat(none.body()).isEqualTo("<p>No GET /api/v1/\\\"\\u003cb>");
      var wrong = Http.call(bigId, "GET", "/x", "Authorization", "nonsense");
      assertThat(wrong.statusCode()).isEqualTo(302);
      assertThat(wrong.headers().firstValue("Location")).hasValue("/login");
      assertThat(wrong.headers().firstValue("Content-Type")).isEmpty();
      assertThat(Http.login(bigId, "bigid", "learner").statusCode()).isEqualTo(415);
      assertThat(bigId.journal().last().orElseThrow().rejection().explanation())
          .isEqualTo(
              "The Content-Type is [application/json]; it must be application/x-www-form-urlencoded");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|dialect: there is no name. Add it; messages show it.",
        "{\"name\": \"ü\"}|dialect: name [ü] is invalid. Give a name of 1 to 60 printable ASCII characters.",
        "{\"name\": \"x\", \"basedOn\": \"OBSERVED\"}|dialect.basedOn [OBSERVED] is not known. Known are SPECIFICATION, LENIENT, DEPLOYMENT, TRAINING_SANDBOX.",
        "{\"name\": \"x\", \"exchangeMethods\": []}|dialect: exchangeMethods is empty, so no client could pass. Give at least one.",
        "{\"name\": \"x\", \"exchangeMethods\": [\"get\"]}|dialect: exchangeMethods [get] has [get], which is not an HTTP method. Write it as [GET].",
        "{\"name\": \"x\", \"exchangeMethods\": [\"GET\", \"GET\"]}|dialect: exchangeMethods [GET, GET] has a method twice. Remove one.",
        "{\"name\": \"x\", \"dataSchemes\": [\"BEARR\"]}|dialect.dataSchemes[0] [BEARR] is not known. Did you mean [BEARER]? Known are BEARER, RAW, X_ACCESS_TOKEN.",
        "{\"name\": \"x\", \"headers\": {\"Date\": \"now\"}}|dialect: header [Date] is set by the sandbox itself. Remove it.",
        "{\"name\": \"x\", \"headers\": {\"X\": \"1\", \"x\": \"2\"}}|dialect: header [x] is there twice. Remove one.",
        "{\"name\": \"x\", \"headers\": {\"X\": \"ü\"}}|dialect: header [X] with the value [ü] can't be sent. Names are words, values printable ASCII.",
        "{\"name\": \"x\", \"refusals\": {\"NOT_FOUND\": {\"status\": 199}}}|dialect: status [199] is not one that a server ends a call with. Give one from 200 to 599.",
        "{\"name\": \"x\", \"refusals\": {\"NOT_FOUND\": {\"body\": \"${user}\"}}}|dialect: placeholder [${user}] is not known here. Known are [${explanation}, ${method}, ${path}].",
        "{\"name\": \"x\", \"refusals\": {\"NOWHERE\": {}}}|dialect.refusals.NOWHERE is not known. Known here: INVALID_CREDENTIALS, MALFORMED_BODY, UNSUPPORTED_CONTENT_TYPE, EXCHANGE_METHOD, USER_TOKEN_NOT_VERIFIED, USER_TOKEN_NOT_ACCEPTED, ACCESS_TOKEN, PERMISSION_MISSING, METHOD_NOT_ALLOWED, NOT_FOUND, SEVERAL_TOKENS, REQUEST_TIMEOUT, BODY_TOO_LARGE, SANDBOX_FAILED.",
        "{\"name\": \"x\", \"unverified\": [\"slash\"]}|dialect: unverified [slash] names [slash], which is not a rule. Rules are [exchangeMethods, exchangeSchemes, dataSchemes, loginFormats, trailingSlash, contentType, headers, refusals], and refusals by their kind, such as [refusals.NOT_FOUND].",
        "{\"name\": \"x\", \"trailingSlsh\": true}|dialect.trailingSlsh is not known. Did you mean [trailingSlash]? Known here: basedOn, contentType, dataSchemes, exchangeMethods, exchangeSchemes, headers, loginFormats, name, refusals, trailingSlash, unverified.",
      })
  void what_is_wrong_in_a_file_is_said(String dialect, String message) {
    byte[] file = "{\"dialect\": %s}".formatted(dialect).getBytes(StandardCharsets.UTF_8);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Settings.of("f.json", file))
        .satisfies(
            wrong ->
                assertThat(wrong.getMessage())
                    .matches("f\\.json, line 1, column [0-9]+: (?s).*")
                    .endsWith(": " + message));
  }

  @Test
  void the_names_of_rules_are_those_of_the_record() {
    List<String> names =
        Stream.of(DialectRules.class.getRecordComponents())
            .map(RecordComponent::getName)
            .filter(name -> !name.equals("name") && !name.equals("unverified"))
            .toList();
    UnaryOperator<DialectRules> all =
        rules -> rules.toBuilder().unverified(names.toArray(String[]::new)).build();
    assertThat(all.apply(Dialect.LENIENT.rules()).unverified())
        .containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void refusals_that_are_not_given_are_those_of_the_default() {
    DialectRules rules = Dialect.LENIENT.rules();
    DialectRules same =
        new DialectRules(
            "LENIENT",
            rules.exchangeMethods(),
            rules.exchangeSchemes(),
            rules.dataSchemes(),
            rules.loginFormats(),
            true,
            rules.contentType(),
            Map.of(),
            Map.of(),
            Set.of());
    assertThat(same).isEqualTo(rules);
  }
}
