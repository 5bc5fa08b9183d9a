package io.github.bigidtestkit.benchmark.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table that is printed, and the files that stay. */
final class Report {

  private static final int ONE = 20;
  private static final int WIDTH = 2 * ONE;

  private final List<Ratio> ratios = new ArrayList<>();
  private final List<String> values = new ArrayList<>();
  private final Path target;

  Report(Path target) {
    this.target = target;
  }

  void add(Series series) {
    series.ratios().forEach(this::add);
    if (series.measure().equals("class-path")) {
      addSize(series);
    }
    series
        .values()
        .forEach(
            (label, list) -> {
              for (int round = 0; round < list.size(); round++) {
                values.add(
                    String.format(
                        Locale.ROOT,
                        "%s,%s,%d,%.3f,%s",
                        series.measure(),
                        label,
                        round,
                        list.get(round),
                        series.unit()));
              }
            });
  }

  private void add(Ratio ratio) {
    ratios.add(ratio);
    System.out.println(line(ratio));
  }

  /** An absolute value among the ratios: the size of our own class path has a goal too. */
  private void addSize(Series series) {
    double size = series.values().get(Series.OURS).get(0);
    add(new Ratio(series.measure(), Series.OURS, "MB", size, 1, size, size, size));
  }

  static String heading() {
    return String.format(
        "%-20s %-14s %12s %12s %-8s %7s  %-17s %s",
        "measure", "peer", "ours", "peer's", "", "ratio", "spread", "0   |   1");
  }

  private static String line(Ratio ratio) {
    return String.format(
        Locale.ROOT,
        "%-20s %-14s %,12.1f %,12.1f %-8s %7.3f  %7.3f – %-7.3f %s %s",
        ratio.measure(),
        ratio.peer(),
        ratio.ours(),
        ratio.theirs(),
        ratio.unit(),
        ratio.ratio(),
        ratio.low(),
        ratio.high(),
        bar(ratio.ratio()),
        Goals.verdict(ratio));
  }

  /** Full width is twice as much as the peer; the mark is where both are the same. */
  private static String bar(double ratio) {
    StringBuilder bar = new StringBuilder();
    long filled = Math.min(WIDTH, Math.max(1, Math.round(ratio * ONE)));
    for (int i = 0; i < WIDTH; i++) {
      bar.append(i < filled ? '#' : i == ONE ? '|' : ' ');
    }
    return bar.append(ratio > 2 ? '>' : ' ').toString();
  }

  /** The goals once more, all together. */
  void printGoals() {
    System.out.println("\nGoals");
    ratios.stream()
        .filter(ratio -> !Goals.verdict(ratio).isEmpty())
        .forEach(
            ratio ->
                System.out.printf(
                    Locale.ROOT,
                    "  %-12s %-14s %7.3f  %s%n",
                    ratio.measure(),
                    ratio.peer(),
                    ratio.ratio(),
                    Goals.verdict(ratio)));
  }

  void write() throws IOException {
    List<String> lines = new ArrayList<>(List.of("measure,peer,ratio,low,high"));
    ratios.forEach(ratio -> lines.add(ratio.csv()));
    Files.write(target.resolve("ratios.csv"), lines);
    List<String> all = new ArrayList<>(List.of("measure,server,round,value,unit"));
    all.addAll(values);
    Files.write(target.resolve("values.csv"), all);
  }
}
