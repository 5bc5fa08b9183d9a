package io.github.bigidtestkit.internal.cli;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.internal.config.ConfigFile;
import io.github.bigidtestkit.internal.config.Setting;
import io.github.bigidtestkit.internal.config.Settings;
import io.github.bigidtestkit.internal.json.IsoDuration;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that make up the configuration of the sandbox. */
final class SettingOptions {

  private static final String USERS = "BIGID_SANDBOX_USERS";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration in JSON. Other options override it.")
  private @Nullable String config;

  @Option(
      names = "--user",
      paramLabel = "NAME:PASSWORD[:PERMISSION,…]",
      description = {
        "A user who can log in. Repeatable.",
        "The first colon ends the name, the last of several the password: a password with a colon needs one more colon after it."
      })
  private String[] users = {};

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

  @Option(names = "--https", description = "Use HTTPS, and only HTTPS.")
  private @Nullable Boolean https;

  @Option(
      names = "--host-name",
      paramLabel = "NAME",
      description = "A name in the certificate besides localhost and 127.0.0.1. Repeatable.")
  private String @Nullable [] hostNames;

  @Option(names = "--http2", description = "Support HTTP/2 besides HTTP/1.1.")
  private @Nullable Boolean http2;

  @Option(
      names = "--cors-origin",
      paramLabel = "ORIGIN",
      description =
          "Let pages of this origin call from browsers, such as http://localhost:3000; * for any. Repeatable.")
  private String @Nullable [] corsOrigins;

  /**
   * The configuration.
   *
   * @param environment what it is on top of
   * @throws IllegalArgumentException if an option or the file is wrong
   */
  SandboxConfig config(Environment environment) {
    Settings file =
        config == null ? Settings.NONE : ConfigFile.file("--config [%s]".formatted(config), config);
    User[] outermost = UserOption.lines(USERS, environment.get(USERS));
    return new Settings(given())
        .over(file)
        .over(new Settings(Map.of(Setting.USERS, outermost)))
        .toConfig();
  }

  private Map<Setting, Object> given() {
    Map<Setting, Object> given = new EnumMap<>(Setting.class);
    give(given, "--port", Setting.PORT, port);
    give(given, "--https", Setting.HTTPS, https);
    give(given, "--host-name", Setting.HOST_NAMES, hostNames);
    give(given, "--http2", Setting.HTTP2, http2);
    give(given, "--cors-origin", Setting.CORS_ORIGINS, corsOrigins);
    give(given, "--dialect", Setting.DIALECT, dialect == null ? null : dialect.rules());
    give(given, "--user-token-ttl", Setting.USER_TOKEN_TTL, userTokenTtl);
    give(given, "--session-token-ttl", Setting.SESSION_TOKEN_TTL, sessionTokenTtl);
    give(given, "--system-token-ttl", Setting.SYSTEM_TOKEN_TTL, systemTokenTtl);
    give(given, "--user", Setting.USERS, users());
    return given;
  }

  private User[] users() {
    return Stream.of(users).map(user -> UserOption.parse("--user", user)).toArray(User[]::new);
  }

  private static void give(
      Map<Setting, Object> given, String option, Setting setting, @Nullable Object value) {
    if (value != null) {
      try {
        Object typed =
            setting.type() == Duration.class ? IsoDuration.parse(option, (String) value) : value;
        setting.check(typed, Set.of(setting));
        given.put(setting, typed);
      } catch (IllegalArgumentException invalid) {
        // The configuration knows the setting by another name.
        String message = String.valueOf(invalid.getMessage());
        throw new IllegalArgumentException(
            message.replaceFirst("^" + setting.key() + "(?= \\[)", option), invalid);
      }
    }
  }
}
