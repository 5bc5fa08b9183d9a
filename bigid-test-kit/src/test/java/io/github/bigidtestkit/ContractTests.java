package io.github.bigidtestkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.testing.Expect;
import io.github.bigidtestkit.testing.Http;
import io.github.bigidtestkit.token.TokenDefect;
import io.github.bigidtestkit.token.TokenKind;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The endpoints in the built-in dialects: what is accepted, and what the answers look like. */
class ContractTests {

  private static final String JSON = "application/json";
  private static final String HTML = "text/html; charset=utf-8";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String LOGIN = "{\"username\":\"bigid\",\"password\":\"learner\"}";

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void login_answers_the_same_in_all_dialects(Dialect dialect) {
    try (FakeBigId bigId = start(dialect)) {
      var login = Http.login(bigId, "bigid", "learner");
      String token = Http.field(login, "auth_token");
      assertThat(login.statusCode()).isEqualTo(200);
      assertThat(contentType(login)).isEqualTo(dialect == Dialect.TRAINING_SANDBOX ? HTML : JSON);
      assertThat(login.body())
          .isEqualTo(
              """
              {"success":true,"message":"Enjoy your token!","auth_token":"%s","username":"bigid",\
              "firstName":"BigID Admin",\
              "permissions":["admin","permission.tasks.edit","permission.tasks.read_task_list"]}\
              """,
              token);
      assertThat(bigId.tokens().verify(token).claims().kind()).isEqualTo(TokenKind.SESSION);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SPECIFICATION, 415",
    "LENIENT, 200",
    "DEPLOYMENT, 200",
    "TRAINING_SANDBOX, 200",
  })
  void a_login_by_form(Dialect dialect, int status) {
    try (FakeBigId bigId = start(dialect)) {
      String form = "username=bigid&password=learner";
      assertThat(Http.login(bigId, form, "Content-Type", FORM).statusCode()).isEqualTo(status);
      assertThat(bigId.journal().last().orElseThrow().contentType()).isEqualTo(FORM);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 200", "399, 200", "401, 400", "600, 400", "20000, 400"})
  void a_login_with_a_long_number(int digits, int status) {
    try (FakeBigId bigId = start(Dialect.LENIENT)) {
      for (String number : List.of("1".repeat(digits), "0." + "1".repeat(digits))) {
        String body = LOGIN.replace("}", ",\"n\":" + number + "}");
        assertThat(Http.login(bigId, body, "Content-Type", JSON).statusCode()).isEqualTo(status);
      }
      Expect.stillServes(bigId);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SPECIFICATION, 401, ''",
    "LENIENT, 401, '{\"success\":false,\"message\":\"Invalid credentials\"}'",
    "DEPLOYMENT, 401, '{\"message\":\"Invalid credentials\"}'",
    "TRAINING_SANDBOX, 200, '{\"success\":false,\"message\":\"Invalid credentials\"}'",
  })
  void wrong_credentials_get_no_reason(Dialect dialect, int status, String body) {
    try (FakeBigId bigId = start(dialect)) {
      refused(dialect, Http.login(bigId, "bigid", "wrong"), status, body);
      Expect.lastRefusal(bigId, status, Reason.WRONG_PASSWORD);
      refused(dialect, Http.login(bigId, "who", "learner"), status, body);
      Expect.lastRefusal(bigId, status, Reason.UNKNOWN_USER);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SPECIFICATION, POST, Bearer, 200",
    "SPECIFICATION, GET, Bearer, 405",
    "SPECIFICATION, POST, raw, 401",
    "SPECIFICATION, POST, x-access-token, 401",
    "LENIENT, POST, Bearer, 200",
    "LENIENT, POST, raw, 200",
    "LENIENT, GET, Bearer, 200",
    "LENIENT, GET, raw, 200",
    "LENIENT, GET, x-access-token, 200",
    "LENIENT, PUT, Bearer, 405",
    "DEPLOYMENT, POST, raw, 404",
    "DEPLOYMENT, POST, Bearer, 404",
    "DEPLOYMENT, GET, raw, 200",
    "DEPLOYMENT, GET, x-access-token, 200",
    "DEPLOYMENT, GET, Bearer, 401",
    "TRAINING_SANDBOX, POST, Bearer, 200",
    "TRAINING_SANDBOX, POST, raw, 200",
    "TRAINING_SANDBOX, GET, Bearer, 200",
    "TRAINING_SANDBOX, GET, raw, 200",
    "TRAINING_SANDBOX, PUT, raw, 405",
  })
  void the_exchange(Dialect dialect, String method, String scheme, int status) {
    try (FakeBigId bigId = start(dialect)) {
      var answer =
          send(bigId, method, "/refresh-access-token", scheme, bigId.tokens().userToken("bigid"));
      assertThat(answer.statusCode()).isEqualTo(status);
      if (status == 200) {
        String token = Http.field(answer, "systemToken");
        assertThat(contentType(answer))
            .isEqualTo(dialect == Dialect.TRAINING_SANDBOX ? HTML : JSON);
        assertThat(answer.body()).isEqualTo("{\"success\":true,\"systemToken\":\"%s\"}", token);
        assertThat(bigId.tokens().verify(token).claims().kind()).isEqualTo(TokenKind.SYSTEM);
      }
      Expect.stillServes(bigId);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SPECIFICATION, Bearer, 200",
    "SPECIFICATION, raw, 401",
    "SPECIFICATION, x-access-token, 401",
    "LENIENT, Bearer, 200",
    "LENIENT, raw, 200",
    "LENIENT, x-access-token, 200",
    "DEPLOYMENT, Bearer, 401",
    "DEPLOYMENT, raw, 200",
    "DEPLOYMENT, x-access-token, 200",
    "TRAINING_SANDBOX, Bearer, 200",
    "TRAINING_SANDBOX, raw, 200",
  })
  void a_data_call(Dialect dialect, String scheme, int status) {
    try (FakeBigId bigId = start(dialect)) {
      bigId.resources().protect("GET", "/data", "{\"data\":[]}");
      var answer = send(bigId, "GET", "/data", scheme, bigId.tokens().systemToken("bigid"));
      assertThat(answer.statusCode()).isEqualTo(status);
      if (status == 200) {
        assertThat(answer.body()).isEqualTo("{\"data\":[]}");
        assertThat(contentType(answer))
            .isEqualTo(dialect == Dialect.TRAINING_SANDBOX ? HTML : JSON);
      } else {
        Expect.lastRefusal(bigId, 401, Reason.WRONG_SCHEME);
        assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly("Bearer");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SPECIFICATION, POST",
    "LENIENT, 'GET, POST'",
    "TRAINING_SANDBOX, 'GET, POST'",
  })
  void another_method_of_the_exchange_gets_405_with_what_is_allowed(
      Dialect dialect, String allowed) {
    try (FakeBigId bigId = start(dialect)) {
      var put = send(bigId, "PUT", "/refresh-access-token", "Bearer", "x");
      assertThat(put.headers().allValues("Allow")).containsExactly(allowed);
      assertThat(put.statusCode()).isEqualTo(405);
      Expect.lastRefusal(bigId, 405, Reason.METHOD_NOT_ALLOWED);
      assertThat(explanation(bigId))
          .isEqualTo(
              "Method PUT is not allowed for the exchange in %s; allowed is %s", dialect, allowed);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void another_method_of_the_login_gets_405(Dialect dialect) {
    try (FakeBigId bigId = start(dialect)) {
      var get = Http.call(bigId, "GET", "/sessions");
      assertThat(get.headers().allValues("Allow")).containsExactly("POST");
      assertThat(get.statusCode()).isEqualTo(405);
      Expect.lastRefusal(bigId, 405, Reason.METHOD_NOT_ALLOWED);
      assertThat(explanation(bigId)).isEqualTo("Method GET is not allowed here; allowed is POST");
    }
  }

  @Test
  void a_deployment_answers_post_as_a_path_that_does_not_exist_and_says_why() {
    try (FakeBigId bigId = start(Dialect.DEPLOYMENT)) {
      var answer =
          send(bigId, "POST", "/refresh-access-token", "raw", bigId.tokens().userToken("bigid"));
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.headers().firstValue("Allow")).isEmpty();
      assertThat(answer.body())
          .isEqualTo(
              "{\"message\":\"Method POST is not allowed for the exchange in DEPLOYMENT; allowed is GET\"}");
    }
  }

  @Test
  void a_deployment_refuses_bearer_and_says_what_is_not_verified() {
    try (FakeBigId bigId = start(Dialect.DEPLOYMENT)) {
      send(bigId, "GET", "/refresh-access-token", "Bearer", bigId.tokens().userToken("bigid"));
      assertThat(explanation(bigId))
          .isEqualTo(
              "the token was sent as Bearer, which DEPLOYMENT does not accept; send it as the raw token or x-access-token; not verified against a deployment");
      send(bigId, "GET", "/data", "Bearer", bigId.tokens().systemToken("bigid"));
      assertThat(explanation(bigId))
          .isEqualTo(
              "the token was sent as Bearer, which DEPLOYMENT does not accept; send it as the raw token or x-access-token");
    }
  }

  @ParameterizedTest
  @EnumSource(TokenDefect.class)
  void the_exchange_tells_tokens_that_do_not_verify_from_those_not_accepted(TokenDefect defect) {
    String message =
        switch (defect) {
          case WRONG_TYPE, UNKNOWN_USER, DISABLED_USER, REVOKED, NOT_SAVED ->
              "Refresh token not valid";
          default -> "Failed to authenticate token.";
        };
    for (Dialect dialect : Dialect.values()) {
      try (FakeBigId bigId = start(dialect)) {
        String token = bigId.tokens().userToken("bigid", defect);
        String scheme = dialect == Dialect.DEPLOYMENT ? "raw" : "Bearer";
        String method = dialect == Dialect.DEPLOYMENT ? "GET" : "POST";
        var answer = send(bigId, method, "/refresh-access-token", scheme, token);
        refused(dialect, answer, message);
        assertThat(bigId.journal().refused()).hasSize(1);
        Expect.stillServes(bigId);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TokenDefect.class)
  void data_calls_do_not_tell_what_is_wrong_with_a_token(TokenDefect defect) {
    for (Dialect dialect : Dialect.values()) {
      try (FakeBigId bigId = start(dialect)) {
        bigId.resources().protect("GET", "/data", "{}");
        String token = bigId.tokens().systemToken("bigid", defect);
        String scheme = dialect == Dialect.DEPLOYMENT ? "raw" : "Bearer";
        refused(
            dialect,
            send(bigId, "GET", "/data", scheme, token),
            "Authentication failed. Token is not valid.");
        assertThat(bigId.journal().last().orElseThrow().refused()).isTrue();
      }
    }
  }

  @Test
  void a_401_of_a_fault_carries_a_challenge_too_unless_it_has_its_own() {
    try (FakeBigId bigId = start(Dialect.LENIENT)) {
      String token = bigId.tokens().systemToken("bigid");
      bigId.faults().inject(FaultKind.UNAUTHORIZED).times(3).start();
      for (String path : List.of("/sessions", "/refresh-access-token", "/data")) {
        var answer = Http.call(bigId, "POST", path, "Authorization", token);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly("Bearer");
      }
      bigId.faults().inject(Fault.status(401).withHeader("www-authenticate", "Basic")).start();
      assertThat(Http.get(bigId, "/data", token).headers().allValues("WWW-Authenticate"))
          .containsExactly("Basic");
    }
  }

  private static void refused(Dialect dialect, HttpResponse<String> answer, String message) {
    String failure = "{\"success\":false,\"message\":\"%s\"}".formatted(message);
    switch (dialect) {
      case SPECIFICATION -> refused(dialect, answer, 401, "");
      case LENIENT -> refused(dialect, answer, 401, failure);
      case DEPLOYMENT -> refused(dialect, answer, 401, "{\"message\":\"%s\"}".formatted(message));
      case TRAINING_SANDBOX -> refused(dialect, answer, 200, failure);
    }
  }

  private static void refused(
      Dialect dialect, HttpResponse<String> answer, int status, String body) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo(body);
    assertThat(answer.headers().allValues("Content-Type"))
        .isEqualTo(
            body.isEmpty()
                ? List.of()
                : List.of(dialect == Dialect.TRAINING_SANDBOX ? HTML : JSON));
    assertThat(answer.headers().allValues("WWW-Authenticate"))
        .isEqualTo(status == 401 ? List.of("Bearer") : List.of());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void a_missing_permission_is_403_in_all_dialects(Dialect dialect) {
    try (FakeBigId bigId = start(dialect)) {
      bigId.resources().protect("GET", "/data", "other", "{}");
      String scheme = dialect == Dialect.SPECIFICATION ? "Bearer" : "raw";
      var answer = send(bigId, "GET", "/data", scheme, bigId.tokens().systemToken("bigid"));
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("Permission [other] is required");
    }
  }

  @ParameterizedTest
  @CsvSource({"SPECIFICATION, 404", "LENIENT, 200", "DEPLOYMENT, 200", "TRAINING_SANDBOX, 200"})
  void a_slash_at_the_end_of_a_path(Dialect dialect, int status) {
    try (FakeBigId bigId = start(dialect)) {
      bigId.resources().protect("GET", "/data", "{}");
      boolean spec = dialect == Dialect.SPECIFICATION;
      String scheme = spec ? "Bearer" : "raw";
      String user = bigId.tokens().userToken("bigid");
      String system = bigId.tokens().systemToken("bigid");
      String method = spec ? "POST" : "GET";
      var login =
          Http.send(
              Http.request(bigId, "/sessions/", "Content-Type", JSON)
                  .POST(BodyPublishers.ofString(LOGIN))
                  .build());
      assertThat(login.statusCode()).isEqualTo(status);
      assertThat(send(bigId, method, "/refresh-access-token/", scheme, user).statusCode())
          .isEqualTo(status);
      assertThat(send(bigId, "GET", "/data/", scheme, system).statusCode()).isEqualTo(status);
      if (spec) {
        assertThat(explanation(bigId))
            .isEqualTo("The path ends in a slash; SPECIFICATION has no such path");
      }
    }
  }

  @Test
  void the_training_sandbox_sends_the_recorded_headers_with_every_answer() {
    try (FakeBigId bigId = start(Dialect.TRAINING_SANDBOX)) {
      bigId.resources().protect("GET", "/data", "{}");
      var data = send(bigId, "GET", "/data", "raw", bigId.tokens().systemToken("bigid"));
      var again = send(bigId, "GET", "/data", "raw", bigId.tokens().systemToken("bigid"));
      var refused = send(bigId, "GET", "/data", "raw", "nonsense");
      for (var answer : List.of(data, refused, Http.call(bigId, "PUT", "/sessions"))) {
        var headers = answer.headers();
        assertThat(headers.allValues("X-Powered-By")).containsExactly("Express");
        assertThat(headers.allValues("Access-Control-Allow-Origin")).containsExactly("*");
        assertThat(headers.allValues("Connection")).containsExactly("close");
        assertThat(headers.firstValue("Set-Cookie")).hasValue("sandbox=1; Path=/; HttpOnly");
        assertThat(headers.firstValue("ETag").orElseThrow()).matches("W/\"[0-9a-f]+-[0-9a-f]+\"");
      }
      assertThat(etag(again)).isEqualTo(etag(data));
      assertThat(etag(refused)).isNotEqualTo(etag(data));
    }
  }

  private static String etag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  @Test
  void the_dialect_can_be_changed_while_it_runs_until_the_next_reset() {
    try (FakeBigId bigId = start(Dialect.LENIENT)) {
      bigId.setDialect(Dialect.TRAINING_SANDBOX);
      assertThat(bigId.dialect()).isEqualTo(Dialect.TRAINING_SANDBOX.rules());
      assertThat(bigId).hasToString(bigId.toString()).asString().contains("TRAINING_SANDBOX");
      String token = bigId.tokens().userToken("bigid");
      assertThat(contentType(send(bigId, "GET", "/refresh-access-token", "raw", token)))
          .isEqualTo(HTML);
      bigId.reset();
      assertThat(bigId.dialect()).isEqualTo(Dialect.LENIENT.rules());
      assertThat(contentType(send(bigId, "GET", "/refresh-access-token", "raw", token)))
          .isEqualTo(JSON);
      bigId.reset(bigId.config().toBuilder().dialect(Dialect.TRAINING_SANDBOX).build());
      assertThat(contentType(send(bigId, "GET", "/refresh-access-token", "raw", token)))
          .isEqualTo(HTML);
    }
  }

  static FakeBigId start(Dialect dialect) {
    return FakeBigId.start(SandboxConfig.builder().dialect(dialect).build());
  }

  private static HttpResponse<String> send(
      FakeBigId bigId, String method, String path, String scheme, String token) {
    return switch (scheme) {
      case "Bearer" -> Http.call(bigId, method, path, "Authorization", "Bearer " + token);
      case "raw" -> Http.call(bigId, method, path, "Authorization", token);
      default -> Http.call(bigId, method, path, scheme, token);
    };
  }

  private static String explanation(FakeBigId bigId) {
    return bigId.journal().last().orElseThrow().rejection().explanation();
  }

  private static String contentType(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElseThrow();
  }
}
