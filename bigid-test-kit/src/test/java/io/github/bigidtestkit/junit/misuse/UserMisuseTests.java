package io.github.bigidtestkit.junit.misuse;

import static io.github.bigidtestkit.junit.Run.assertMisuse;

import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.OneTest;
import io.github.bigidtestkit.junit.SandboxUser;
import org.junit.jupiter.api.Test;

/** Users that can not be. */
class UserMisuseTests {

  @Test
  void a_name_twice() {
    assertMisuse(
        TwiceTestCase.class,
        "user name [alice] is declared twice. User names must be unique; remove one.");
  }

  @Test
  void a_blank_name() {
    assertMisuse(
        BlankNameTestCase.class,
        "user name [ ] is blank. A user needs a name to log in with; give one.");
  }

  @Test
  void a_name_with_a_control_character() {
    assertMisuse(ControlTestCase.class, "user name [al?ice] has a control character. Remove it.");
  }

  @Test
  void a_missing_password() {
    assertMisuse(
        MissingPasswordTestCase.class,
        "user [alice] has no password. A user needs one to log in with; give it, or make the user tokenOnly.");
  }

  @Test
  void a_password_of_a_user_who_can_only_come_by_token() {
    assertMisuse(
        TokenOnlyWithPasswordTestCase.class,
        "user [carol] has a password and is tokenOnly. Who can only come by token has none; remove the password, or set tokenOnly to false.");
  }

  @Test
  void a_blank_permission() {
    assertMisuse(
        BlankPermissionTestCase.class,
        "user [alice] has a blank permission. Name it or remove it.");
  }

  @Test
  void a_permission_twice() {
    assertMisuse(
        PermissionTwiceTestCase.class, "user [alice] has the permission [READ] twice. Remove one.");
  }

  @Test
  void a_blank_role() {
    assertMisuse(BlankRoleTestCase.class, "user [alice] has a blank role. Name it or remove it.");
  }

  @Test
  void what_a_base_class_says_is_refused_for_the_subclass() {
    assertMisuse(
        OfBaseTestCase.class,
        "user name [ ] is blank. A user needs a name to log in with; give one.");
  }

  @BigIdSandbox(
      users = {
        @SandboxUser(username = "alice", password = "a"),
        @SandboxUser(username = "alice", password = "b")
      })
  static class TwiceTestCase extends OneTest {}

  @BigIdSandbox(users = @SandboxUser(username = " ", password = "a"))
  static class BlankNameTestCase extends OneTest {}

  @BigIdSandbox(users = @SandboxUser(username = "al\nice", password = "a"))
  static class ControlTestCase extends OneTest {}

  @BigIdSandbox(users = @SandboxUser(username = "carol", password = "a", tokenOnly = true))
  static class TokenOnlyWithPasswordTestCase extends OneTest {}

  @BigIdSandbox(users = @SandboxUser(username = "alice"))
  static class MissingPasswordTestCase extends OneTest {}

  @BigIdSandbox(
      users =
          @SandboxUser(
              username = "alice",
              password = "a",
              permissions = {"READ", ""}))
  static class BlankPermissionTestCase extends OneTest {}

  @BigIdSandbox(
      users =
          @SandboxUser(
              username = "alice",
              password = "a",
              permissions = {"READ", "READ"}))
  static class PermissionTwiceTestCase extends OneTest {}

  @BigIdSandbox(users = @SandboxUser(username = "alice", password = "a", roleIds = " "))
  static class BlankRoleTestCase extends OneTest {}

  static class OfBaseTestCase extends BlankNameTestCase {}
}
