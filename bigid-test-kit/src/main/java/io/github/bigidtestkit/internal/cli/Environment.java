package io.github.bigidtestkit.internal.cli;

import java.util.Map;
import java.util.stream.Stream;

/**
 * The environment of the process.
 *
 * @param variables its variables
 */
record Environment(Map<String, String> variables) {

  private static final String UNDECODABLE = "\ufffd";

  /**
   * The text of a variable; empty if it is not set.
   *
   * @throws IllegalArgumentException as {@link #requireDecoded}
   */
  String get(String variable) {
    String text = variables.getOrDefault(variable, "");
    requireDecoded(variable, text);
    return text;
  }

  /**
   * Refuses what the JVM could not decode: it replaces bytes, without an error.
   *
   * @throws IllegalArgumentException if the text is not what was written
   */
  void requireDecoded(String source, String text) {
    if (text.contains(UNDECODABLE)) {
      throw new IllegalArgumentException(
          "%s is not in the encoding of the locale [%s]. Set LC_ALL to a locale that has its encoding, such as [C.UTF-8]."
              .formatted(source, locale()));
    }
  }

  private String locale() {
    return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
        .map(name -> variables.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("POSIX");
  }
}
