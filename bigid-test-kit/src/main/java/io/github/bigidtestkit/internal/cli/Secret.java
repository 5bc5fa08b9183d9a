package io.github.bigidtestkit.internal.cli;

import io.github.bigidtestkit.User;
import io.github.bigidtestkit.control.SandboxControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A text that no message repeats.
 *
 * @param source where it comes from, in messages
 */
record Secret(String source, String text) {

  /**
   * The text of a file.
   *
   * @throws IllegalArgumentException if it can't be read
   */
  static Secret file(String option, Path file) {
    String source = "%s [%s]".formatted(option, file);
    try {
      return new Secret(source, Files.readString(file).replaceFirst("^\\uFEFF", ""));
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          "%s can't be read (%s). Name a text file in UTF-8.".formatted(source, unreadable),
          unreadable);
    }
  }

  /** Users, one a line, as {@link UserOption} reads them. Blank lines are left out. */
  List<User> users() {
    List<User> users = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        users.add(UserOption.parse("%s, line %s,".formatted(source, i + 1), lines.get(i)));
      }
    }
    return users;
  }

  /** The control API with this key; a line break at the end does not belong to it. */
  SandboxControl control() {
    try {
      return SandboxControl.withKey(text.replaceFirst("\\R$", ""));
    } catch (IllegalArgumentException invalid) {
      throw new IllegalArgumentException(
          "%s is invalid. %s".formatted(source, invalid.getMessage()), invalid);
    }
  }
}
