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
  BEFORE("before", "ours.OurServer"),
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

  /** All of them; an older kit only if there is one. */
  static List<Contender> all(Options options) {
    return Stream.of(values())
        .filter(contender -> contender != BEFORE || options.before() != null)
        .toList();
  }

  /** What a user of this server has on the class path for it, as Maven orders it; not JUnit. */
  List<Path> libraries(Options options) {
    if (this == BEFORE) {
      return List.of(options.before());
    }
    Path folder = options.target().resolve("lib").resolve(label);
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
  List<Path> classPath(Options options) {
    Path modules = options.target().resolve("modules");
    List<Path> path = new ArrayList<>(jars(modules.resolve("benchmark-common")));
    if (this == BEFORE) {
      path.add(OlderKit.classes(options));
    } else {
      path.addAll(jars(modules.resolve("benchmark-" + label)));
    }
    path.addAll(libraries(options));
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
