package io.github.bigidtestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs all tests of this package with versions of JUnit that they were not compiled with. Maven
 * puts those into a folder before it runs the tests. {@code -Djunit-versions.java-home=…} names
 * another JDK than the one that runs this.
 */
class JUnitVersionsTests {

  private static final Path FOLDER = Path.of("target", "junit-versions");

  private static final Path RUNNING_JDK = Path.of(System.getProperty("java.home"));

  private static final Path JDK =
      Path.of(System.getProperty("junit-versions.java-home", RUNNING_JDK.toString()));

  private static final Pattern COUNT = Pattern.compile("\\[ +(\\d+) tests (\\w+) +\\]");

  @TestFactory
  Stream<DynamicTest> all_tests_of_this_package_pass() throws IOException {
    assertThat(FOLDER).as("Maven fills it: mvn generate-test-resources").isDirectory();
    return in(FOLDER, "*")
        .map(version -> version.getFileName().toString())
        .filter(version -> !version.equals(JUnitVersion.running()) || !JDK.equals(RUNNING_JDK))
        .sorted()
        .map(version -> DynamicTest.dynamicTest("with JUnit " + version, () -> run(version)));
  }

  private static void run(String version) throws IOException, InterruptedException {
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
    String counts =
        COUNT
            .matcher(printed)
            .results()
            .filter(count -> !count.group(1).equals("0"))
            .map(count -> count.group(1) + " " + count.group(2))
            .collect(Collectors.joining(", "));
    System.out.printf("JUnit %s on %s: tests %s%n", version, JDK.getFileName(), counts);
  }

  private static List<String> command(String version) throws IOException {
    List<String> command =
        List.of(
            JDK.resolve(Path.of("bin", "java")).toString(),
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

  /** By name, since what can't be loaded would be left out of a search of the package. */
  private static Stream<String> suites() throws IOException {
    String room = JUnitVersionsTests.class.getPackageName();
    return in(Path.of("target", "test-classes").resolve(room.replace('.', '/')), "*Tests.class")
        .map(file -> file.getFileName().toString().replace(".class", ""))
        .filter(name -> !name.equals(JUnitVersionsTests.class.getSimpleName()))
        .map(name -> room + "." + name);
  }

  /** The class path of this JVM with other jars of JUnit. */
  private static String classPath(String version) throws IOException {
    Stream<String> others =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("junit-"));
    return Stream.concat(others, in(FOLDER.resolve(version), "*.jar").map(Path::toString))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Stream<Path> in(Path folder, String glob) throws IOException {
    List<Path> found = new ArrayList<>();
    try (var entries = Files.newDirectoryStream(folder, glob)) {
      entries.forEach(found::add);
    }
    return found.stream();
  }
}
