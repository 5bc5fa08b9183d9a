package io.github.bigidtestkit.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM that has seen no sandbox yet. */
final class Child {

  private Child() {}

  /** All that it prints, line by line, with the class path of this JVM. */
  static List<String> run(Class<?> main, List<String> arguments, String... flags) {
    return run(System.getProperty("java.class.path"), main, arguments, flags);
  }

  /** The same with nothing on the class path but the kit and these tests. */
  static List<String> runAlone(Class<?> main, String... flags) {
    String path = Jars.kit() + File.pathSeparator + Path.of("target", "test-classes");
    return run(path, main, List.of(), flags);
  }

  private static List<String> run(
      String classPath, Class<?> main, List<String> arguments, String... flags) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(List.of(flags));
    command.addAll(List.of("-cp", classPath, main.getName()));
    command.addAll(arguments);
    try {
      return output(new ProcessBuilder(command).redirectErrorStream(true).start());
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static List<String> output(Process jvm) throws IOException, InterruptedException {
    try {
      String printed = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(jvm.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(jvm.exitValue()).as(printed).isZero();
      return printed.lines().toList();
    } finally {
      jvm.destroyForcibly();
    }
  }

  /** The number in the line that begins so. */
  static long number(List<String> lines, String beginning) {
    return lines.stream()
        .filter(line -> line.startsWith(beginning))
        .mapToLong(line -> Long.parseLong(line.substring(beginning.length())))
        .findFirst()
        .orElseThrow();
  }
}
