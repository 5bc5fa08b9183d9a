package io.github.bigidtestkit.internal.control;

import static io.github.bigidtestkit.internal.control.Remote.json;
import static io.github.bigidtestkit.internal.control.Remote.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.testing.Http;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users and what is behind the login, from outside. */
class UserAndResourceTests {

  private final Remote remote =
      new Remote(
          SandboxConfig.builder()
              .user("alice", "s3cret")
              .lockout(1, Duration.ofMinutes(15))
              .protect("GET", "/a", "{\"n\":1}")
              .build());

  @AfterEach
  void stop() {
    remote.close();
  }

  @Test
  void users_are_told_without_their_passwords() {
    assertThat(remote.get("/users").body())
        .isEqualTo(
            "[{\"username\":\"alice\",\"firstName\":\"alice\",\"permissions\":[],\"roleIds\":[],\"admin\":false,\"enabled\":true,\"locked\":false,\"tokenOnly\":false}]");
    assertThat(remote.get("/users/alice").body()).doesNotContain("s3cret");
    assertThat(remote.get("/state").body()).doesNotContain("s3cret");
  }

  @Test
  void a_user_is_put_twice_and_removed_once() {
    String bob = "{\"password\":\"pw\",\"permissions\":[\"P\"]}";
    assertThat(remote.call("PUT", "/users/bob", bob).statusCode()).isEqualTo(201);
    assertThat(Http.login(remote.bigId, "bob", "pw").statusCode()).isEqualTo(200);
    assertThat(remote.call("PUT", "/users/bob", bob).statusCode()).isEqualTo(200);
    assertThat(remote.bigId.users().get("bob"))
        .isEqualTo(User.of("bob", "pw").withPermissions("P"));
    assertThat(remote.call("DELETE", "/users/bob", "").statusCode()).isEqualTo(204);
    assertThat(problem(remote.call("DELETE", "/users/bob", "")))
        .isEqualTo(problem(404, "There is no user [bob]. The users are [alice]."));
    assertThat(Http.login(remote.bigId, "bob", "pw").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "a b", "ä", "..", "<b>", "%2F", "a+b", "?#"})
  void names_may_have_any_character_in_them(String name) {
    String path =
        "/users/"
            + java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20");
    assertThat(remote.call("PUT", path, "{\"password\":\"pw\"}").statusCode()).isEqualTo(201);
    assertThat(remote.bigId.users().get(name).username()).isEqualTo(name);
    assertThat(json(remote.get(path)).path("username").asText()).isEqualTo(name);
  }

  @Test
  void a_user_that_is_wrong_is_not_put() {
    assertThat(problem(remote.call("PUT", "/users/bob", "{\"password\":\"\"}")))
        .isEqualTo(
            problem(
                400,
                "user [bob] has no password. A user needs one to log in with; give it, or make the user tokenOnly."));
    assertThat(
            problem(remote.call("PUT", "/users/bob", "{\"username\":\"eve\",\"password\":\"pw\"}")))
        .isEqualTo(problem(400, "username [eve] is not the [bob] of the path. Leave it out."));
    assertThat(remote.bigId.users().all()).hasSize(1);
  }

