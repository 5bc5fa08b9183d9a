package io.github.bigidtestkit.benchmark.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Who is measured; the kit first, and what it is compared with. */
enum Contender {
  OURS("ours", "ours.OurServer"),
  MOCKWEBSERVER("mockwebserver", "mockwebserver.MockWebServerServer"),
  WIREMOCK("wiremock", "wiremock.WireMockTestServer"),
  MOCK_OAUTH2("mock-oauth2", "oauth2.MockOAuth2TestServer"),
  UNDERTOW("undertow", "undertow.UndertowServer"),
  JDK("jdk", "child.JdkServer"),
  FLOOR("floor", "child.FloorServer");

  private final String label;
  private final String className;

  Contender(String label, String className) {
    this.label = label;
    this.className = "io.github.bigidtestkit.benchmark." + className;
  }

  String label() {
    return label;
  }

  String className() {
    return className;
  }

  /** What a user of this server has on the class path for it, as Maven orders it; not JUnit. */
  List<Path> libraries(Path target) {
    Path folder = target.resolve("lib").resolve(label);
    List<Path> libraries = new ArrayList<>(jars(folder));
    List<String> order = order(folder.resolve("order.txt"));
    libraries.sort(Comparator.comparingInt(jar -> order.indexOf(jar.getFileName().toString())));
    return libraries;
  }

  private static List<String> order(Path file) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return Arrays.stream(Files.readString(file).split("\\|", -1))
          .map(jar -> Path.of(jar.strip()).getFileName().toString())
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The few classes of the benchmark and the libraries, in the order of test classes in Maven. */
  List<Path> classPath(Path target) {
    return with(target, libraries(target));
  }

  /** The same with other libraries. */
  List<Path> with(Path target, List<Path> libraries) {
    List<Path> path = new ArrayList<>(jars(target.resolve("modules/benchmark-common")));
    path.addAll(jars(target.resolve("modules/benchmark-" + label)));
    path.addAll(libraries);
    return path;
  }

  static List<Path> jars(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
