package io.github.bigidtestkit.benchmark.run;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fresh JVMs up to the first login, and what they have become by then. */
final class Cold {

  private static final Duration LIMIT = Duration.ofSeconds(70);
  private static final Duration LAUNCH = Duration.ofSeconds(30);

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
  }

  private void series(String measure, String unit) {
    series.put(measure, new Series(measure, unit));
  }

  List<Series> measure() {
    Rounds.run(1, LIMIT, Contender.all(options), this::launch);
    series.values().forEach(measured -> measured.values().clear());
    Rounds.run(options.rounds(17, 4), LIMIT, Contender.all(options), this::launch);
    return List.copyOf(series.values());
  }

  private void launch(Contender contender) {
    long begun = System.nanoTime();
    try (Jvm jvm =
        Jvm.start(contender.classPath(options), "ColdStart", LAUNCH, contender.className())) {
      double cold = Double.parseDouble(jvm.line("cold")) / 1e6;
      double process = (System.nanoTime() - begun) / 1e6;
      add(contender, "cold", cold);
      add(contender, "cold-process", process);
      for (String line : jvm.rest()) {
        String[] words = line.split(" ", -1);
        double value = Double.parseDouble(words[1]);
        switch (words[0]) {
          case "cpu" -> add(contender, "cold-cpu", value / 1e6);
          case "rss" -> add(contender, "rss", value / 1024);
          case "threads", "descriptors" -> add(contender, words[0], value);
          default -> {}
        }
      }
    }
  }

  private void add(Contender contender, String measure, double value) {
    series.get(measure).add(contender, value);
  }
}
