package io.github.bigidtestkit.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.Resource;
import io.github.bigidtestkit.User;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Users and resources, each in a text of its own. */
class UserAndResourceJsonTests {

  @Test
  void a_user() {
    User user =
        Refused.bound(
            User.class,
            """
            {"username": "alice", "password": "s3cret", "firstName": "Alice",
             "permissions": ["A", "B"], "roleIds": ["r"], "admin": true, "enabled": false, "locked": true}
            """);
    assertThat(user)
        .isEqualTo(
            new User(
                "alice",
                "s3cret",
                "Alice",
                List.of("A", "B"),
                List.of("r"),
                true,
                false,
                true,
                false));
  }

  @Test
  void the_least_user() {
    assertThat(Refused.bound(User.class, "{\"username\": \"a\", \"password\": \"b\"}"))
        .isEqualTo(User.of("a", "b"));
  }

  @Test
  void a_user_without_a_name() {
    Refused.as(
        User.class, "{\"password\": \"b\"}", "line 1, column 1: there is no username. Add it.");
  }

  @Test
  void a_user_without_a_password() {
    Refused.as(
        User.class,
        "{\"username\": \"a\"}",
        "line 1, column 1: user [a] has no password. A user needs one to log in with; give it, or make the user tokenOnly.");
  }

  @Test
  void a_user_who_can_only_come_by_token() {
    assertThat(Refused.bound(User.class, "{\"username\": \"carol\", \"tokenOnly\": true}"))
        .isEqualTo(User.tokenOnly("carol"));
    assertThat(
            Refused.bound(
                User.class, "{\"username\": \"a\", \"password\": \"b\", \"tokenOnly\": false}"))
        .isEqualTo(User.of("a", "b"));
    Refused.as(
        User.class,
        "{\"username\": \"carol\", \"password\": \"b\", \"tokenOnly\": true}",
        "line 1, column 1: user [carol] has a password and is tokenOnly. Who can only come by token has none; remove the password, or set tokenOnly to false.");
  }

  @Test
  void a_user_with_a_misspelt_key() {
    Refused.as(
        User[].class,
        "[{\"username\": \"a\", \"password\": \"b\"},\n  {\"pasword\": \"x\"}]",
        "line 2, column 4: [1].pasword is not known. Did you mean [password]? Known here: admin, enabled, firstName, locked, password, permissions, roleIds, tokenOnly, username.");
  }

  @Test
  void a_password_is_not_shown_even_if_it_is_a_number() {
    Refused.as(
        User.class,
        "{\"username\": \"a\", \"password\": 4711}",
        "line 1, column 31: password must be text, but is a number. Write it in quotes.");
  }

  @Test
  void a_flag_in_quotes() {
    Refused.as(
        User.class,
        "{\"username\": \"a\", \"password\": \"b\", \"admin\": \"true\"}",
        "line 1, column 45: admin must be true or false, but is text. Write it without quotes.");
  }

  @Test
  void a_flag_that_is_a_number() {
    Refused.as(
        User.class,
        "{\"admin\": 1}",
        "line 1, column 11: admin must be true or false, but is a number. Write it without quotes.");
  }

  @Test
  void a_permission_that_is_a_number() {
    Refused.as(
        User.class,
        "{\"username\": \"a\", \"password\": \"b\", \"permissions\": [\"A\", 1]}",
        "line 1, column 57: permissions[1] must be text, but is a number. Write it in quotes.");
  }

  @Test
  void a_permission_that_is_not_in_an_array() {
    for (String single : new String[] {"\"A\"", "\"\""}) {
      Refused.as(
          User.class,
          "{\"permissions\": %s}".formatted(single),
          "line 1, column 17: permissions must be an array, but is text. Put it into [square brackets].");
    }
  }

  @Test
  void null_for_anything() {
    String cure = " is null. Give a value, or leave the key out.";
    Refused.as(User.class, "{\"firstName\": null}", "line 1, column 15: firstName" + cure);
    Refused.as(User.class, "{\"locked\": null}", "line 1, column 12: locked" + cure);
    Refused.as(User.class, "{\"roleIds\": [null]}", "line 1, column 14: roleIds[0]" + cure);
    Refused.as(User[].class, "[null]", "line 1, column 2: [0]" + cure);
    Refused.as(User.class, "null", "line 1, column 1: the text" + cure);
    Refused.as(Resource.class, "{\"json\": null}", "line 1, column 10: json" + cure);
  }

  @Test
  void a_user_that_can_not_be() {
    Refused.as(
        User[].class,
        "[{\"username\": \"a\", \"password\": \" \"}]",
        "line 1, column 2: [0]: user [a] has a blank password. A user needs one to log in with; give it, or make the user tokenOnly.");
  }

  @Test
  void the_answer_of_a_resource_is_an_object_an_array_or_text() {
    assertThat(answer("{\"data\": [1, 1.50, 1e400, true, false, null, \"\\u00e9\"]}"))
        .isEqualTo("{\"data\":[1,1.50,1E+400,true,false,null,\"é\"]}");
    assertThat(answer("[ ]")).isEqualTo("[]");
    assertThat(answer("\"{\\\"data\\\": 1}\"")).isEqualTo("{\"data\": 1}");
  }

  private static String answer(String json) {
    Resource resource =
        Refused.bound(Resource.class, "{\"path\": \"/a\", \"json\": %s}".formatted(json));
    return new String(resource.answers().get(0).body(), StandardCharsets.UTF_8);
  }

  @Test
  void a_resource() {
    String text =
        "{\"method\": \"post\", \"path\": \"/a/{id}\", \"permission\": \"P\", \"json\": \"[]\"}";
    assertThat(Refused.bound(Resource.class, text))
        .isEqualTo(Resource.of("POST", "/a/{id}").requires("P").answers("[]"));
    assertThat(Refused.bound(Resource.class, "{\"path\": \"/a\"}"))
        .isEqualTo(Resource.of("GET", "/a"));
  }

  @Test
  void an_answer_that_is_a_number() {
    Refused.as(
        Resource.class,
        "{\"path\": \"/a\", \"json\": 1}",
        "line 1, column 1: json [1] must be an object, an array, or text that is JSON. Leave it out for [{}].");
  }

  @Test
  void an_answer_in_a_text_that_is_not_json() {
    Refused.as(
        Resource.class,
        "{\"path\": \"/a\", \"json\": \"nonsense\"}",
        "line 1, column 1: answer body [nonsense] is not JSON (line 1, column 1). Fix it, use [{}], or give it as text with a content type.");
  }

  @Test
  void a_resource_without_a_path() {
    Refused.as(Resource.class, "{}", "line 1, column 1: there is no path. Add it.");
  }
}
