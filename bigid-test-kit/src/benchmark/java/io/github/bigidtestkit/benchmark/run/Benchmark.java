package io.github.bigidtestkit.benchmark.run;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Runs the measures one after the other and reports each as soon as it is there. */
public final class Benchmark {

  private final Options options;
  private final Report report = new Report();

  private Benchmark(Options options) {
    this.options = options;
  }

  public static void main(String[] args) throws IOException {
    Benchmark benchmark = new Benchmark(Options.of(args));
    System.out.println(Machine.description());
    System.out.println(Report.heading());
    benchmark.run();
    benchmark.report.write(benchmark.options.target());
  }

  private void run() {
    measure(() -> new Cold(options).measure(), "cold", "rss");
    measure(() -> new Cycle(options).measure(), "cycle", "reset");
    measure(() -> new Throughput(options).measure(), "throughput");
  }

  private void measure(Supplier<List<Series>> measure, String... names) {
    if (Arrays.stream(names).anyMatch(options::wants)) {
      long begun = System.nanoTime();
      measure.get().forEach(report::add);
      System.out.println("  in " + (System.nanoTime() - begun) / 1_000_000_000 + " s");
    }
  }
}
