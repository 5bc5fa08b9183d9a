package io.github.bigidtestkit.internal.journal;

import io.github.bigidtestkit.journal.Exchange;
import java.util.BitSet;

/**
 * A row of the diagram, drawn from y = 0 down.
 *
 * @param height in pixels
 * @param drawing its SVG
 */
record Row(int height, String drawing) {

  private static final int CALL_LETTERS = 72;

  /** The arrow of a call, with what is called and the token that is shown. */
  static Row call(Canvas canvas, Step step, int client) {
    Exchange e = step.exchange();
    String method = Markup.cut(e.method(), 12);
    String number = "#" + e.number();
    int left = CALL_LETTERS - method.length() - number.length();
    Caption caption =
        new Caption(canvas.text)
            .markup(
                "call",
                "<tspan class=\"soft\">%s</tspan> <tspan class=\"method\">%s</tspan> %s"
                    .formatted(
                        number,
                        Markup.text(method),
                        Markup.text(Markup.cut(Words.target(e), left))))
            .text("soft", Words.shown(e));
    int y = caption.bottom() + 6;
    int sandbox = canvas.lane(step.lane()) - 2;
    String arrow =
        Canvas.line("arrow", canvas.client(client), y, sandbox - 6, y)
            + head("tip", sandbox, y, -9)
            + Canvas.text("time", 6, 13, Words.time(e.at()));
    return row(canvas, step, caption, y + 6, arrow);
  }

  /** The arrow of an answer, with how the call ended, why, and the token that was issued. */
  static Row answer(Canvas canvas, Step step, int client) {
    Exchange e = step.exchange();
    Ending ending = Ending.of(e);
    Caption caption =
        new Caption(canvas.text)
            .markup(
                "ending",
                "<tspan class=\"soft\">#%s</tspan> <tspan class=\"%s\">%s %s</tspan> <tspan class=\"soft\">%s</tspan>"
                    .formatted(
                        e.number(), ending.style, ending.symbol, Words.outcome(e), Words.took(e)));
    Words.reasons(e).forEach(reason -> caption.text("reason " + ending.style, reason));
    caption.text("token", Words.issued(e));
    int y = caption.bottom() + 6;
    int x = canvas.client(client);
    int sandbox = canvas.lane(step.lane()) - 2;
    String style = "arrow " + ending.style;
    String arrow =
        ending == Ending.NO_ANSWER
            ? Canvas.line(style, canvas.text + 40, y, sandbox, y)
                + cross(style, canvas.text + 34, y)
            : Canvas.line(style, x + 6, y, sandbox, y) + head("tip " + ending.style, x, y, 9);
    return row(canvas, step, caption, y + 18, arrow);
  }

  /** The time that passed by the sandbox clock before a call. */
  static Row pause(Canvas canvas, Pause pause, BitSet flights) {
    int height = 44;
    String drawing =
        canvas.lifelines("life gap", 0, height)
            + canvas.flights(flights, 0, height)
            + "<rect class=\"pause\" x=\"4\" y=\"6\" width=\"%s\" height=\"26\" rx=\"13\"/>"
                .formatted(canvas.width - 8)
            + "<text class=\"span\" x=\"%s\" y=\"24\">%s <tspan class=\"soft\">%s</tspan></text>"
                .formatted(canvas.text, pause.label(), pause.cause());
    return new Row(height, drawing);
  }

  /** Another row right below this one, the two not to be parted. */
  Row then(Row next) {
    return new Row(
        height + next.height,
        drawing + "<g transform=\"translate(0 %s)\">%s</g>".formatted(height, next.drawing));
  }

  private static Row row(Canvas canvas, Step step, Caption caption, int height, String arrow) {
    int y = caption.bottom() + 6;
    return new Row(
        height,
        canvas.lifelines("life", 0, height)
            + canvas.flights(step.before(), 0, y)
            + canvas.flights(step.after(), y, height)
            + caption.drawing()
            + arrow);
  }

  private static String head(String style, int x, int y, int back) {
    return "<path class=\"%s\" d=\"M%s %sl%s -5v10z\"/>".formatted(style, x, y, back);
  }

  private static String cross(String style, int x, int y) {
    return "<path class=\"%s\" d=\"M%s %sl12 12m0 -12l-12 12\"/>".formatted(style, x - 6, y - 6);
  }
}
