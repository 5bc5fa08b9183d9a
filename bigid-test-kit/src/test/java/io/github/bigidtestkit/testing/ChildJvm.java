package io.github.bigidtestkit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM that has seen no sandbox yet. */
public final class ChildJvm {

  private ChildJvm() {}

  /** Runs a main class, which must end by itself with exit code 0, and gives what it printed. */
  public static String run(Class<?> main, List<String> options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    Process jvm = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      String printed = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(jvm.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(jvm.exitValue()).as(printed).isZero();
      return printed;
    } finally {
      jvm.destroyForcibly();
    }
  }
}
