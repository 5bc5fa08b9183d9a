package io.github.bigidtestkit.internal.cli;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.internal.config.ConfigFile;
import io.github.bigidtestkit.internal.config.SandboxSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The command line. */
@CommandLine.Command(
    name = "bigid-test-kit",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    abbreviateSynopsis = true,
    sortOptions = false,
    separator = " ",
    header = "A fake of BigID's authentication API, for tests in any language.",
    description = {
      "",
      "Starts it on loopback and prints one line when it is ready:",
      "  BIGID_URL=http://127.0.0.1:41234/api/v1",
      "and, if they are on, BIGID_CA_PEM (HTTPS), BIGID_CONTROL_URL and BIGID_CONTROL_KEY."
          + " A shell takes it with eval, Python with shlex.split; --json prints JSON instead."
          + " Nothing else goes to standard output. Stops on SIGTERM and SIGINT.",
      ""
    },
    optionListHeading = "Options:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it was told to stop, and did",
      "1:it could not start, for example because the port is taken",
      "2:the command line or the configuration is wrong"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bigid-test-kit --user alice:s3cret:VIEW_DATA_SOURCES,RUN_SCANS",
      "  bigid-test-kit --user 'alice:pass:word:'      (the password is pass:word)",
      "  bigid-test-kit --config sandbox.json --https --pem ca.pem --port 8443",
      "",
      "Without users there is the demo user: bigid, password learner.",
      "A token is had with: curl -d '{\"username\":\"bigid\",\"password\":\"learner\"}' \\",
      "  -H 'Content-Type: application/json' $BIGID_URL/sessions"
    })
final class Command implements Callable<Integer> {

  /** Runs what was asked for, and gives the exit code. */
  interface Service {
    int serve(Options order) throws Exception;
  }

  private final Service service;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration in JSON. What the command line says comes on top.")
  private @Nullable String config;

  @Option(
      names = "--user",
      paramLabel = "NAME:PASSWORD[:PERMISSION,…]",
      description = {
        "Somebody who can log in. Repeatable.",
        "The first colon ends the name, the last of several the password: one with a colon needs"
            + " one more after it."
      })
  private List<String> users = new ArrayList<>();

  @Option(
      names = "--dialect",
      paramLabel = "DIALECT",
      description = "${COMPLETION-CANDIDATES}; default LENIENT.")
  private @Nullable Dialect dialect;

  @Option(
      names = "--user-token-ttl",
      paramLabel = "DURATION",
      description = "Lifetime of user tokens, such as P7D; default P30D.")
  private @Nullable String userTokenTtl;

  @Option(
      names = "--session-token-ttl",
      paramLabel = "DURATION",
      description = "Lifetime of session tokens; default PT24H.")
  private @Nullable String sessionTokenTtl;

  @Option(
      names = "--system-token-ttl",
      paramLabel = "DURATION",
      description = "Lifetime of system tokens, such as PT15M; default PT1H.")
  private @Nullable String systemTokenTtl;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port to listen on; default any that is free.")
  private @Nullable Integer port;

  @CommandLine.Mixin private BindOptions reach = new BindOptions();

  @Option(names = "--https", description = "Speak HTTPS, and only that.")
  private boolean https;

  @Option(
      names = "--host-name",
      paramLabel = "NAME",
      description =
          "A name that the certificate bears besides localhost and 127.0.0.1. Repeatable.")
  private List<String> hostNames = new ArrayList<>();

  @Option(names = "--http2", description = "Speak HTTP/2 besides HTTP/1.1.")
  private boolean http2;

  @Option(
      names = "--pem",
      paramLabel = "FILE",
      description =
          "Write the certificate of the authority there. Default: a temporary file that is removed"
              + " at the end.")
  private @Nullable Path pem;

  @Option(
      names = "--control",
      description =
          "Let tests steer the fake over HTTP, from this machine only: clock, users, faults,"
              + " journal. Off unless asked for.")
  private boolean control;

  @Option(
      names = "--control-key",
      paramLabel = "KEY",
      description = "The key to the control API; default a random one.")
  private @Nullable String controlKey;

  @Option(names = "--json", description = "Print the ready line as JSON.")
  private boolean json;

  @Option(
      names = "--exit-on-stdin-eof",
      description =
          "Stop when standard input ends, so that the fake does not outlive whoever started it.")
  private boolean exitOnStdinEof;

  Command(Service service) {
    this.service = service;
  }

  @Override
  public Integer call() throws Exception {
    SandboxSettings file =
        config == null
            ? SandboxSettings.NONE
            : ConfigFile.file("--config [%s]".formatted(config), config);
    SandboxSettings all = said().over(file);
    Ranges.requireHttps(hostNames, all);
    return service.serve(
        new Options(
            all.toConfig(), reach.address(), control, controlKey, pem, json, exitOnStdinEof));
  }

  private SandboxSettings said() {
    List<User> parsed = users.stream().map(UserOption::parse).toList();
    return new SandboxSettings(
        Ranges.checked("--port", port, SandboxConfig.Builder::port),
        dialect,
        Ranges.duration("--user-token-ttl", userTokenTtl, SandboxConfig.Builder::userTokenTtl),
        Ranges.duration(
            "--session-token-ttl", sessionTokenTtl, SandboxConfig.Builder::sessionTokenTtl),
        Ranges.duration(
            "--system-token-ttl", systemTokenTtl, SandboxConfig.Builder::systemTokenTtl),
        null,
        null,
        https ? true : null,
        hostNames,
        http2 ? true : null,
        parsed,
        List.of(),
        List.of());
  }
}
