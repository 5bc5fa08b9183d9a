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
  private @Nullable Boolean tokenOnly;

  /** The user. */
  User user() {
    if (username == null) {
      throw new IllegalArgumentException("there is no username. Add it.");
    }
    return user(username);
  }

  /** The user, whose name is known. */
  public User user(String name) {
    return changed(noPassword() ? User.tokenOnly(name) : User.of(name, or(password, "")));
  }

  /** A user with what is given here instead of what it has. */
  public User changed(User user) {
    return new User(
        user.username(),
        or(password, noPassword() ? "" : user.password()),
        or(firstName, user.firstName()),
        or(permissions, user.permissions()),
        or(roleIds, user.roleIds()),
        or(admin, user.admin()),
        or(enabled, user.enabled()),
        or(locked, user.locked()),
        or(tokenOnly, user.tokenOnly()));
  }

  private boolean noPassword() {
    return Boolean.TRUE.equals(tokenOnly);
  }

  private static <T> T or(@Nullable T given, T otherwise) {
    return given == null ? otherwise : given;
  }
}
