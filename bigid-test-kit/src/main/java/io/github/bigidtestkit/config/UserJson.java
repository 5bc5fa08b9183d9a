package io.github.bigidtestkit.config;

import io.github.bigidtestkit.server.User;
import java.util.List;

/** Reads a user. */
final class UserJson {

  private static final List<String> KEYS =
      List.of(
          "username",
          "password",
          "firstName",
          "permissions",
          "roleIds",
          "admin",
          "enabled",
          "locked");

  private UserJson() {}

  static User read(Value value) {
    Fields fields = new Fields(value, KEYS);
    String username = fields.requiredText("username");
    String password = fields.requiredText("password");
    String firstName = fields.textOr("firstName", username);
    List<String> permissions = fields.texts("permissions");
    List<String> roleIds = fields.texts("roleIds");
    boolean admin = fields.flagOr("admin", false);
    boolean enabled = fields.flagOr("enabled", true);
    boolean locked = fields.flagOr("locked", false);
    try {
      return new User(username, password, firstName, permissions, roleIds, admin, enabled, locked);
    } catch (IllegalArgumentException wrong) {
      throw value.spot().wrong(wrong);
    }
  }
}
