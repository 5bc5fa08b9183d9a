package io.github.bigidtestkit.internal.json;

import io.github.bigidtestkit.User;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user in JSON. A field is null if its key is missing. */
public final class UserJson {

  public @Nullable String username;
  private @Nullable String password;
  private @Nullable String firstName;
  private @Nullable List<String> permissions;
  private @Nullable List<String> roleIds;
  private @Nullable Boolean admin;
  private @Nullable Boolean enabled;
  public @Nullable Boolean locked;

  /** The user. */
  User user() {
    if (username == null) {
      throw new IllegalArgumentException("there is no username. Add it.");
    }
    return user(username);
  }

  /** The user, whose name is known. */
  public User user(String name) {
    if (password == null) {
      throw new IllegalArgumentException("user [%s] has no password. Add it.".formatted(name));
    }
    return changed(User.of(name, password));
  }

  /** A user with what is given here instead of what it has. */
  public User changed(User user) {
    return new User(
        user.username(),
        or(password, user.password()),
        or(firstName, user.firstName()),
        or(permissions, user.permissions()),
        or(roleIds, user.roleIds()),
        or(admin, user.admin()),
        or(enabled, user.enabled()),
        or(locked, user.locked()));
  }

  private static <T> T or(@Nullable T given, T otherwise) {
    return given == null ? otherwise : given;
  }
}
