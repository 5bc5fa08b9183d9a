package io.github.bigidtestkit.benchmark.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fresh JVMs up to the first login, and what they have become by then. */
final class Cold {

  private static final Duration LIMIT = Duration.ofSeconds(80);
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
    List<Contender> all = List.of(Contender.values());
    Rounds.run(1, LIMIT, all, contender -> launch(contender, new LinkedHashMap<>()));
    Rounds.run(options.rounds(17, 4), LIMIT, all, contender -> launch(contender, series));
    return List.copyOf(series.values());
  }

  private void launch(Contender contender, Map<String, Series> into) {
    List<Path> classPath = contender.classPath(options.target());
    long begun = System.nanoTime();
    try (Jvm jvm = Jvm.start(classPath, "ColdStart", LAUNCH, contender.className())) {
      double cold = Double.parseDouble(jvm.line("cold")) / 1e6;
      double process = (System.nanoTime() - begun) / 1e6;
      List<String> rest = jvm.rest();
      if (into.isEmpty()) {
        return;
      }
      into.get("cold").add(contender, cold);
      into.get("cold-process").add(contender, process);
      for (String line : rest) {
        String[] words = line.split(" ", -1);
        double value = Double.parseDouble(words[1]);
        switch (words[0]) {
          case "cpu" -> into.get("cold-cpu").add(contender, value / 1e6);
          case "rss" -> into.get("rss").add(contender, value / 1024);
          case "threads", "descriptors" -> into.get(words[0]).add(contender, value);
          default -> {}
        }
      }
    }
  }
}
