package io.github.bigidtestkit.benchmark.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A thousand classes with a sandbox each: does the last one cost more than the first? */
final class Scale {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration LAUNCH = Duration.ofSeconds(90);
  private static final int PART = 200;
  private static final int FORKS = 4;

  private final Options options;
  private final int count;
  private final Series time = new Series("scale-time", "ms");
  private final Series heap = new Series("scale-heap", "MB");
  private final Series forks = new Series("scale-forks", "ms");

  Scale(Options options) {
    this.options = options;
    this.count = options.rounds(1000, 400);
  }

  List<Series> measure() {
    TestClasses classes = TestClasses.of(options, "ours.OurClass", Contender.OURS, count);
    Rounds.run(
        3,
        LIMIT,
        List.of(classes),
        all -> {
          inOneJvm(all);
          inForks(all);
        });
    return List.of(time, heap, forks);
  }

  private void inOneJvm(TestClasses classes) {
    try (Jvm jvm = start(classes, 0, count, PART)) {
      double whole = Double.parseDouble(jvm.line("suite")) / 1e6;
      double[] each = Suite.millis(jvm.line("classes"));
      double[] heaps =
          Arrays.stream(jvm.line("heaps").split(" ", -1))
              .mapToDouble(Double::parseDouble)
              .toArray();
      time.add(Series.SUBJECT, Ratio.median(Arrays.copyOfRange(each, count - PART, count)));
      time.add(Series.OURS, Ratio.median(Arrays.copyOfRange(each, 0, PART)));
      heap.add(Series.SUBJECT, heaps[heaps.length - 1] / 1e6);
      heap.add(Series.OURS, heaps[0] / 1e6);
      forks.add(Series.OURS, whole);
    }
  }

  private void inForks(TestClasses classes) {
    long begun = System.nanoTime();
    List<Jvm> jvms = new ArrayList<>();
    try {
      for (int fork = 0; fork < FORKS; fork++) {
        jvms.add(start(classes, fork * count / FORKS, (fork + 1) * count / FORKS, 0));
      }
      jvms.forEach(jvm -> jvm.line("suite"));
      forks.add(Series.SUBJECT, (System.nanoTime() - begun) / 1e6);
    } finally {
      jvms.forEach(Jvm::close);
    }
  }

  private static Jvm start(TestClasses classes, int from, int to, int heapEvery) {
    return Jvm.start(
        classes.classPath(),
        "SuiteRun",
        LAUNCH,
        classes.name(),
        "" + from,
        "" + to,
        "" + heapEvery);
  }
}
