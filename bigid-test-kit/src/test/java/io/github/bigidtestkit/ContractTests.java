package io.github.bigidtestkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.testing.Expect;
import io.github.bigidtestkit.testing.Http;
import io.github.bigidtestkit.token.TokenKind;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Both endpoints in all three dialects: what is accepted, and what the answers look like. */
class ContractTests {

  private static final String JSON = "application/json; charset=utf-8";
  private static final String HTML = "text/html; charset=utf-8";

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void login_answers_the_same_in_all_dialects(Dialect dialect) {
    try (FakeBigId bigId = start(dialect)) {
      var login = Http.login(bigId, "bigid", "learner");
      String token = Http.field(login, "auth_token");
      assertThat(login.statusCode()).isEqualTo(200);
      assertThat(contentType(login)).isEqualTo(JSON);
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
  @EnumSource(
      value = Dialect.class,
      names = {"SPECIFICATION", "LENIENT"})
  void wrong_credentials_get_401_without_a_word(Dialect dialect) {
    try (FakeBigId bigId = start(dialect)) {
      Expect.refusedSilently(bigId, Http.login(bigId, "bigid", "wrong"), Reason.WRONG_PASSWORD);
      Expect.refusedSilently(bigId, Http.login(bigId, "who", "learner"), Reason.UNKNOWN_USER);
    }
  }

  @Test
  void wrong_credentials_get_401_without_a_reason_where_answers_are_as_recorded() {
    try (FakeBigId bigId = start(Dialect.OBSERVED)) {
      Expect.refused(
          bigId,
          Http.login(bigId, "bigid", "wrong"),
          401,
          Reason.WRONG_PASSWORD,
          "Invalid credentials");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SPECIFICATION, POST, 'Bearer ', application/json; charset=utf-8",
    "LENIENT, POST, 'Bearer ', application/json; charset=utf-8",
    "LENIENT, POST, '', application/json; charset=utf-8",
    "LENIENT, GET, 'Bearer ', application/json; charset=utf-8",
    "LENIENT, GET, '', application/json; charset=utf-8",
    "OBSERVED, POST, 'Bearer ', text/html; charset=utf-8",
    "OBSERVED, POST, '', text/html; charset=utf-8",
    "OBSERVED, GET, 'Bearer ', text/html; charset=utf-8",
    "OBSERVED, GET, '', text/html; charset=utf-8",
  })
  void refresh_gives_a_system_token(Dialect dialect, String method, String scheme, String type) {
    try (FakeBigId bigId = start(dialect)) {
      var answer = refresh(bigId, method, scheme + bigId.tokens().userToken("bigid"));
      String token = Http.field(answer, "systemToken");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(contentType(answer)).isEqualTo(type);
      assertThat(answer.body()).isEqualTo("{\"success\":true,\"systemToken\":\"%s\"}", token);
      assertThat(bigId.tokens().verify(token).claims().kind()).isEqualTo(TokenKind.SYSTEM);
      assertThat(bigId.journal().last().orElseThrow().token().bearer())
          .isEqualTo(!scheme.isEmpty());
    }
  }

  @Test
  void specification_refuses_get_and_raw_tokens() {
    try (FakeBigId bigId = start(Dialect.SPECIFICATION)) {
      String token = bigId.tokens().userToken("bigid");
      var byGet = refresh(bigId, "GET", "Bearer " + token);
      assertThat(byGet.headers().allValues("Allow")).containsExactly("POST");
      Expect.refused(
          bigId,
          byGet,
          405,
          Reason.METHOD_NOT_ALLOWED,
          "Method GET is not allowed here; allowed is POST");
      var raw = refresh(bigId, "POST", token);
      Expect.refusedSilently(bigId, raw, Reason.WRONG_SCHEME);
    }
  }

  @ParameterizedTest
  @CsvSource({"SPECIFICATION, POST", "LENIENT, 'GET, POST'", "OBSERVED, 'GET, POST'"})
  void other_methods_get_405_with_what_is_allowed(Dialect dialect, String refreshAllows) {
    try (FakeBigId bigId = start(dialect)) {
      var put = refresh(bigId, "PUT", "Bearer x");
      assertThat(put.headers().allValues("Allow")).containsExactly(refreshAllows);
      Expect.refused(
          bigId,
          put,
          405,
          Reason.METHOD_NOT_ALLOWED,
          "Method PUT is not allowed here; allowed is " + refreshAllows);
      var get = Http.call(bigId, "GET", "/sessions");
      assertThat(get.headers().allValues("Allow")).containsExactly("POST");
      Expect.refused(
          bigId,
          get,
          405,
          Reason.METHOD_NOT_ALLOWED,
          "Method GET is not allowed here; allowed is POST");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Dialect.class,
      names = {"SPECIFICATION", "LENIENT"})
  void refused_tokens_get_401_with_a_challenge(Dialect dialect) {
    try (FakeBigId bigId = start(dialect)) {
      var refresh = refresh(bigId, "POST", "Bearer nonsense");
      assertThat(refresh.headers().allValues("WWW-Authenticate")).containsExactly("Bearer");
      Expect.refusedSilently(bigId, refresh, Reason.TOKEN_MALFORMED);
      var call = Http.get(bigId, "/anything", "nonsense");
      assertThat(call.headers().allValues("WWW-Authenticate")).containsExactly("Bearer");
      Expect.refused(bigId, call, 401, Reason.TOKEN_MALFORMED, "Authentication failed");
    }
  }

  @Test
  void specification_wants_bearer_behind_the_login_too() {
    try (FakeBigId bigId = start(Dialect.SPECIFICATION)) {
      bigId.resources().protect("GET", "/data", "{}");
      String token = bigId.tokens().systemToken("bigid");
      assertThat(Http.get(bigId, "/data", token).statusCode()).isEqualTo(200);
      var raw = Http.call(bigId, "GET", "/data", "Authorization", token);
      Expect.refused(bigId, raw, 401, Reason.WRONG_SCHEME, "Authentication failed");
    }
  }

  @Test
  void the_dialect_can_be_changed_by_a_reset() {
    try (FakeBigId bigId = start(Dialect.LENIENT)) {
      bigId.reset(bigId.config().toBuilder().dialect(Dialect.OBSERVED).build());
      assertThat(contentType(refresh(bigId, "GET", bigId.tokens().userToken("bigid"))))
          .isEqualTo(HTML);
      bigId.reset();
      assertThat(contentType(refresh(bigId, "GET", bigId.tokens().userToken("bigid"))))
          .isEqualTo(JSON);
    }
  }

  static FakeBigId start(Dialect dialect) {
    return FakeBigId.start(SandboxConfig.builder().dialect(dialect).build());
  }

  private static HttpResponse<String> refresh(FakeBigId bigId, String method, String credentials) {
    return Http.call(bigId, method, "/refresh-access-token", "Authorization", credentials);
  }

  private static String contentType(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElseThrow();
  }
}
