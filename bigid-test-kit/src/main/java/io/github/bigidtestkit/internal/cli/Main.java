package io.github.bigidtestkit.internal.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
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
    // A call of a calibration that breaks is not to be sent again without a word.
    System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
    // Not System.out, which keeps errors to itself.
    PrintWriter out = writer(new FileOutputStream(FileDescriptor.out));
    PrintWriter err = writer(System.err);
    Environment environment = new Environment(System.getenv());
    int exit = new Program(environment, System.in, out, err, Main::atShutdown).run(args);
    Runtime.getRuntime()
        .halt(exit); // by then all is closed, and the hook has an exit code of its own
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
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
