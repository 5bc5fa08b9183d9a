package io.github.bigidtestkit.internal.cli;

import io.github.bigidtestkit.internal.calibrate.Calibration;
import io.github.bigidtestkit.internal.calibrate.Inquiry;
import io.github.bigidtestkit.internal.calibrate.Network;
import io.github.bigidtestkit.internal.config.ConfigFile;
import io.github.bigidtestkit.internal.config.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command that asks a deployment how it answers. */
@CommandLine.Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Asks a deployment how it answers, and compares it with the dialects.",
    description = {
      "",
      "Without --yes, it prints its calls and makes none. Secrets come from BIGID_USER_TOKEN, BIGID_USERNAME and BIGID_PASSWORD, or from standard input; a username and password only if logins are wanted. They go to the deployment only, and are neither printed nor written. HTTPS_PROXY and NO_PROXY apply.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:asked; with --compare, all is the same",
      "1:the deployment could not be asked, or the file not be written",
      "2:wrong command line, environment or file",
      "3:the deployment differs from the file of --compare"
    })
final class CalibrateCommand implements Callable<Integer> {

  private static final int DIFFERS = 3;
  private static final int LONGEST_INPUT = 64 * 1024;
  private static final String HOST = "https?://(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9.-]+)(:[0-9]{1,5})?";
  private static final String QUERY = "([A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*";
  private static final String PATH = "(/([A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*)";

  private final Environment environment;
  private final InputStream in;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--url",
      paramLabel = "URL",
      required = true,
      description = "Base URL; ends in /api/v1.")
  private String url = "";

  @Option(names = "--yes", description = "Make the calls.")
  private boolean yes;

  @Option(names = "--data-path", paramLabel = "PATH", description = "Default ${DEFAULT-VALUE}.")
  private String dataPath = "/ds-connections?limit=1";

  @Option(names = "--wrong-password", description = "Also send a wrong password, once.")
  private boolean wrongPassword;

  @Option(names = "--stdin", description = "Read the secrets from it, one a line.")
  private boolean stdin;

  @Option(names = "--write", paramLabel = "FILE", description = "Write a configuration file.")
  private @Nullable Path write;

  @Option(names = "--compare", description = "Compare with such a file.")
  private @Nullable String compare;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(names = "--ca-pem", paramLabel = "FILE", description = "Trust only what it has.")
  private @Nullable Path caPem;

  @Option(names = "--timeout", paramLabel = "DURATION", description = "Of a call; default PT10S.")
  private Duration timeout = Duration.ofSeconds(10);

  @Option(names = "--pause", paramLabel = "DURATION", description = "Between calls; default PT1S.")
  private Duration pause = Duration.ofSeconds(1);

  CalibrateCommand(Environment environment, InputStream in) {
    this.environment = environment;
    this.in = in;
  }

  @Override
  public Integer call() throws IOException {
    Inquiry inquiry = inquiry(base());
    if (!yes) {
      print("These calls would be made, one at a time. Add --yes to make them.");
      inquiry.plan().forEach(this::print);
      return CommandLine.ExitCode.OK;
    }
    if (inquiry.userToken().isEmpty()
        || inquiry.username().isEmpty() != inquiry.password().isEmpty()) {
      throw new IllegalArgumentException(
          "BIGID_USER_TOKEN is missing or not a token, or there is only one of BIGID_USERNAME and BIGID_PASSWORD. Set them, or use --stdin.");
    }
    Settings expected = compare == null ? Settings.NONE : ConfigFile.file("--compare", compare);
    if (write != null && Files.exists(write) && !Files.isRegularFile(write)) {
      throw new IllegalArgumentException("--write does not name a file. Name one.");
    }
    return report(new Calibration(inquiry, expected));
  }

  private int report(Calibration result) throws IOException {
    print(json ? result.json() : String.join("\n", result.table()));
    if (!result.problem().isEmpty()) {
      throw new IOException(result.problem());
    }
    if (write != null) {
      written(result, write);
    }
    if (compare != null && result.changes().isEmpty() && !result.isComplete()) {
      throw new IOException(
          "Some calls showed nothing, so the deployment may differ. Run it again.");
    }
    return result.changes().isEmpty() ? CommandLine.ExitCode.OK : DIFFERS;
  }

  private static void written(Calibration result, Path file) throws IOException {
    try {
      result.write(file);
    } catch (IOException unwritable) {
      throw new IOException(
          "--write can't be written. Name a file in an existing directory.", unwritable);
    }
  }

  private void print(String text) {
    spec.commandLine().getOut().println(text);
    spec.commandLine().getOut().flush();
  }

  private Inquiry inquiry(URI base) throws IOException {
    List<String> secrets =
        Stream.of("BIGID_USER_TOKEN", "BIGID_USERNAME", "BIGID_PASSWORD")
            .map(environment::get)
            .toList();
    if (stdin && yes) {
      secrets = new String(in.readNBytes(LONGEST_INPUT), StandardCharsets.UTF_8).lines().toList();
    }
    String token = secrets.isEmpty() ? "" : secrets.get(0).strip();
    return new Inquiry(
        base,
        dataPath,
        token.matches("[\\x21-\\x7e]+") ? token : "",
        secrets.size() < 2 ? "" : secrets.get(1),
        secrets.size() < 3 ? "" : secrets.get(2),
        wrongPassword,
        timeout,
        pause,
        caPem == null ? null : Network.trusting(caPem),
        Network.proxy(environment.variables(), base));
  }

  /** The base URL. Messages do not repeat it: it names a host. */
  private URI base() {
    String text = url.replaceFirst("/+$", "");
    URI base = text.matches(HOST + PATH + "?") ? URI.create(text) : null;
    if (base == null || base.getHost() == null || !dataPath.matches(PATH + "([?]" + QUERY + ")?")) {
      throw new IllegalArgumentException(
          "--url or --data-path is invalid. Write them as [https://tenant.example/api/v1] and [/ds-connections?limit=1].");
    }
    if (text.startsWith("http:") && !base.getHost().matches("localhost|127\\.[0-9.]+|\\[::1]")) {
      throw new IllegalArgumentException(
          "--url would send the token unencrypted to another machine. Use HTTPS.");
    }
    return base;
  }
}
