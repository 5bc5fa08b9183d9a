package io.github.bigidtestkit.benchmark.run;

import java.nio.file.Path;
import java.util.List;

/** How many jars and bytes a user's class path grows by. */
final class ClassPath {

  private final Options options;

  ClassPath(Options options) {
    this.options = options;
  }

  /** Nothing of those that bring no jar. */
  List<Series> measure() {
    Series jars = new Series("class-path-jars", "");
    Series size = new Series("class-path", "MB");
    for (Contender contender : Contender.all(options)) {
      List<Path> libraries = contender.libraries(options);
      if (!libraries.isEmpty()) {
        jars.add(contender, libraries.size());
        size.add(contender, libraries.stream().mapToLong(jar -> jar.toFile().length()).sum() / 1e6);
      }
    }
    return List.of(jars, size);
  }
}
