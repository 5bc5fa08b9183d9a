package io.github.bigidtestkit.internal.token;

import io.github.bigidtestkit.User;
import io.github.bigidtestkit.Users;

/** Finds or adds users to whom a token is issued in place of the one asked for. */
final class OtherUsers {

  private final Users users;

  OtherUsers(Users users) {
    this.users = users;
  }

  /** A user that does not exist. */
  User unknown(User user) {
    User unknown = renamed(user, "-unknown");
    return users.find(unknown.username()).isPresent() ? unknown(unknown) : unknown;
  }

  /** A user with the same rights, who exists and is disabled. */
  User disabled(User user) {
    return added(renamed(user, "-disabled").withEnabled(false));
  }

  /** Another user, who exists and is enabled. */
  User enabled(User user) {
    return users.all().stream()
        .filter(other -> other.enabled() && !other.username().equals(user.username()))
        .findFirst()
        .orElseGet(() -> added(renamed(user, "-other")));
  }

  private static User renamed(User user, String suffix) {
    return user.withUsername(user.username() + suffix).withEnabled(true).withLocked(false);
  }

  private synchronized User added(User user) {
    users
        .find(user.username())
        .ifPresentOrElse(
            present -> users.change(present.username(), old -> user), () -> users.add(user));
    return user;
  }
}
