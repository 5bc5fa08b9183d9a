package io.github.bigidtestkit.internal.config;

import io.github.bigidtestkit.User;
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
    return read(value, fields, fields.requiredText("username"));
  }

  /** A user whose name is known, and may be said again. */
  static User read(Value value, String name) {
    Fields fields = new Fields(value, KEYS);
    return read(value, fields, fields.textOr("username", name));
  }

  private static User read(Value value, Fields fields, String username) {
    String password = fields.requiredText("password");
    String firstName = fields.textOr("firstName", username);
    List<String> permissions = fields.texts("permissions");
    List<String> roleIds = fields.texts("roleIds");
    boolean admin = fields.flag("admin", false);
    boolean enabled = fields.flag("enabled", true);
    boolean locked = fields.flag("locked", false);
    try {
      return new User(username, password, firstName, permissions, roleIds, admin, enabled, locked);
    } catch (IllegalArgumentException wrong) {
      throw value.spot().wrong(wrong);
    }
  }
}
