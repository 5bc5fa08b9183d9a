package io.github.bigidtestkit.benchmark.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fresh JVMs up to the first login, and what they have become by then. */
final class Cold {

  private static final Duration LIMIT = Duration.ofSeconds(70);
  private static final Duration LAUNCH = Duration.ofSeconds(30);

  /** What is added to the name of a measure that was taken of the jar {@code all}. */
  private static final String OF_ALL = "-all";

  /** One JVM to launch: of a contender, with its usual class path or, of ours, the jar with all. */
  private record Turn(Contender contender, List<Path> classPath, boolean all) {}

  private final Options options;
  private final Map<String, Series> series = new LinkedHashMap<>();

  Cold(Options options) {
    this.options = options;
    series("cold", "ms");
    series("cold-process", "ms");
    series("cold-cpu", "ms");
    series("rss", "MB");
    series("threads", "");
    series("descriptors", "");
    series("cold" + OF_ALL, "ms");
    series("rss" + OF_ALL, "MB");
  }

  private void series(String measure, String unit) {
    series.put(measure, new Series(measure, unit));
  }

  List<Series> measure() {
    List<Turn> turns = new ArrayList<>();
    for (Contender contender : Contender.values()) {
      turns.add(new Turn(contender, contender.classPath(options.target()), false));
    }
    turns.add(
        new Turn(
            Contender.OURS,
            Contender.OURS.with(
                options.target(), Contender.jars(options.target().resolve("lib/ours-all"))),
            true));
    Rounds.run(1, LIMIT, turns, this::launch);
    series.values().forEach(measured -> measured.values().clear());
    Rounds.run(options.rounds(17, 4), LIMIT, turns, this::launch);
    return List.copyOf(series.values());
  }

  private void launch(Turn turn) {
    long begun = System.nanoTime();
    try (Jvm jvm = Jvm.start(turn.classPath(), "ColdStart", LAUNCH, turn.contender().className())) {
      double cold = Double.parseDouble(jvm.line("cold")) / 1e6;
      double process = (System.nanoTime() - begun) / 1e6;
      add(turn, "cold", cold);
      add(turn, "cold-process", process);
      for (String line : jvm.rest()) {
        String[] words = line.split(" ", -1);
        double value = Double.parseDouble(words[1]);
        switch (words[0]) {
          case "cpu" -> add(turn, "cold-cpu", value / 1e6);
          case "rss" -> add(turn, "rss", value / 1024);
          case "threads", "descriptors" -> add(turn, words[0], value);
          default -> {}
        }
      }
    }
  }

  /** Ours with the jar {@code all} is held against the same values of the peers. */
  private void add(Turn turn, String measure, double value) {
    if (!turn.all()) {
      series.get(measure).add(turn.contender(), value);
    }
    Series ofAll = series.get(measure + OF_ALL);
    if (ofAll != null && turn.all() == (turn.contender() == Contender.OURS)) {
      ofAll.add(turn.contender(), value);
    }
  }
}
