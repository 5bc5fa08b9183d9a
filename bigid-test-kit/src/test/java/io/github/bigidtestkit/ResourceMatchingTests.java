package io.github.bigidtestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.testing.Http;
import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which resource a call gets, and what is said if it gets none. */
class ResourceMatchingTests {

  private final FakeBigId bigId = FakeBigId.start();
  private final Resources resources = bigId.resources();
  private final String token = bigId.tokens().systemToken("bigid");

  @AfterEach
  void stop() {
    bigId.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/a, 0",
    "/a?x=1, 1",
    "/a?y=2&x=1, 2",
    "/a?x=1&y=2&z=3, 2",
    "/a?x=2, 0",
    "/a?x=2&x=1, 0",
    "/a?x=1&x=2, 1",
    "/a?%78=%31, 1",
    "/a?x, 0",
    "/a?x=9&z=a+b%26, 3",
    "/a/, 0"
  })
  void the_one_with_most_parameters_wins(String path, String answer) {
    resources.protect("GET", "/a").answers("0");
    resources.protect("GET", "/a").whenQuery("x", "1").whenQuery("y", "2").answers("2");
    resources.protect("GET", "/a").whenQuery("x", "1").answers("1");
    resources.protect("GET", "/a").whenQuery("x", "9").whenQuery("z", "a b&").answers("3");
    assertThat(get(path)).isEqualTo(answer);
  }

  @Test
  void headers_match_in_any_case_of_their_names() {
    resources.protect("GET", "/a").answers("0");
    resources.protect("GET", "/a").whenHeader("X-Tenant", "b").answers("1");
    assertThat(get("/a")).isEqualTo("0");
    assertThat(get("/a", "x-tenant", "b")).isEqualTo("1");
    assertThat(get("/a", "X-TENANT", "B")).isEqualTo("0");
  }

  @Test
  void the_more_literal_path_comes_before_conditions() {
    resources.protect("GET", "/a/{id}").whenQuery("x", "1").answers("1");
    resources.protect("GET", "/{x}/b").answers("3");
    resources.protect("GET", "/a/{id}").answers("2");
    assertThat(get("/a/b")).isEqualTo("2");
    assertThat(get("/a/b?x=1")).isEqualTo("1");
    assertThat(get("/c/b?x=1")).isEqualTo("3");
    resources.protect("GET", "/a/b").answers("0");
    assertThat(get("/a/b?x=1")).isEqualTo("0");
  }

  @Test
  void what_can_not_be_told_apart_is_refused_and_changes_nothing() {
    resources.protect("GET", "/a/{x}").answers("1");
    assertLike(Resource.of("GET", "/a/{y}"), "[GET /a/{x}] and [GET /a/{y}]");
    resources.protect("GET", "/b").whenQuery("x", "1").answers("1");
    assertLike(Resource.of("GET", "/b").whenQuery("y", "1"), "[GET /b?x=1] and [GET /b?y=1]");
    assertLike(
        Resource.of("GET", "/b").whenHeader("Y", "1"), "[GET /b?x=1] and [GET /b with y: 1]");
    resources.protect("GET", "/b").whenQuery("x", "2").answers("2");
    resources.protect("POST", "/b").whenQuery("y", "1").answers("3");
    var registration = resources.protect("GET", "/b").answers("0");
    assertThatThrownBy(() -> registration.whenQuery("z", "1"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(get("/b?x=1") + get("/b?x=2") + get("/b?z=1") + get("/a/b")).isEqualTo("1201");
    assertThatThrownBy(
            () ->
                SandboxConfig.builder()
                    .protect("GET", "/a/{x}", "1")
                    .protect("GET", "/a/{y}", "1")
                    .build())
        .hasMessage(like("[GET /a/{x}] and [GET /a/{y}]"));
  }

  private void assertLike(Resource resource, String calls) {
    assertThatThrownBy(() -> resources.register(resource))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(like(calls));
  }

  private static String like(String calls) {
    return "resources "
        + calls
        + " can't be told apart: some calls match both, and neither is more specific. Add a condition to one, or remove it.";
  }

  @Test
  void credentials_are_no_conditions() {
    assertThatThrownBy(() -> resources.protect("GET", "/a").whenHeader("Authorization", "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "header [authorization] holds credentials, which a resource can't match. Use a permission, or leave it out.");
  }

  @Test
  void paths_after_origin_are_outside_of_the_api() {
    resources.protect("GET", "origin:/api/v2/tasks/{id}").answers("1");
    resources.protect("GET", "origin:/").answers("2");
    resources.protect("GET", "origin:/sessions").answers("3");
    assertThat(outside("/api/v2/tasks/7")).isEqualTo("1");
    assertThat(outside("/api/v2/tasks/7/")).isEqualTo("1");
    assertThat(outside("/")).isEqualTo("2");
    assertThat(outside("/sessions")).isEqualTo("3");
    assertThat(get("/api/v2/tasks/7")).contains("No resource is registered here");
    assertThat(outside("/api/v3")).contains("The path is outside of /api/v1.");
    assertThat(bigId.journal().last().orElseThrow().reason()).isEqualTo(Reason.OUTSIDE_API);
    assertThat(bigId.journal().exchanges().get(0).path()).isEqualTo("/api/v2/tasks/7");
    var unknown = Http.send(HttpRequest.newBuilder(bigId.origin().resolve("/")).build());
    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThatThrownBy(() -> resources.protect("GET", "origin:/api/v1/a"))
        .hasMessage(
            "resource path [origin:/api/v1/a] repeats the [/api/v1] of the base URL. Leave that off.");
    assertThatThrownBy(() -> resources.protect("GET", "origin:a"))
        .hasMessage(
            "resource path [origin:a] does not begin with a slash. Write it as it follows the base URL, such as [/ds-connections].");
  }

  @Test
  void the_specification_has_no_trailing_slashes() {
    bigId.setDialect(Dialect.SPECIFICATION);
    resources.protect("GET", "/a").answers("1");
    assertThat(get("/a/")).isNotEqualTo("1");
    assertThat(bigId.journal().last().orElseThrow().rejection().explanation())
        .isEqualTo("The path ends in a slash; SPECIFICATION has no such path");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/data-catalogue | GET | . The nearest is [GET /data-catalog], but the path is [/data-catalogue]",
        "/Data_Catalog | GET | . The nearest is [GET /data-catalog], but the path is [/Data_Catalog]",
        "/data_catalog | PUT | . The nearest is [GET /data-catalog], but the path is [/data_catalog] and the method is [PUT]",
        "/data-catalog/ | GET | ok",
        "/task/7?view=full | GET | . The nearest is [GET /tasks/{id}?view=full], but the path is [/task/7]",
        "/tasks/7 | GET | . The nearest is [GET /tasks/{id}?view=full], but there is no parameter [view]",
        "/tasks/7?view=flat&password=x | GET | . The nearest is [GET /tasks/{id}?view=full], but the parameter [view] is [flat]",
        "/other | GET | ''",
      })
  void a_near_miss_is_explained(String path, String method, String explanation) {
    resources.protect("GET", "/data-catalog").answers("\"ok\"");
    resources.protect("GET", "/tasks/{id}").whenQuery("view", "full");
    String answer = get(path, method);
    if (explanation.equals("ok")) {
      assertThat(answer).isEqualTo("\"ok\"");
      return;
    }
    assertThat(bigId.journal().last().orElseThrow().rejection().explanation())
        .isEqualTo(
            "No resource is registered here. Registered are: GET /data-catalog, GET /tasks/{id}?view=full"
                + explanation);
  }

  @Test
  void a_near_miss_shows_no_secrets() {
    resources.protect("GET", "/tasks").whenQuery("password", "right");
    get("/tasks?password=hunter22");
    assertThat(bigId.journal().timeline()).doesNotContain("hunter22");
    get("/task?x=" + token);
    get("/tas" + token);
    assertThat(bigId.journal().timeline()).doesNotContain(token);
  }

  private String get(String path, String... headers) {
    if (headers.length == 1) {
      return Http.call(bigId, headers[0], path, "Authorization", "Bearer " + token).body();
    }
    HttpRequest.Builder request = Http.request(bigId, path, headers);
    return Http.send(request.header("Authorization", token).build()).body();
  }

  private String outside(String path) {
    URI uri = bigId.origin().resolve(path);
    return Http.send(HttpRequest.newBuilder(uri).header("Authorization", token).build()).body();
  }
}
