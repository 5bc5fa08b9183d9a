package io.github.bigidtestkit.budget;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** The jars that a user of the kit gets with it, as Maven resolved them. */
final class RuntimeJars {

  private static final Path CLASSES = Path.of("target", "classes");

  private RuntimeJars() {}

  static List<Path> all() {
    Path list = Path.of("target", "runtime-class-path.txt");
    try {
      return Stream.of(Files.readString(list).strip().split(File.pathSeparator, -1))
          .map(Path::of)
          .toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(
          "Maven writes this file before the tests: mvn process-test-resources", missing);
    }
  }

  static long bytes() {
    return all().stream().mapToLong(jar -> jar.toFile().length()).sum();
  }

  /** Those whose classes are named by the kit's, or by those of another such jar. */
  static Set<String> named() {
    StringWriter out = new StringWriter();
    String path = String.join(File.pathSeparator, all().stream().map(Path::toString).toList());
    ToolProvider.findFirst("jdeps")
        .orElseThrow()
        .run(
            new PrintWriter(out),
            new PrintWriter(out),
            "-s",
            "-R",
            "--multi-release",
            "17",
            "-cp",
            path,
            CLASSES.toString());
    Set<String> names = new TreeSet<>();
    for (String line : out.toString().split("\\R", -1)) {
      if (line.endsWith(".jar")) {
        names.add(artifact(line.substring(line.lastIndexOf(File.separatorChar) + 1)));
      }
    }
    return names;
  }

  /** A jar's name without its version. */
  static String artifact(String jar) {
    return Pattern.compile("-\\d.*").matcher(jar).replaceFirst("");
  }
}
