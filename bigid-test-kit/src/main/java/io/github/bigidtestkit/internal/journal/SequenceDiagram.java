package io.github.bigidtestkit.internal.journal;

import io.github.bigidtestkit.journal.Exchange;
import java.util.ArrayList;
import java.util.List;

/**
 * Exchanges as a sequence diagram in SVG: clients at the left, the sandbox at the right, real time
 * downwards. It comes in sheets that fit a printed page, each with the names at its head.
 */
final class SequenceDiagram {

  /** What still fits on a page in portrait once the page's width is fitted. */
  private static final int SHEET = 880;

  private static final int ROOM_FOR_ANSWER = 100;

  private final Lifelines lifelines;
  private final Canvas canvas;
  private final List<Step> steps;

  private SequenceDiagram(List<Exchange> exchanges) {
    this.lifelines = Lifelines.of(exchanges);
    this.canvas = new Canvas(lifelines.names());
    this.steps = Step.of(exchanges);
  }

  /** The sheets, one below the other; for at least one exchange. */
  static String of(List<Exchange> exchanges) {
    return new SequenceDiagram(exchanges).sheets();
  }

  private String sheets() {
    StringBuilder sheets = new StringBuilder();
    List<Step> sheet = new ArrayList<>();
    StringBuilder drawing = new StringBuilder();
    int number = 1;
    int y = canvas.headHeight();
    for (Step step : steps) {
      Row row = row(step);
      if (!sheet.isEmpty() && endsAt(y, row, step)) {
        sheets.append(sheet(number++, sheet, drawing, y));
        sheet.clear();
        drawing.setLength(0);
        y = canvas.headHeight();
      }
      sheet.add(step);
      drawing.append("<g transform=\"translate(0 %s)\">%s</g>\n".formatted(y, row.drawing()));
      y += row.height();
    }
    return sheets.append(sheet(number, sheet, drawing, y)).toString();
  }

  /** Rather before a call, when no other is in flight, than when the sheet is full. */
  private static boolean endsAt(int y, Row next, Step step) {
    boolean quiet = !step.answer() && step.before().isEmpty();
    return y + next.height() > (quiet ? SHEET - ROOM_FOR_ANSWER : SHEET);
  }

  private Row row(Step step) {
    int client = lifelines.indexOf(step.exchange().user());
    if (step.answer()) {
      return Row.answer(canvas, step, client);
    }
    Row call = Row.call(canvas, step, client);
    Pause pause = step.pause();
    return pause == null ? call : Row.pause(canvas, pause, step.before()).then(call);
  }

  private String sheet(int number, List<Step> sheet, CharSequence drawing, int height) {
    long first = sheet.stream().mapToLong(s -> s.exchange().number()).min().orElseThrow();
    long last = sheet.stream().mapToLong(s -> s.exchange().number()).max().orElseThrow();
    return """
        <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="t%1$s d%1$s" viewBox="0 0 %2$s %3$s" width="%2$s" height="%3$s">
        <title id="t%1$s">Sequence diagram of the calls %4$s to %5$s</title>
        <desc id="d%1$s">Arrows from %6$s to the sandbox and back. The table below says the same.</desc>
        %7$s
        %8$s</svg>
        """
        .formatted(
            number,
            canvas.width,
            height + 4,
            first,
            last,
            Markup.text(String.join(", ", lifelines.names())),
            canvas.heads(),
            drawing);
  }
}
