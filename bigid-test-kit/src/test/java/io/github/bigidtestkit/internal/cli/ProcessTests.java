package io.github.bigidtestkit.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The program as a process of its own. */
@Timeout(120)
class ProcessTests {

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void leave_none_behind() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // there, processes are not told but ended
  void prints_one_line_and_stops_when_it_is_told_to() throws Exception {
    stops("TERM", start("--https"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void stops_when_it_is_interrupted() throws Exception {
    // Whoever runs this test may have SIGINT ignored, which would be inherited.
    stops("INT", started(List.of("env", "--default-signal=INT"), "--https"));
  }

  private static void stops(String signal, Process process) throws Exception {
    BufferedReader out = process.inputReader();
    String ready = out.readLine();
    assertThat(ready).startsWith("BIGID_URL=https://127.0.0.1:").contains("/api/v1 BIGID_CA_PEM=");
    Path pem = Path.of(ready.substring(ready.indexOf("PEM=") + 4));
    assertThat(pem).exists();

    new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(out.readLine()).isNull();
    assertThat(process.errorReader().readLine()).isNull();
    assertThat(pem).doesNotExist();
  }

  @Test
  void stops_when_standard_input_ends_if_asked_to() throws Exception {
    Process process = start("--exit-on-stdin-eof");
    URI url = URI.create(process.inputReader().readLine().substring("BIGID_URL=".length()));
    connect(url);

    process.getOutputStream().close();

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(process.errorReader().readLine()).isNull();
    assertThat(refuses(url)).isTrue();
  }

  @Test
  void does_not_start_on_a_port_that_is_taken() throws Exception {
    Process first = start();
    URI url = URI.create(first.inputReader().readLine().substring("BIGID_URL=".length()));

    Process second = start("--port", String.valueOf(url.getPort()));

    fails(
        second,
        1,
        "The sandbox can't listen on port [%s]: Address already in use. Free the port, or give 0 for any that is free."
            .formatted(url.getPort()));
    assertThat(first.isAlive()).isTrue();
  }

  @Test
  void does_not_start_with_a_wrong_command_line() throws Exception {
    fails(
        start("--prot", "1"),
        2,
        "Argument 1 is not known. Did you mean [--port]? It is not shown, since it may be a secret. Write [--option value] or [--option=value].");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void does_not_run_if_its_line_can_not_be_written() throws Exception {
    Process process = started(List.of("sh", "-c", "exec \"$@\" > /dev/full", "sh"), "--json");

    fails(
        process,
        1,
        "Standard output can't be written to. Check that it is open and that its disk has space.");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void does_not_take_a_name_for_another_in_a_locale_without_its_letters() throws Exception {
    Process process = started(List.of("env", "LC_ALL=POSIX"), "--user", "jürgen:s3cret");

    fails(
        process,
        2,
        "Argument 2 is not in the encoding of the locale [POSIX]. Set LC_ALL to a locale that has its encoding, such as [C.UTF-8].");
  }

  @Test
  void does_not_start_without_its_certificate() throws Exception {
    Path pem = Path.of("none", "ca.pem");

    fails(
        start("--https", "--pem", pem.toString()),
        1,
        "--pem [%s] can't be written (java.nio.file.NoSuchFileException: %s). Name a file in an existing directory."
            .formatted(pem, pem));
  }

  private static void fails(Process process, int exit, String message) throws Exception {
    assertThat(process.errorReader().readLine()).isEqualTo("bigid-test-kit: " + message);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(exit);
    assertThat(process.inputReader().readLine()).isNull();
  }

  private Process start(String... args) throws IOException {
    return started(List.of(), args);
  }

  private Process started(List<String> within, String... args) throws IOException {
    List<String> command = new ArrayList<>(within);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command).start();
    started.add(process);
    return process;
  }

  private static void connect(URI url) throws IOException {
    new Socket(url.getHost(), url.getPort()).close();
  }

  private static boolean refuses(URI url) {
    return assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          try {
            connect(url);
            return false;
          } catch (ConnectException refused) {
            return true;
          } catch (IOException other) {
            throw new UncheckedIOException(other);
          }
        });
  }
}
