package io.github.bigidtestkit.internal.config;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands: in which text, at which key, in which line and column.
 *
 * @param source what the text is called in messages; may be empty
 * @param path the key, such as {@code users[1].password}; empty for the text as a whole
 */
record SourceLocation(String source, String path, int line, int column) {

  private static final int LONGEST_KEY = 60;
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}]");

  /** What is complained of, in messages. */
  String name() {
    return path.isEmpty() ? "the text" : path;
  }

  /** The path of a key below this one. */
  String below(String key) {
    String shown = printable(key);
    return path.isEmpty() ? shown : path + "." + shown;
  }

  /** A refusal that begins with where this is. */
  ConfigException wrong(String message) {
    return wrong(message, null);
  }

  ConfigException wrong(String message, @Nullable Throwable cause) {
    String place = "line %s, column %s: %s".formatted(line, column, message);
    return new ConfigException(source.isEmpty() ? place : source + ", " + place, cause);
  }

  /** The same for what a record complained of, which does not know the key. */
  ConfigException wrong(IllegalArgumentException cause) {
    String message = String.valueOf(cause.getMessage());
    return wrong(path.isEmpty() ? message : path + ": " + message, cause);
  }

  /** The beginning of a text in one line; what a cut leaves of a surrogate pair is replaced too. */
  static String printable(String text) {
    String beginning = text.length() <= LONGEST_KEY ? text : text.substring(0, LONGEST_KEY) + "…";
    return UNPRINTABLE.matcher(beginning).replaceAll("?");
  }
}
