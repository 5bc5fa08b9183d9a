package io.github.bigidtestkit.internal.journal;

import java.util.ArrayList;
import java.util.List;

/** Foreign text made safe for a page that is HTML and XML at once. */
final class Markup {

  /** A client may send names of a mebibyte. */
  private static final int LONGEST = 400;

  private Markup() {}

  /**
   * Text for elements and attributes. Long text is cut, characters that XML can't hold are
   * replaced, and those that would turn the direction of the text around them are shown by their
   * number.
   */
  static String text(String raw) {
    StringBuilder safe = new StringBuilder();
    raw.codePoints().limit(LONGEST).forEach(c -> append(safe, c));
    if (raw.codePointCount(0, raw.length()) > LONGEST) {
      safe.append('…');
    }
    return safe.toString();
  }

  private static void append(StringBuilder safe, int c) {
    switch (c) {
      case '&' -> safe.append("&amp;");
      case '<' -> safe.append("&lt;");
      case '>' -> safe.append("&gt;");
      case '"' -> safe.append("&quot;");
      case '\'' -> safe.append("&#39;");
      default -> {
        if (turnsDirection(c)) {
          safe.append("‹U+%04X›".formatted(c));
        } else {
          safe.appendCodePoint(allowed(c) ? c : 0xFFFD);
        }
      }
    }
  }

  private static boolean turnsDirection(int c) {
    return c == 0x61C
        || c == 0x200E
        || c == 0x200F
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }

  private static boolean allowed(int c) {
    return !Character.isISOControl(c)
        && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
        && (c & 0xFFFE) != 0xFFFE;
  }

  /** The width of a text, in characters of a fixed-width font. */
  static int width(String raw) {
    return raw.codePoints().map(Markup::width).sum();
  }

  private static int width(int c) {
    if (turnsDirection(c)) {
      return 8;
    }
    return c < 0x1100 || (c >= 0x2000 && c < 0x2E80) ? 1 : 2;
  }

  /** Text cut to a width, in characters of a fixed-width font. Not yet safe. */
  static String cut(String raw, int width) {
    int fitting = fitting(raw, 0, width);
    return fitting == raw.length() ? raw : raw.substring(0, fitting(raw, 0, width - 1)) + "…";
  }

  /** Text in lines of a width, broken at spaces where there are any. Not yet safe. */
  static List<String> lines(String raw, int width, int most) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    while (from < raw.length() && lines.size() < most - 1) {
      int to = fitting(raw, from, width);
      int space = raw.lastIndexOf(' ', to);
      if (to < raw.length() && space > from) {
        to = space;
      }
      lines.add(raw.substring(from, to).strip());
      from = to;
    }
    if (from < raw.length()) {
      lines.add(cut(raw.substring(from).strip(), width));
    }
    return lines;
  }

  private static int fitting(String raw, int from, int width) {
    int at = from;
    int used = 0;
    while (at < raw.length()) {
      int c = raw.codePointAt(at);
      used += width(c);
      if (used > width) {
        break;
      }
      at += Character.charCount(c);
    }
    return at;
  }
}
