package io.github.bigidtestkit.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bigidtestkit.User;
import org.junit.jupiter.api.Test;

/** Users in one word. */
class UserOptionTests {

  @Test
  void name_and_password() {
    assertThat(UserOption.parse("--user", "alice:s3cret")).isEqualTo(User.of("alice", "s3cret"));
  }

  @Test
  void with_permissions() {
    assertThat(UserOption.parse("--user", "alice:s3cret:A,B"))
        .isEqualTo(User.of("alice", "s3cret").withPermissions("A", "B"));
  }

  @Test
  void with_colons_in_the_password() {
    assertThat(UserOption.parse("--user", "alice:a:b:")).isEqualTo(User.of("alice", "a:b"));
    assertThat(UserOption.parse("--user", "alice::a::b::P"))
        .isEqualTo(User.of("alice", ":a::b:").withPermissions("P"));
  }

  @Test
  void without_a_password() {
    refused(
        "alice",
        "--user has no password. Write name:password or name:password:PERMISSION,PERMISSION.");
    refused(
        "alice:",
        "user [alice] has no password. A user needs one to log in with; give it, or make the user tokenOnly.");
    refused(
        "alice::P",
        "user [alice] has no password. A user needs one to log in with; give it, or make the user tokenOnly.");
  }

  @Test
  void without_a_name() {
    refused(":a", "user name [] is blank. A user needs a name to log in with; give one.");
  }

  @Test
  void with_a_permission_that_is_none() {
    refused("alice:a:A,,B", "user [alice] has a blank permission. Name it or remove it.");
  }

  private static void refused(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UserOption.parse("--user", text))
        .withMessage(message);
  }
}
