package io.github.bigidtestkit.internal.journal;

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
}
