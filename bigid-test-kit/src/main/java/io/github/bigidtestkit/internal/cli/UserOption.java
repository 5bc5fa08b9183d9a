package io.github.bigidtestkit.internal.cli;

import io.github.bigidtestkit.User;
import java.util.List;
import java.util.stream.IntStream;

/** Reads {@code name:password} and {@code name:password:PERMISSION,PERMISSION}. */
final class UserOption {

  private UserOption() {}

  /** Users, one a line. Blank lines are left out. */
  static User[] lines(String source, String text) {
    List<String> lines = text.lines().toList();
    return IntStream.range(0, lines.size())
        .filter(i -> !lines.get(i).isBlank())
        .mapToObj(i -> parse("%s, line %s,".formatted(source, i + 1), lines.get(i)))
        .toArray(User[]::new);
  }

  /**
   * The first colon ends the name, the last one the password. So a password may have colons, if
   * there is one more after it.
   *
   * @param source where the text comes from, in messages
   * @throws IllegalArgumentException if there is no colon, or no such user can be
   */
  static User parse(String source, String text) {
    int afterName = text.indexOf(':');
    int afterPassword = text.lastIndexOf(':');
    if (afterName < 0) {
      throw new IllegalArgumentException(
          "%s has no password. Write name:password or name:password:PERMISSION,PERMISSION."
              .formatted(source));
    }
    String name = text.substring(0, afterName);
    if (afterName == afterPassword) {
      return User.of(name, text.substring(afterName + 1));
    }
    String permissions = text.substring(afterPassword + 1);
    User user = User.of(name, text.substring(afterName + 1, afterPassword));
    return permissions.isEmpty() ? user : user.withPermissions(permissions.split(",", -1));
  }
}
