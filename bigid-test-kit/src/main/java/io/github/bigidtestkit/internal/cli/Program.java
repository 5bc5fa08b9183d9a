package io.github.bigidtestkit.internal.cli;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.control.SandboxControl;
import io.github.bigidtestkit.internal.json.Likeness;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program, independent of the process that it runs in. */
final class Program {

  private final InputStream in;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Consumer<Runnable> atShutdown;

  /**
   * @param atShutdown receives what must be done when the process ends
   */
  Program(InputStream in, PrintWriter out, PrintWriter err, Consumer<Runnable> atShutdown) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.atShutdown = atShutdown;
  }

  /** Runs and gives the exit code. */
  int run(String... args) {
    return new CommandLine(new Command(this::serve))
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setAbbreviatedOptionsAllowed(false)
        .setParameterExceptionHandler(this::refuse)
        .setExecutionExceptionHandler((failure, command, parsed) -> fail(failure))
        .setUsageHelpAutoWidth(true)
        .execute(args);
  }

  private int serve(SandboxConfig config, Command options) throws Exception {
    SandboxControl control = options.control();
    try (FakeBigId bigId = FakeBigId.start(config, control, options.bind)) {
      atShutdown.accept(bigId::close);
      Ready ready = Ready.of(bigId, control, options.pem);
      out.println(options.json ? ready.json() : ready.shell());
      out.flush();
      if (options.exitOnStdinEof) {
        in.transferTo(OutputStream.nullOutputStream());
      } else {
        Thread.currentThread().join(); // until the process is told to stop
      }
    }
    return CommandLine.ExitCode.OK;
  }

  private int refuse(ParameterException wrong, String[] args) {
    err.println("bigid-test-kit: " + message(wrong));
    err.println("Try --help.");
    err.flush();
    return CommandLine.ExitCode.USAGE;
  }

  private static String message(ParameterException wrong) {
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().get(0);
      var known = wrong.getCommandLine().getCommandSpec().optionsMap().keySet();
      return "[%s] is not known. %s".formatted(first, Likeness.hint(first, known)).strip();
    }
    return String.valueOf(wrong.getMessage());
  }

  private int fail(Exception failure) {
    boolean wrong = failure instanceof IllegalArgumentException;
    err.println("bigid-test-kit: " + failure.getMessage());
    err.flush();
    return wrong ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
  }
}
