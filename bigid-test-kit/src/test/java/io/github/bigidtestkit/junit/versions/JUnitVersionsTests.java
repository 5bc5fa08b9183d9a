package io.github.bigidtestkit.junit.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs all tests of the extension with versions of JUnit that they were not compiled with.
 *
 * <p>Maven puts those into a folder before it runs the tests. {@code -Djunit-versions.java-home=…}
 * names another JDK than the one that runs this.
 */
class JUnitVersionsTests {

  private static final Path FOLDER = Path.of("target", "junit-versions");

  private static final Path TESTS =
      Path.of("target", "test-classes", "io", "github", "bigidtestkit", "junit");

  private static final Path RUNNING_JDK = Path.of(System.getProperty("java.home"));

  private static final Path JDK =
      Path.of(System.getProperty("junit-versions.java-home", RUNNING_JDK.toString()));

  private static final Pattern COUNT = Pattern.compile("\\[ +(\\d+) tests (\\w+) +\\]");

  /** As many as share the processors without waiting for each other. */
  private static final int AT_A_TIME = 2;

  @TestFactory
  Stream<DynamicTest> all_tests_of_the_extension_pass() throws IOException {
    assertThat(FOLDER).as("Maven fills it: mvn generate-test-resources").isDirectory();
    ExecutorService pool = Executors.newFixedThreadPool(AT_A_TIME);
    Map<String, Future<String>> runs = new TreeMap<>();
    for (Path folder : in(FOLDER, "*")) {
      String version = folder.getFileName().toString();
      if (!version.equals(JUnitVersion.running()) || !JDK.equals(RUNNING_JDK)) {
        runs.put(version, pool.submit(() -> run(version)));
      }
    }
    return runs.entrySet().stream()
        .map(run -> dynamicTest("with JUnit " + run.getKey(), () -> report(run)))
        .onClose(pool::shutdownNow);
  }

  private static void report(Map.Entry<String, Future<String>> run) throws Exception {
    String counts = run.getValue().get(15, TimeUnit.MINUTES);
    System.out.printf("JUnit %s on %s: tests %s%n", run.getKey(), JDK.getFileName(), counts);
  }

  /** Says how many tests ran. */
  private static String run(String version) throws IOException, InterruptedException {
    Path log = FOLDER.resolveSibling("junit-versions-" + version + ".log");
    Process jvm =
        new ProcessBuilder(command(version))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertThat(jvm.waitFor(5, TimeUnit.MINUTES)).as("ends within five minutes").isTrue();
    } finally {
      jvm.destroyForcibly();
    }
    String printed = Files.readString(log);
    assertThat(jvm.exitValue()).as(printed).isZero();
    return COUNT
        .matcher(printed)
        .results()
        .filter(count -> !count.group(1).equals("0"))
        .map(count -> count.group(1) + " " + count.group(2))
        .collect(Collectors.joining(", "));
  }

  private static List<String> command(String version) throws IOException {
    List<String> command =
        List.of(
            JDK.resolve(Path.of("bin", "java")).toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath(version),
            "org.junit.platform.console.ConsoleLauncher",
            "execute",
            "--include-engine=junit-jupiter",
            "--disable-banner",
            "--disable-ansi-colors",
            "--details=summary");
    return Stream.concat(command.stream(), suites().map(suite -> "--select-class=" + suite))
        .toList();
  }

  /** By name, since a search of the packages would leave out what can't be loaded. */
  private static Stream<String> suites() throws IOException {
    List<String> suites = new ArrayList<>();
    for (String part : List.of("", "lifecycle", "misuse")) {
      for (Path file : in(TESTS.resolve(part), "*Tests.class")) {
        String name = Path.of("target", "test-classes").relativize(file).toString();
        suites.add(name.replace(".class", "").replace(File.separatorChar, '.'));
      }
    }
    return suites.stream();
  }

  /** The class path of this JVM with other jars of JUnit. */
  private static String classPath(String version) throws IOException {
    Stream<String> others =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("junit-"));
    return Stream.concat(others, in(FOLDER.resolve(version), "*.jar").stream().map(Path::toString))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static List<Path> in(Path folder, String glob) throws IOException {
    List<Path> found = new ArrayList<>();
    try (var entries = Files.newDirectoryStream(folder, glob)) {
      entries.forEach(found::add);
    }
    return found;
  }
}
