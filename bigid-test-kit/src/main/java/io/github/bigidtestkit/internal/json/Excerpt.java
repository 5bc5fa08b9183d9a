package io.github.bigidtestkit.internal.json;

import java.util.regex.Pattern;

/** Shows foreign text in messages. */
public final class Excerpt {

  private static final int LONGEST = 60;
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}]");

  private Excerpt() {}

  /** The beginning of a text in one line. A surrogate pair that is cut in two is replaced too. */
  public static String of(String text) {
    String beginning = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    return UNPRINTABLE.matcher(beginning).replaceAll("?");
  }
}
