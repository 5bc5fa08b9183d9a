package io.github.bigidtestkit.benchmark.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Calls a second of servers in JVMs of their own; the load comes from this JVM. */
final class Throughput {

  private static final Duration LIMIT = Duration.ofSeconds(35);
  private static final Duration LIFE = Duration.ofSeconds(300);

  private record Running(Jvm jvm, int port, byte[] login, byte[] refresh) {}

  private final Options options;
  private final Map<String, Series> series = new LinkedHashMap<>();

  Throughput(Options options) {
    this.options = options;
  }

  List<Series> measure() {
    Map<Contender, Running> running = new EnumMap<>(Contender.class);
    try {
      for (Contender contender : Contender.all(options)) {
        running.put(contender, start(contender));
        warmUp(running.get(contender));
      }
      Rounds.run(
          options.rounds(14, 3),
          LIMIT,
          Contender.all(options),
          contender -> turn(contender, running.get(contender)));
    } finally {
      running.values().forEach(server -> server.jvm().close());
    }
    return List.copyOf(series.values());
  }

  private Running start(Contender contender) {
    Jvm jvm = Jvm.start(contender.classPath(options), "Worker", LIFE, contender.className());
    String[] words = jvm.tell("serve").split(" ", -1);
    HexFormat hex = HexFormat.of();
    return new Running(
        jvm, Integer.parseInt(words[0]), hex.parseHex(words[1]), hex.parseHex(words[2]));
  }

  private void warmUp(Running server) {
    warmUp(server, server.refresh(), options.rounds(9, 3));
    warmUp(server, server.login(), options.rounds(3, 2));
  }

  /** Until three seconds in a row have brought no more than those before. */
  private static void warmUp(Running server, byte[] call, int seconds) {
    double best = 0;
    int since = 0;
    for (int second = 0; second < seconds && since < 3; second++) {
      double now = run(server, call, 32, 1000, true).perSecond();
      since = now > 1.03 * best ? 0 : since + 1;
      best = Math.max(best, now);
    }
  }

  private void turn(Contender contender, Running server) {
    int millis = 250; // short, and often: a pause of the machine spoils one turn, not the median
    record(contender, "32", run(server, server.refresh(), 32, millis, false), "throughput");
    record(contender, "1", run(server, server.refresh(), 1, millis / 2, false), "throughput-1");
    record(contender, "login-32", run(server, server.login(), 32, millis, false), "login-32");
    Load.Result prompt = run(server, server.refresh(), 32, millis / 2, true);
    add(contender, "throughput-quickack", "calls/s", prompt.perSecond());
  }

  private void record(Contender contender, String suffix, Load.Result result, String measure) {
    add(contender, measure, "calls/s", result.perSecond());
    add(contender, "p50-" + suffix, "µs", result.p50());
    add(contender, "p99-" + suffix, "µs", result.p99());
  }

  private void add(Contender contender, String measure, String unit, double value) {
    series.computeIfAbsent(measure, key -> new Series(key, unit)).add(contender, value);
  }

  private static Load.Result run(
      Running server, byte[] request, int connections, long millis, boolean quickAck) {
    try (Load load = new Load(server.port(), request, connections, quickAck)) {
      return load.run(millis);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
