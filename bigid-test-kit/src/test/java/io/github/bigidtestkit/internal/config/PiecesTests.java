package io.github.bigidtestkit.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.Resource;
import io.github.bigidtestkit.User;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Users and resources, alone and within a configuration. */
class PiecesTests {

  @Test
  void a_user() {
    User user =
        SandboxJson.user(
            "",
            "",
            """
            {"username": "alice", "password": "s3cret", "firstName": "Alice",
             "permissions": ["A", "B"], "roleIds": ["r"], "admin": true, "enabled": false, "locked": true}
            """);
    assertThat(user)
        .isEqualTo(
            new User(
                "alice", "s3cret", "Alice", List.of("A", "B"), List.of("r"), true, false, true));
  }

  @Test
  void the_least_user() {
    assertThat(SandboxJson.user("", "", "{\"username\": \"a\", \"password\": \"b\"}"))
        .isEqualTo(User.of("a", "b"));
  }

  @Test
  void a_user_without_a_password() {
    Refused.user("{\"username\": \"a\"}", "line 1, column 1: the text has no password. Add it.");
  }

  @Test
  void a_user_with_a_misspelt_key() {
    Refused.settings(
        "{\"users\": [{\"username\": \"a\", \"password\": \"b\"},\n  {\"pasword\": \"x\"}]}",
        "line 2, column 4: users[1].pasword is not known. Did you mean [password]? Known here: username, password, firstName, permissions, roleIds, admin, enabled, locked.");
  }

  @Test
  void a_password_is_not_shown_even_if_it_is_a_number() {
    Refused.user(
        "{\"username\": \"a\", \"password\": 4711}",
        "line 1, column 31: password must be text, but is a number. Write it in quotes.");
  }

  @Test
  void a_flag_in_quotes() {
    Refused.user(
        "{\"username\": \"a\", \"password\": \"b\", \"admin\": \"true\"}",
        "line 1, column 45: admin must be true or false, but is text. Write it without quotes.");
  }

  @Test
  void a_permission_that_is_a_number() {
    Refused.user(
        "{\"username\": \"a\", \"password\": \"b\", \"permissions\": [\"A\", 1]}",
        "line 1, column 57: permissions[1] must be text, but is a number. Write it in quotes.");
  }

  @Test
  void a_user_that_can_not_be() {
    Refused.settings(
        "{\"users\": [{\"username\": \"a\", \"password\": \" \"}]}",
        "line 1, column 12: users[0]: user [a] has a blank password. A user needs a password to log in with; give one.");
  }

  @Test
  void users_of_the_same_name() {
    Refused.settings(
        "{\"users\": [{\"username\": \"a\", \"password\": \"b\"}, {\"username\": \"a\", \"password\": \"c\"}]}",
        "line 1, column 11: user name [a] is declared twice. User names must be unique; remove one.");
  }

  @Test
  void the_answer_of_a_resource_is_an_object_an_array_or_text() {
    assertThat(answer("{\"data\": [1, 1.50, true, false, null, \"\\u00e9\"]}"))
        .isEqualTo("{\"data\":[1,1.50,true,false,null,\"é\"]}");
    assertThat(answer("[ ]")).isEqualTo("[]");
    assertThat(answer("\"{\\\"data\\\": 1}\"")).isEqualTo("{\"data\": 1}");
  }

  private static String answer(String json) {
    return SandboxJson.resource("", "", "{\"path\": \"/a\", \"json\": %s}".formatted(json)).json();
  }

  @Test
  void a_resource() {
    String text =
        "{\"method\": \"post\", \"path\": \"/a/{id}\", \"permission\": \"P\", \"json\": \"[]\"}";
    assertThat(SandboxJson.resource("", "", text))
        .isEqualTo(new Resource("POST", "/a/{id}", "P", "[]"));
    assertThat(SandboxJson.resource("", "", "{\"path\": \"/a\"}"))
        .isEqualTo(new Resource("GET", "/a", null, "{}"));
  }

  @Test
  void an_answer_that_is_a_number() {
    Refused.resource(
        "{\"path\": \"/a\", \"json\": 1}",
        "line 1, column 24: resource.json must be an object, an array, or text that is JSON, but is a number. Leave it out for [{}].");
  }

  @Test
  void an_answer_in_a_text_that_is_not_json() {
    Refused.resource(
        "{\"path\": \"/a\", \"json\": \"nonsense\"}",
        "line 1, column 1: resource: resource [GET /a] has a body that is not JSON (line 1, column 1). Mend it, or use [{}].");
  }

  @Test
  void a_resource_without_a_path() {
    Refused.resource("{}", "line 1, column 1: resource has no path. Add it.");
  }

  @Test
  void resources_of_the_same_method_and_path() {
    Refused.settings(
        "{\"resources\": [{\"path\": \"/a\"}, {\"path\": \"/a\"}]}",
        "line 1, column 15: resource [GET /a] is declared twice. Method and path must be unique; remove one.");
  }
}
