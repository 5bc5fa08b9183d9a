package io.github.bigidtestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.testing.Expect;
import io.github.bigidtestkit.testing.Http;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ResourcesTests {

  private final FakeBigId bigId = FakeBigId.start();
  private final Resources resources = bigId.resources();
  private final String token = bigId.tokens().systemToken("bigid");

  @AfterEach
  void stop() {
    bigId.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/a/b, 200",
    "/a/x, 200",
    "/a/b?x=/y, 200",
    "/a/caf%C3%A9, 200",
    "/a/x%2Fy, 200",
    "/a/%20, 200",
    "/a, 404",
    "/a/, 404",
    "/a/b/, 200",
    "/a/b//, 404",
    "/a/b/c, 404",
    "/A/b, 404",
    "/a//b, 404"
  })
  void a_variable_matches_one_segment(String path, int status) {
    resources.protect("GET", "/a/{id}", "{}");
    assertThat(get(path).statusCode()).isEqualTo(status);
  }

  @Test
  void the_most_literal_template_wins_in_whatever_order() {
    resources.protect("GET", "/{x}/{y}", "2");
    resources.protect("GET", "/a/{y}", "1");
    resources.protect("GET", "/a/b", "0");
    resources.protect("GET", "/{x}/c", "3");
    assertThat(get("/a/b").body()).isEqualTo("0");
    assertThat(get("/a/z").body()).isEqualTo("1");
    assertThat(get("/z/z").body()).isEqualTo("2");
    assertThat(get("/z/c").body()).isEqualTo("3");
  }

  @Test
  void the_body_comes_as_it_was_given() {
    String json = "{ \"data\" : [\"é😀\", 1.0] }";
    resources.protect("GET", "/data", json);
    assertThat(get("/data").body()).isEqualTo(json);
    assertThat(get("/data").headers().allValues("Content-Type"))
        .containsExactly("application/json");
  }

  @Test
  void registering_again_replaces() {
    resources.protect("GET", "/data", "OTHER", "1");
    resources.protect("get", "/data", "2");
    assertThat(get("/data").body()).isEqualTo("2");
    assertThat(resources.all()).containsExactly(Resource.of("GET", "/data").answers("2"));
  }

  @Test
  void other_methods_get_405_with_those_that_are_registered() {
    resources.protect("GET", "/a/b", "{}");
    resources.protect("POST", "/a/{id}", "{}");
    var answer = call("DELETE", "/a/b");
    assertThat(answer.headers().allValues("Allow")).containsExactly("GET, POST");
    Expect.refused(
        bigId,
        answer,
        405,
        Reason.METHOD_NOT_ALLOWED,
        "Method DELETE is not allowed here; allowed is GET, POST");
    assertThat(call("POST", "/a/b").statusCode()).isEqualTo(200);
  }

  @Test
  void an_unknown_path_lists_what_is_registered() {
    String nothing =
        "No resource is registered here. Nothing is registered now: use resources().protect in the test, or @ProtectedResource";
    Expect.refused(bigId, get("/data"), 404, Reason.NOT_REGISTERED, nothing);
    resources.protect("GET", "/b/{id}", "{}");
    resources.protect("POST", "/a", "{}");
    Expect.refused(
        bigId,
        get("/data"),
        404,
        Reason.NOT_REGISTERED,
        "No resource is registered here. Registered are: POST /a, GET /b/{id}");
  }

  @Test
  void who_has_no_token_does_not_learn_what_there_is() {
    resources.protect("GET", "/data", "OTHER", "{}");
    for (String path : new String[] {"/data", "/nothing"}) {
      for (String method : new String[] {"GET", "DELETE"}) {
        var answer = Http.call(bigId, method, path);
        Expect.refused(
            bigId, answer, 401, Reason.NO_TOKEN, "Authentication failed. Token is not valid.");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void a_user_token_is_refused_for_its_kind(Dialect dialect) {
    bigId.reset(bigId.config().toBuilder().dialect(dialect).build());
    resources.protect("GET", "/data", "{}");
    String scheme = dialect == Dialect.DEPLOYMENT ? "" : "Bearer ";
    String user = scheme + bigId.tokens().userToken("bigid");
    var answer = Http.call(bigId, "GET", "/data", "Authorization", user);
    assertThat(answer.statusCode()).isEqualTo(dialect == Dialect.TRAINING_SANDBOX ? 200 : 401);
    var rejection = bigId.journal().last().orElseThrow().rejection();
    assertThat(rejection.reason()).isEqualTo(Reason.TOKEN_WRONG_KIND);
    assertThat(rejection.explanation())
        .isEqualTo(
            "user token is not accepted here; expected a session token or a system token; a user token is exchanged at /api/v1/refresh-access-token");
  }

  @Test
  void a_reset_puts_the_resources_back() {
    resources.protect("GET", "/data", "{}");
    bigId.reset();
    assertThat(resources.all()).isEmpty();
    assertThat(get("/data").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "data | resource path [data] does not begin with a slash. Write it as it follows the base URL, such as [/ds-connections].",
        "`` | resource path [] does not begin with a slash. Write it as it follows the base URL, such as [/ds-connections].",
        "/api/v1 | resource path [/api/v1] repeats the [/api/v1] of the base URL. Leave that off.",
        "/api/v1/data | resource path [/api/v1/data] repeats the [/api/v1] of the base URL. Leave that off.",
        "/data?x=1 | resource path [/data?x=1] has a query or fragment. Leave it off; parameters are given as query, in code by whenQuery.",
        "/data#x | resource path [/data#x] has a query or fragment. Leave it off; parameters are given as query, in code by whenQuery.",
        "/sessions | resource path [/sessions] is one of the sandbox's own endpoints. Choose another.",
        "/refresh-access-token | resource path [/refresh-access-token] is one of the sandbox's own endpoints. Choose another.",
        "/a{b} | resource path [/a{b}] has braces within a segment. A variable is a whole segment, such as [/{id}].",
        "/{} | resource path [/{}] has braces within a segment. A variable is a whole segment, such as [/{id}].",
        "/{a}{b} | resource path [/{a}{b}] has braces within a segment. A variable is a whole segment, such as [/{id}].",
        "/{{a}} | resource path [/{{a}}] has braces within a segment. A variable is a whole segment, such as [/{id}].",
        "/}a{ | resource path [/}a{] has braces within a segment. A variable is a whole segment, such as [/{id}].",
      })
  void bad_templates_are_refused_with_the_rule(String path, String message) {
    assertRefused("GET", path, null, "{}", message);
  }

  @Test
  void bad_methods_permissions_and_bodies_are_refused_with_the_rule() {
    assertRefused(
        "G T",
        "/d",
        null,
        "{}",
        "resource method [G T] is not an HTTP method. Write one such as [GET].");
    assertRefused(
        "FETCH",
        "/d",
        null,
        "{}",
        "resource method [FETCH] is not an HTTP method. Write one such as [GET].");
    assertRefused(
        "", "/d", null, "{}", "resource method [] is not an HTTP method. Write one such as [GET].");
    assertRefused(
        "GET",
        "/d",
        " ",
        "{}",
        "resource [GET /d] asks for a blank permission. Name it, or leave it out.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | it is empty",
        "{ | line 1, column 2",
        "{} {} | something follows the value at line 1, column 5",
        "{\"a\":1,\"a\":2} | the key [a] is there twice, at line 1, column 8"
      })
  void bodies_that_are_not_json_are_refused(String json, String problem) {
    assertRefused(
        "GET",
        "/d",
        null,
        json,
        "answer body [%s] is not JSON (%s). Fix it, use [{}], or give it as text with a content type."
            .formatted(json, problem));
  }

  private static Resource resource(String method, String path, String permission, String json) {
    Resource resource = Resource.of(method, path).answers(json);
    return permission == null ? resource : resource.requires(permission);
  }

  private static void assertRefused(
      String method, String path, String permission, String json, String message) {
    assertThatThrownBy(() -> resource(method, path, permission, json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private HttpResponse<String> get(String path) {
    return Http.get(bigId, path, token);
  }

  private HttpResponse<String> call(String method, String path) {
    return Http.call(bigId, method, path, "Authorization", "Bearer " + token);
  }
}
