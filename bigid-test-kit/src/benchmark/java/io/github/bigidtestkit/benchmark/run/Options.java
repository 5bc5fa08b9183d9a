package io.github.bigidtestkit.benchmark.run;

import java.nio.file.Path;
import java.util.Set;

/**
 * What was asked for.
 *
 * @param target the folder of the class paths and the results
 * @param sources the folder of the benchmark's sources
 * @param quick whether few rounds do
 * @param only which measures to run; empty for all
 * @param before the jar of an older kit that is measured too; null for none
 */
record Options(Path target, Path sources, boolean quick, Set<String> only, Path before) {

  static Options of(String[] args) {
    String only = args[3].substring("only=".length());
    String before = args[4].substring("before=".length());
    return new Options(
        Path.of(args[0]).normalize(),
        Path.of(args[1]).normalize(),
        !args[2].equals("quick=false"),
        only.isBlank() ? Set.of() : Set.of(only.split(",", -1)),
        before.isBlank() ? null : Path.of(before));
  }

  boolean wants(String measure) {
    return only.isEmpty() || only.contains(measure);
  }

  int rounds(int full, int few) {
    return quick ? few : full;
  }
}
