package io.github.bigidtestkit.benchmark.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.stream.Collectors;

/** A JVM of its own, with the flags that a JVM has by default. Ended when it outlives its limit. */
final class Jvm implements AutoCloseable {

  private static final Timer WATCH = new Timer("limits", true);

  private final String command;
  private final Process process;
  private final BufferedReader out;
  private final TimerTask limit;

  private Jvm(String command, Process process, Duration limit) {
    this.command = command;
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
    this.limit =
        new TimerTask() {
          @Override
          public void run() {
            process.destroyForcibly();
          }
        };
    WATCH.schedule(this.limit, limit.toMillis());
  }

  static Jvm start(List<Path> classPath, String main, Duration limit, String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(
        classPath.stream()
            .map(Path::toString)
            .collect(Collectors.joining(java.io.File.pathSeparator)));
    command.add("io.github.bigidtestkit.benchmark.child." + main);
    command.addAll(List.of(args));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().remove("JDK_JAVA_OPTIONS");
    try {
      return new Jvm(String.join(" ", command), builder.start(), limit);
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }

  /** The next line that begins with the word, without it. Other lines are the peers' own talk. */
  String line(String word) {
    for (String line = next(); ; line = next()) {
      if (line.startsWith(word + " ")) {
        return line.substring(word.length() + 1);
      }
    }
  }

  /** All further lines. */
  List<String> rest() {
    return out.lines().toList();
  }

  /** Has a worker do something. */
  String tell(String order) {
    try {
      process.outputWriter(StandardCharsets.US_ASCII).write(order + "\n");
      process.outputWriter(StandardCharsets.US_ASCII).flush();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    return line(order.split(" ", 2)[0]);
  }

  private String next() {
    try {
      String line = out.readLine();
      if (line == null) {
        throw new IllegalStateException("a JVM ended early or ran too long; by hand: " + command);
      }
      return line;
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  @Override
  public void close() {
    limit.cancel();
    process.destroyForcibly();
  }
}
