package io.github.bigidtestkit.internal.endpoint;

import java.util.regex.Pattern;

/** What a client sent, as a message may quote it. */
final class Printable {

  private static final int LONGEST = 60;
  private static final Pattern OTHER = Pattern.compile("[^\\x20-\\x7e…]");

  private Printable() {}

  /** The beginning of a text, with a question mark for all that is not printable ASCII. */
  static String of(String text) {
    String beginning = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return OTHER.matcher(beginning).replaceAll("?");
  }
}
