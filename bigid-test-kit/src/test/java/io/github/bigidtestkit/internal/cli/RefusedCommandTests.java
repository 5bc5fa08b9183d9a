package io.github.bigidtestkit.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Command lines that start nothing. */
class RefusedCommandTests {

  private static final String NO_TIME =
      " [PT0S] is out of range. Give whole seconds, from one second to 36500 days; for an expired token use TokenDefect.EXPIRED.";

  private static final String HIDDEN =
      "Argument %s is not known. %sIt is not shown, since it may be a secret. Write [--option value] or [--option=value].\nTry --help.";

  @TempDir Path dir;

  @Test
  void an_option_that_is_nearly_right() {
    Outcome.of("--prot", "8080").refused(HIDDEN.formatted(1, "Did you mean [--port]? "));
  }

  @Test
  void an_argument_that_is_no_option() {
    Outcome.of("start").refused(HIDDEN.formatted(1, ""));
    Outcome.of("--json", "-s3cret").refused(HIDDEN.formatted(2, ""));
    Outcome.of("--users", "x").refused(HIDDEN.formatted(1, "Did you mean [--user]? "));
    Outcome.of("--json", "--verbose").refused(HIDDEN.formatted(2, ""));
  }

  @Test
  void an_option_without_its_value() {
    Outcome.of("--port").refused("[--port] has no value. Write [--port=PORT].\nTry --help.");
    Outcome.of("--pem", "--json").refused("[--pem] has no value. Write [--pem=FILE].\nTry --help.");
  }

  @Test
  void an_option_with_a_value_that_takes_none() {
    for (String option : new String[] {"--https", "--control", "--json", "--help", "-V"}) {
      Outcome.of(option + "=true")
          .refused("[%s] takes no value. Remove it.\nTry --help.".formatted(option));
    }
  }

  @Test
  void an_option_given_twice() {
    Outcome.of("--port", "1", "--port", "2")
        .refused("option '--port' (PORT) should be specified only once\nTry --help.");
  }

  @Test
  void a_port_that_is_none() {
    Outcome.of("--port", "99999")
        .refused(
            "--port [99999] is out of range. Give one from 1 to 65535, or 0 for any that is free.");
  }

  @Test
  void a_dialect_that_is_none() {
    Outcome.of("--dialect", "strict")
        .refused(
            "Invalid value for option '--dialect': expected one of [SPECIFICATION, LENIENT, DEPLOYMENT, TRAINING_SANDBOX] (case-insensitive) but was 'strict'\nTry --help.");
  }

  @Test
  void a_duration_that_is_none() {
    Outcome.of("--system-token-ttl", "15m")
        .refused(
            "--system-token-ttl [15m] is not an ISO-8601 duration in days, hours, minutes and seconds. Write 15 minutes as [PT15M], 30 days as [P30D].");
  }

  @Test
  void a_duration_that_no_token_can_have() {
    Outcome.of("--user-token-ttl", "P1000D")
        .refused(
            "--user-token-ttl [PT24000H] is out of range. Give whole seconds, from one second to 999 days; for an expired token use TokenDefect.EXPIRED.");
    for (String option : new String[] {"--session-token-ttl", "--system-token-ttl"}) {
      Outcome.of(option, "PT0S").refused(option + NO_TIME);
    }
  }

  @Test
  void users_of_the_same_name() {
    Outcome.of("--user", "alice:a", "--user", "alice:b")
        .refused("user name [alice] is declared twice. User names must be unique; remove one.");
  }

  @Test
  void an_address_that_others_can_reach() {
    Outcome.of("--bind", "0.0.0.0")
        .refused(
            "--bind [0.0.0.0] can be reached by others, and whoever reaches it can log in. Add --allow-remote if that is what you want.");
  }

  @Test
  void an_address_that_is_none() {
    Outcome outcome = Outcome.of("--bind", "127.0.0.1.example.invalid.");
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err())
        .startsWith(
            "bigid-test-kit: Invalid value for option '--bind': cannot convert '127.0.0.1.example.invalid.' to InetAddress")
        .endsWith("Try --help.");
  }

  @Test
  void a_host_name_without_https() {
    Outcome.of("--host-name", "bigid.test")
        .refused(
            "hostNames [bigid.test] are for the certificate, and without https there is none. Set https, or leave them out.");
  }

  @Test
  void a_certificate_without_https() {
    Outcome.of("--pem", "ca.pem")
        .refused(
            "--pem is for the CA certificate, and without HTTPS there is none. Add" + " --https.");
  }

  @Test
  void a_key_without_what_it_opens() {
    Outcome.of("--control-key", "0123456789abcdef")
        .refused("--control-key is for the control API, which is off. Add --control.");
  }

  @Test
  void a_key_that_is_too_short() {
    Outcome.of("--control", "--control-key", "0123456789abcde")
        .refused(
            "--control-key is invalid. The key of the control API must have 16 to 256 letters, digits, or characters of [-_.~]. Choose another one, or leave it out for a random one.");
  }

  @Test
  void a_configuration_that_is_not_there() {
    Outcome.of("--config", "nowhere.json")
        .refused(
            "--config [nowhere.json] is not a file: looked for [%s]. Paths start from the working directory; fix it."
                .formatted(Path.of("nowhere.json").toAbsolutePath()));
  }

  @Test
  void a_configuration_with_a_misspelt_key() throws IOException {
    Path file = Files.writeString(dir.resolve("sandbox.json"), "{\n \"prot\": 1}");
    Outcome.of("--config", file.toString())
        .refused(
            "--config [%s], line 2, column 2: prot is not known. Did you mean [port]? Known here: port, https, hostNames, http2, corsOrigins, dialect, userTokenTtl, sessionTokenTtl, systemTokenTtl, lockAfter, lockFor, journalCapacity, strict, users, resources, faults."
                .formatted(file));
  }

  @Test
  void a_fault_that_needs_https() throws IOException {
    Path file =
        Files.writeString(
            dir.resolve("sandbox.json"), "{\"faults\": [{\"fault\": \"CERTIFICATE_EXPIRED\"}]}");
    Outcome.of("--config", file.toString())
        .refused(
            "Fault [expired certificate] needs a sandbox with TLS. Set https = true in @BigIdSandbox, or https(true) in its SandboxConfig.");
  }

  @Test
  void a_port_that_is_taken_is_no_fault_of_the_command_line() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(Outcome.of("--port", String.valueOf(taken.getLocalPort())))
          .isEqualTo(
              new Outcome(
                  1,
                  "",
                  "bigid-test-kit: The sandbox can't listen on port [%s]: Address already in use. Free the port, or give 0 for any that is free."
                      .formatted(taken.getLocalPort())));
    }
  }

  @Test
  void neither_is_a_certificate_that_can_not_be_written() {
    Path pem = dir.resolve("none").resolve("ca.pem");
    assertThat(Outcome.of("--https", "--pem", pem.toString()))
        .isEqualTo(
            new Outcome(
                1,
                "",
                "bigid-test-kit: --pem [%s] can't be written (java.nio.file.NoSuchFileException: %s). Name a file in an existing directory."
                    .formatted(pem, pem)));
  }
}
