package io.github.bigidtestkit.internal.cli;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.control.SandboxControl;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine;

/** The program, independent of the process that it runs in. */
final class Program {

  private final Environment environment;
  private final InputStream in;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Consumer<Runnable> atShutdown;

  /**
   * @param atShutdown receives what must be done when the process ends
   */
  Program(
      Environment environment,
      InputStream in,
      PrintWriter out,
      PrintWriter err,
      Consumer<Runnable> atShutdown) {
    this.environment = environment;
    this.in = in;
    this.out = out;
    this.err = err;
    this.atShutdown = atShutdown;
  }

  /** Runs and gives the exit code. */
  int run(String... args) {
    CommandLine line =
        Command.line(environment, in, this::serve)
            .setOut(out)
            .setErr(err)
            .setParameterExceptionHandler((wrong, all) -> refuse(wrong))
            .setExecutionExceptionHandler((failure, command, parsed) -> fail(failure));
    try {
      for (int i = 0; i < args.length; i++) {
        environment.requireDecoded("Argument " + (i + 1), args[i]);
      }
      arguments(line, List.of(args)).check();
      int exit = line.execute(args);
      if (exit == CommandLine.ExitCode.OK) {
        flush();
      }
      return exit;
    } catch (IllegalArgumentException wrong) {
      return refuse(wrong);
    } catch (IOException unwritable) {
      return fail(unwritable);
    }
  }

  private static Arguments arguments(CommandLine line, List<String> args) {
    CommandLine sub = args.isEmpty() ? null : line.getSubcommands().get(args.get(0));
    return sub == null
        ? new Arguments(line.getCommandSpec().optionsMap(), args, 0)
        : new Arguments(sub.getCommandSpec().optionsMap(), args, 1);
  }

  private int serve(SandboxConfig config, Command options) throws Exception {
    SandboxControl control = options.control();
    try (FakeBigId bigId = FakeBigId.start(config, control, options.bind)) {
      atShutdown.accept(bigId::close);
      Ready ready = Ready.of(bigId, control, options.pem);
      out.println(options.json ? ready.json() : ready.shell());
      flush();
      if (options.exitOnStdinEof) {
        in.transferTo(OutputStream.nullOutputStream());
      } else {
        Thread.currentThread().join(); // until the process is told to stop
      }
    }
    return CommandLine.ExitCode.OK;
  }

  private void flush() throws IOException {
    if (out.checkError()) {
      throw new IOException(
          "Standard output can't be written to. Check that it is open and that its disk has space.");
    }
  }

  private int refuse(RuntimeException wrong) {
    err.println("bigid-test-kit: " + wrong.getMessage());
    err.println("Try --help.");
    err.flush();
    return CommandLine.ExitCode.USAGE;
  }

  private int fail(Exception failure) {
    boolean wrong = failure instanceof IllegalArgumentException;
    err.println("bigid-test-kit: " + failure.getMessage());
    err.flush();
    return wrong ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
  }
}
