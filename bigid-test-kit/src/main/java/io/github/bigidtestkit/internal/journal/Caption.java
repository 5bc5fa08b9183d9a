package io.github.bigidtestkit.internal.journal;

import org.jspecify.annotations.Nullable;

/** The lines of text above an arrow. */
final class Caption {

  private static final int LINE = 16;
  private static final int MOST_LINES = 3;

  /** How many letters of the running text fit; less than fit on average. */
  private static final int LETTERS = 80;

  private final int x;
  private final StringBuilder drawing = new StringBuilder();
  private int y;

  Caption(int x) {
    this.x = x;
  }

  /** A line of text that is safe already. */
  Caption markup(String style, String markup) {
    y += LINE;
    drawing.append(
        "<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>".formatted(style, x, y - 3, markup));
    return this;
  }

  /** A text in as many lines as it needs; nothing for null. */
  Caption text(String style, @Nullable String raw) {
    if (raw != null) {
      for (String line : Markup.lines(raw, LETTERS, MOST_LINES)) {
        markup(style, Markup.text(line));
      }
    }
    return this;
  }

  int bottom() {
    return y;
  }

  String drawing() {
    return drawing.toString();
  }
}
