package io.github.bigidtestkit.internal.journal;

import java.util.BitSet;
import java.util.List;

/** Where things stand in the diagram, in pixels, and the strokes that all its rows are made of. */
final class Canvas {

  static final int TEXT_WIDTH = 560;
  private static final int FIRST = 112;
  private static final int STEP = 26;
  private static final int HEAD = 22;
  private static final int LANE = 6;

  private final List<String> names;
  final int text;
  final int sandbox;
  final int width;

  Canvas(List<String> names) {
    this.names = names;
    this.text = client(names.size() - 1) + 14;
    this.sandbox = text + TEXT_WIDTH;
    this.width = sandbox + Step.LANES * LANE + 14;
  }

  int client(int index) {
    return FIRST + index * STEP;
  }

  int headHeight() {
    return names.size() * HEAD + 10;
  }

  /** The names at the upper ends of the lifelines, as a staircase. */
  String heads() {
    StringBuilder heads = new StringBuilder();
    int bottom = headHeight();
    for (int i = 0; i < names.size(); i++) {
      String name = Markup.cut(names.get(i), 40);
      heads.append(head(client(i), i * HEAD + 2, name, 12)).append(lifeline(client(i), i, bottom));
    }
    int last = names.size() - 1;
    return heads
        .append(head(sandbox, last * HEAD + 2, "sandbox", 34))
        .append(lifeline(sandbox, last, bottom))
        .toString();
  }

  private static String lifeline(int x, int row, int bottom) {
    return line("life", x, row * HEAD + 20, x, bottom);
  }

  private static String head(int x, int y, String name, int left) {
    int size = 2 * 8 + (int) (Markup.width(name) * 7.3);
    return rect("head", x - left, y, size, 18) + text("name", x - left + 8, y + 13, name);
  }

  /** The lifelines through a row. */
  String lifelines(String style, int from, int to) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      lines.append(line(style, client(i), from, client(i), to));
    }
    return lines.append(line(style, sandbox, from, sandbox, to)).toString();
  }

  /** The calls in flight through a part of a row. */
  String flights(BitSet lanes, int from, int to) {
    StringBuilder bars = new StringBuilder();
    lanes.stream().forEach(lane -> bars.append(rect("flight", lane(lane) - 2, from, 5, to - from)));
    return bars.toString();
  }

  int lane(int lane) {
    return sandbox + lane * LANE;
  }

  static String line(String style, int x1, int y1, int x2, int y2) {
    return "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>"
        .formatted(style, x1, y1, x2, y2);
  }

  static String rect(String style, int x, int y, int width, int height) {
    return "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
        .formatted(style, x, y, width, height);
  }

  static String text(String style, int x, int y, String raw) {
    return "<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>"
        .formatted(style, x, y, Markup.text(raw));
  }
}
