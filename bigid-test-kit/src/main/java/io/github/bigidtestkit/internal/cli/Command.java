package io.github.bigidtestkit.internal.cli;

import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.control.SandboxControl;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Path;
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
    header = "A fake of BigID's authentication API, for tests in any language.",
    description = {
      "",
      "Starts the fake on loopback and prints one line when it is ready:",
      "  BIGID_URL=http://127.0.0.1:41234/api/v1",
      "followed by BIGID_CA_PEM with --https, and by BIGID_CONTROL_URL and BIGID_CONTROL_KEY with --control. A shell reads the line with eval, Python with shlex.split. Nothing else is printed to standard output. The fake stops on SIGTERM and SIGINT.",
      "",
      "Others on this machine can see a command line, but not what is in a file and in the environment: --config, BIGID_SANDBOX_USERS (users, one a line, as for --user) and BIGID_SANDBOX_CONTROL_KEY. What the command line and the configuration say overrides the environment.",
      ""
    },
    optionListHeading = "Options:%n",
    commandListHeading = "%nCommands (--help after one tells more):%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:stopped as requested",
      "1:not started, for example because the port is in use",
      "2:wrong command line or configuration"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bigid-test-kit --user alice:s3cret:permission.tasks.edit,admin",
      "  bigid-test-kit --user 'alice:pass:word:'      (the password is pass:word)",
      "  bigid-test-kit --config sandbox.json --https --pem ca.pem --port 8443",
      "",
      "Without --user, the demo user can log in: bigid, password learner.",
      "To get a token: curl -d '{\"username\":\"bigid\",\"password\":\"learner\"}' \\",
      "  -H 'Content-Type: application/json' $BIGID_URL/sessions"
    })
final class Command implements Callable<Integer> {

  /** Runs a sandbox, and returns the exit code. */
  interface Service {
    int serve(SandboxConfig config, Command options) throws Exception;
  }

  private static final String KEY = "BIGID_SANDBOX_CONTROL_KEY";

  private final Environment environment;
  private final Service service;

  @CommandLine.Mixin private SettingOptions settings = new SettingOptions();

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description = "Address to listen on; default 127.0.0.1.")
  InetAddress bind = InetAddress.getLoopbackAddress();

  @Option(
      names = "--allow-remote",
      description =
          "Allow an address that others can reach, such as 0.0.0.0 in a container. Whoever reaches it can log in. The control API stays on this machine.")
  private boolean allowRemote;

  @Option(
      names = "--pem",
      paramLabel = "FILE",
      description =
          "Write the CA certificate to this file. Default: a temporary file that is removed at the end.")
  @Nullable Path pem;

  @Option(
      names = "--control",
      description =
          "Let tests on this machine control the fake over HTTP: clock, users, faults, journal. Off by default.")
  private boolean control;

  @Option(
      names = "--control-key",
      paramLabel = "KEY",
      description = "The key of the control API; default a random one.")
  private @Nullable String controlKey;

  @Option(names = "--json", description = "Print the ready line as JSON.")
  boolean json;

  @Option(
      names = "--exit-on-stdin-eof",
      description =
          "Stop when standard input ends, so that the fake does not outlive the process that started it.")
  boolean exitOnStdinEof;

  private Command(Environment environment, Service service) {
    this.environment = environment;
    this.service = service;
  }

  /**
   * The parser. A value may be any text, also one that begins like a file of arguments or an
   * option.
   *
   * @param environment where else users and keys come from
   */
  static CommandLine line(Environment environment, InputStream in, Service service) {
    return new CommandLine(new Command(environment, service))
        .addSubcommand(new CalibrateCommand(environment, in))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setAbbreviatedOptionsAllowed(false)
        .setExpandAtFiles(false)
        .setAllowOptionsAsOptionParameters(true)
        .setUsageHelpAutoWidth(true);
  }

  @Override
  public Integer call() throws Exception {
    SandboxConfig config = settings.config(environment);
    if (!bind.isLoopbackAddress() && !allowRemote) {
      throw new IllegalArgumentException(
          "--bind [%s] can be reached by others, and whoever reaches it can log in. Add --allow-remote if that is what you want."
              .formatted(bind.getHostAddress()));
    }
    if (controlKey != null && !control) {
      throw new IllegalArgumentException(
          "--control-key is for the control API, which is off. Add --control.");
    }
    if (pem != null && !config.https()) {
      throw new IllegalArgumentException(
          "--pem is for the CA certificate, and without HTTPS there is none. Add --https.");
    }
    return service.serve(config, this);
  }

  /** The control API, or null if it is off. */
  @Nullable SandboxControl control() {
    if (!control) {
      return null;
    }
    if (controlKey != null) {
      return control("--control-key", controlKey);
    }
    String key = environment.get(KEY);
    return key.isEmpty() ? SandboxControl.create() : control(KEY, key);
  }

  private static SandboxControl control(String source, String key) {
    try {
      return SandboxControl.withKey(key);
    } catch (IllegalArgumentException invalid) {
      throw new IllegalArgumentException(
          "%s is invalid. %s".formatted(source, invalid.getMessage()), invalid);
    }
  }
}
