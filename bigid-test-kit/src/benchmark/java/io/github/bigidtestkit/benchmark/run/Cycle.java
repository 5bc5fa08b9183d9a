package io.github.bigidtestkit.benchmark.run;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Warm start, login and stop; and for the kit, putting back instead. */
final class Cycle {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Duration LIFE = Duration.ofSeconds(120);

  private final Options options;
  private final Series cycle = new Series("cycle", "µs");
  private final Series start = new Series("cycle-start", "µs");
  private final Series call = new Series("cycle-call", "µs");
  private final Series stop = new Series("cycle-stop", "µs");
  private final Series reset = new Series("reset", "µs");

  Cycle(Options options) {
    this.options = options;
  }

  /** Two JVMs of each, one after the other, since no two JVMs compile the same. */
  List<Series> measure() {
    for (int fork = 0; fork < options.rounds(2, 1); fork++) {
      Map<Contender, Jvm> jvms = new EnumMap<>(Contender.class);
      try {
        for (Contender contender : Contender.all(options)) {
          Jvm jvm = Jvm.start(contender.classPath(options), "Worker", LIFE, contender.className());
          jvms.put(contender, jvm);
          warmUp(contender, jvm);
        }
        Rounds.run(
            options.rounds(10, 4),
            LIMIT,
            Contender.all(options),
            contender -> turn(contender, jvms.get(contender)));
      } finally {
        jvms.values().forEach(Jvm::close);
      }
    }
    return List.of(cycle, start, call, stop, reset);
  }

  private void warmUp(Contender contender, Jvm jvm) {
    long end = System.nanoTime() + Duration.ofMillis(options.rounds(2500, 800)).toNanos();
    while (System.nanoTime() < end) {
      jvm.tell("cycles 20");
    }
    if (contender == Contender.OURS) {
      jvm.tell("resets 2000");
    }
  }

  private void turn(Contender contender, Jvm jvm) {
    String[] parts =
        jvm.tell("cycles " + (contender == Contender.WIREMOCK ? 40 : 150)).split(" ", -1);
    double[] micros = new double[3];
    for (int i = 0; i < micros.length; i++) {
      micros[i] = Double.parseDouble(parts[i]) / 1e3;
    }
    double sum = micros[0] + micros[1] + micros[2];
    cycle.add(contender, sum);
    start.add(contender, micros[0]);
    call.add(contender, micros[1]);
    stop.add(contender, micros[2]);
    if (contender == Contender.OURS) {
      reset.add(Series.SUBJECT, Double.parseDouble(jvm.tell("resets 300")) / 1e3);
      reset.add(Series.OURS, sum);
    }
  }
}
