package io.github.bigidtestkit.benchmark.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** Where, when and with what the figures came about. */
final class Machine {

  private Machine() {}

  static String description(Options options) {
    return "%s%n%s, %s %s, %s, %s processors, %s %s%n%s%n"
        .formatted(
            options.quick() ? "QUICK: for a first look only" : "Full run",
            LocalDate.now(),
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch"),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("java.vm.name"),
            Runtime.version(),
            versions(options));
  }

  /** The jar that gives each its version. */
  private static String versions(Options options) {
    return Contender.all(options).stream()
        .flatMap(contender -> contender.libraries(options).stream())
        .map(Path::getFileName)
        .map(Path::toString)
        .filter(
            jar -> jar.matches("(bigid|undertow-core|mockwebserver3-\\d|wiremock-|mock-oauth).*"))
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