  @Test
  void what_is_patched_changes_and_the_rest_stays() {
    var answer = remote.call("PATCH", "/users/alice", "{\"locked\":true,\"roleIds\":[\"r\"]}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(remote.bigId.users().get("alice"))
        .isEqualTo(User.of("alice", "s3cret").withLocked(true).withRoleIds("r"));
    remote.call(
        "PATCH",
        "/users/alice",
        "{\"locked\":false,\"enabled\":false,\"firstName\":\"A\",\"admin\":true}");
    assertThat(remote.bigId.users().get("alice"))
        .isEqualTo(
            User.of("alice", "s3cret")
                .withRoleIds("r")
                .withEnabled(false)
                .withFirstName("A")
                .withAdmin(true));
    remote.call(
        "PATCH",
        "/users/alice",
        "{\"password\":\"n3w\",\"enabled\":true,\"permissions\":[\"P\"],\"roleIds\":[]}");
    assertThat(remote.bigId.users().get("alice"))
        .isEqualTo(
            new User(
                "alice",
                "n3w",
                "A",
                java.util.List.of("P"),
                java.util.List.of(),
                true,
                true,
                false,
                false));
    assertThat(problem(remote.call("PATCH", "/users/bob", "{}")))
        .isEqualTo(problem(404, "There is no user [bob]. The users are [alice]."));
  }

  @Test
  void users_can_come_by_token_only_and_get_a_password_again() {
    assertThat(remote.call("PUT", "/users/carol", "{\"tokenOnly\":true}").statusCode())
        .isEqualTo(201);
    assertThat(remote.bigId.users().get("carol")).isEqualTo(User.tokenOnly("carol"));
    remote.call("PATCH", "/users/alice", "{\"tokenOnly\":true}");
    assertThat(remote.bigId.users().get("alice")).isEqualTo(User.tokenOnly("alice"));
    assertThat(json(remote.get("/users/alice")).path("tokenOnly").asBoolean()).isTrue();
    assertThat(problem(remote.call("PATCH", "/users/alice", "{\"tokenOnly\":false}")))
        .isEqualTo(
            problem(
                400,
                "user [alice] has no password. A user needs one to log in with; give it, or make the user tokenOnly."));
    assertThat(problem(remote.call("PATCH", "/users/alice", "{\"password\":\"pw\"}")))
        .isEqualTo(
            problem(
                400,
                "user [alice] has a password and is tokenOnly. Who can only come by token has none; remove the password, or set tokenOnly to false."));
    remote.call("PATCH", "/users/alice", "{\"password\":\"pw\",\"tokenOnly\":false}");
    assertThat(remote.bigId.users().get("alice")).isEqualTo(User.of("alice", "pw"));
  }

  @Test
  void who_was_locked_after_wrong_passwords_is_told_and_unlocked() {
    remote.bigId.clock().freeze();
    Http.login(remote.bigId, "alice", "wrong");
    assertThat(json(remote.get("/users/alice")).path("lockedOutFor").asText()).isEqualTo("PT15M");
    remote.call("PATCH", "/users/alice", "{\"locked\":false}");
    assertThat(json(remote.get("/users/alice")).has("lockedOutFor")).isFalse();
    assertThat(Http.login(remote.bigId, "alice", "s3cret").statusCode()).isEqualTo(200);
  }

  @Test
  void resources_are_put_told_and_removed() {
    String path = "{\"path\":\"/b\",\"json\":{\"n\":2}}";
    assertThat(remote.call("PUT", "/resources", path).statusCode()).isEqualTo(201);
    assertThat(remote.call("PUT", "/resources", path).statusCode()).isEqualTo(200);
    assertThat(remote.get("/resources").body())
        .isEqualTo(
            "[{\"method\":\"GET\",\"path\":\"/a\",\"answers\":[{\"status\":200,\"text\":\"{\\\"n\\\":1}\"}]},{\"method\":\"GET\",\"path\":\"/b\",\"answers\":[{\"status\":200,\"text\":\"{\\\"n\\\":2}\"}]}]");
    String token = remote.bigId.tokens().systemToken("alice");
    assertThat(Http.get(remote.bigId, "/b", token).body()).isEqualTo("{\"n\":2}");
    assertThat(remote.call("DELETE", "/resources?method=get&path=/b", "").statusCode())
        .isEqualTo(204);
    assertThat(Http.get(remote.bigId, "/b", token).statusCode()).isEqualTo(404);
    assertThat(problem(remote.call("DELETE", "/resources?method=GET&path=%2Fb", "")))
        .isEqualTo(
            problem(404, "No resource [GET /b] is registered. See /resources for those that are."));
    assertThat(problem(remote.call("DELETE", "/resources?method=GET", "")))
        .isEqualTo(problem(400, "The query parameter [path] is missing. Add it."));
    assertThat(problem(remote.call("PUT", "/resources", "{\"path\":\"b\"}")))
        .isEqualTo(
            problem(
                400,
                "line 1, column 1: resource path [b] does not begin with a slash. Write it as it follows the base URL, such as [/ds-connections]."));
  }
}
