package io.github.bigidtestkit.benchmark.run;

import java.time.LocalDate;

/** Where and when the figures came about. */
final class Machine {

  private Machine() {}

  static String description() {
    return "%s, %s %s, %s processors, %s %s, JDK %s"
        .formatted(
            LocalDate.now(),
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.arch"),
            System.getProperty("java.vm.name"),
            Runtime.version());
  }
}
