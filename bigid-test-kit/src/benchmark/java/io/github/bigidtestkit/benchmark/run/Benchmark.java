package io.github.bigidtestkit.benchmark.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Supplier;

/** Runs the measures one after the other and reports each as soon as it is there. */
public final class Benchmark {

  /** With the build before it, less than ten minutes. */
  private static final Duration LIMIT = Duration.ofSeconds(500);

  private final Options options;
  private final Report report;

  private Benchmark(Options options) {
    this.options = options;
    this.report = new Report(options.target());
  }

  public static void main(String[] args) {
    new Benchmark(Options.of(args)).run();
  }

  private void run() {
    Timer limit = new Timer("limit", true);
    limit.schedule(
        new TimerTask() {
          @Override
          public void run() {
            System.out.println("Ended after " + LIMIT.toSeconds() + " s: not all was measured.");
            Runtime.getRuntime().halt(1);
          }
        },
        LIMIT.toMillis());
    System.out.println(Machine.description(options));
    System.out.println(Report.heading());
    measure(() -> new ClassPath(options).measure(), "class-path");
    measure(() -> new Cold(options).measure(), "cold", "rss");
    measure(() -> new Cycle(options).measure(), "cycle", "reset");
    measure(() -> new Suite(options).measure(), "suite", "later-class");
    measure(() -> new Throughput(options).measure(), "throughput");
    measure(() -> new Scale(options).measure(), "scale");
    report.printGoals();
  }

  private void measure(Supplier<List<Series>> measure, String... names) {
    if (Arrays.stream(names).noneMatch(options::wants)) {
      return;
    }
    long begun = System.nanoTime();
    try {
      measure.get().forEach(report::add);
    } catch (IllegalStateException failed) {
      System.out.println("  NOT MEASURED: " + List.of(names) + ": " + failed.getMessage());
    }
    try {
      report.write();
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    System.out.println("  in " + (System.nanoTime() - begun) / 1_000_000_000 + " s");
  }
}
