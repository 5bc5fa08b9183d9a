package io.github.bigidtestkit.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/** What came of a run of the program in this process. It stops as soon as it is ready. */
public record Outcome(int exit, String out, String err) {

  static Outcome of(String... args) {
    return of(Map.of(), args);
  }

  static Outcome of(Map<String, String> environment, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] all = new String[args.length + 1];
    System.arraycopy(args, 0, all, 0, args.length);
    all[args.length] = "--exit-on-stdin-eof";
    int exit =
        new Program(
                new Environment(environment),
                InputStream.nullInputStream(),
                new PrintWriter(out),
                new PrintWriter(err),
                stop -> {})
            .run(all);
    return new Outcome(exit, out.toString().strip(), err.toString().strip());
  }

  /** Asserts that this is a refusal for wrong usage, and its whole message. */
  void refused(String message) {
    assertThat(this).isEqualTo(new Outcome(2, "", "bigid-test-kit: " + message));
  }
}
