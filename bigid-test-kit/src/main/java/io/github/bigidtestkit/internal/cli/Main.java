package io.github.bigidtestkit.internal.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Runs a sandbox as a program of its own. {@code --help} says how. */
public final class Main {

  private Main() {}

  /**
   * Runs until the process is told to stop. Exits with 0 if it was, with 1 if the sandbox could not
   * start, and with 2 for a wrong command line or configuration.
   */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
    PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8));
    System.exit(new Program(System.in, out, err, Main::atShutdown).run(args));
  }

  /** A process that was told to stop and did has not failed, whatever the signal. */
  private static void atShutdown(Runnable stop) {
    Thread stopping =
        new Thread(
            () -> {
              stop.run();
              Runtime.getRuntime().halt(0);
            },
            "bigid-test-kit-stop");
    Runtime.getRuntime().addShutdownHook(stopping);
  }
}
