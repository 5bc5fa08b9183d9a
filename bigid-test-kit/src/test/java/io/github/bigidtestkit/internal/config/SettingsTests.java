package io.github.bigidtestkit.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.fault.PlannedFault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings in a configuration file. */
class SettingsTests {

  private static final String KNOWN =
      "Known here: port, https, hostNames, http2, corsOrigins, dialect, userTokenTtl, sessionTokenTtl, systemTokenTtl, lockAfter, lockFor, journalCapacity, strict, users, resources, faults.";

  @Test
  void everything_that_can_be_said() {
    SandboxConfig config =
        settings(
                """
                {
                  "port": 8080,
                  "https": true,
                  "hostNames": ["bigid.test"],
                  "http2": true,
                  "corsOrigins": ["http://localhost:3000"],
                  "dialect": "DEPLOYMENT",
                  "userTokenTtl": "P7D",
                  "sessionTokenTtl": "PT8H",
                  "systemTokenTtl": "PT15M",
                  "lockAfter": 3,
                  "lockFor": "PT1M",
                  "journalCapacity": 50,
                  "users": [{"username": "alice", "password": "s3cret"}],
                  "resources": [{"path": "/ds-connections", "json": {"data": []}}],
                  "faults": [{"fault": "SLOW", "endpoint": "REFRESH"}]
                }
                """)
            .toConfig();

    assertThat(config)
        .isEqualTo(
            SandboxConfig.builder()
                .port(8080)
                .https(true)
                .hostNames("bigid.test")
                .http2(true)
                .corsOrigins("http://localhost:3000")
                .dialect(Dialect.DEPLOYMENT)
                .userTokenTtl(Duration.ofDays(7))
                .sessionTokenTtl(Duration.ofHours(8))
                .systemTokenTtl(Duration.ofMinutes(15))
                .lockout(3, Duration.ofMinutes(1))
                .journalCapacity(50)
                .users(User.of("alice", "s3cret"))
                .protect("GET", "/ds-connections", "{\"data\":[]}")
                .faults(PlannedFault.of(FaultKind.SLOW).on(Endpoint.REFRESH))
                .build());
  }

  @Test
  void nothing_said_is_the_default() {
    assertThat(settings("{}").toConfig()).isEqualTo(SandboxConfig.defaults());
  }

  @Test
  void a_key_that_is_nearly_right() {
    refused(
        "{\n  \"user_token_ttl\": \"P1D\"\n}",
        "line 2, column 3: user_token_ttl is not known. Did you mean [userTokenTtl]? " + KNOWN);
  }

  @Test
  void a_key_that_is_like_none() {
    refused("{\"database\": 1}", "line 1, column 2: database is not known. " + KNOWN);
  }

  @Test
  void a_key_that_can_not_be_printed() {
    refused(
        "{\"%s\\n\": 1}".formatted("x".repeat(100)),
        "line 1, column 2: %s… is not known. %s".formatted("x".repeat(60), KNOWN));
  }

  @Test
  void text_for_a_number() {
    refused(
        "{\"port\": \"8080\"}",
        "line 1, column 10: port must be a whole number, but is text. Write it without quotes.");
  }

  @Test
  void a_fraction_for_a_whole_number() {
    refused(
        "{\"port\": 1.5}",
        "line 1, column 10: port [1.5] is not a whole number of at most 2147483647.");
  }

  @Test
  void a_number_that_is_too_large() {
    refused(
        "{\"journalCapacity\": 99999999999}",
        "line 1, column 21: journalCapacity [99999999999] is not a whole number of at most 2147483647.");
  }

  @Test
  void a_number_that_the_configuration_refuses() {
    refused(
        "{\"port\": 70000}",
        "line 1, column 10: port [70000] is out of range. Give one from 1 to 65535, or 0 for any that is free.");
  }

  @Test
  void a_number_for_a_duration() {
    refused(
        "{\"systemTokenTtl\": 900}",
        "line 1, column 20: systemTokenTtl must be an ISO-8601 duration in quotes, but is a number. Write 15 minutes as [PT15M], 30 days as [P30D].");
  }

  @Test
  void a_duration_that_is_none() {
    refused(
        "{\"systemTokenTtl\": \"15m\"}",
        "line 1, column 20: systemTokenTtl [15m] is not an ISO-8601 duration in days, hours, minutes and seconds. Write 15 minutes as [PT15M], 30 days as [P30D].");
  }

  @Test
  void a_duration_that_no_token_can_have() {
    refused(
        "{\"userTokenTtl\": \"P1000D\"}",
        "line 1, column 18: userTokenTtl [PT24000H] is out of range. Give whole seconds, from one second to 999 days; for an expired token use TokenDefect.EXPIRED.");
  }

  @Test
  void a_dialect_that_is_nearly_right() {
    refused(
        "{\"dialect\": \"deploymnt\"}",
        "line 1, column 13: dialect [deploymnt] is not known. Did you mean [DEPLOYMENT]? Known are SPECIFICATION, LENIENT, DEPLOYMENT, TRAINING_SANDBOX.");
  }

  @Test
  void a_dialect_that_is_a_number() {
    refused(
        "{\"dialect\": 1}",
        "line 1, column 13: dialect must be text or an object, but is a number. Name a built-in dialect in quotes.");
  }

  @Test
  void null_for_anything() {
    refused(
        "{\"port\": null}", "line 1, column 10: port is null. Give a value, or leave the key out.");
  }

  @Test
  void a_host_name_that_is_none() {
    refused(
        "{\"hostNames\": [\"https://bigid.test\"]}",
        "line 1, column 15: host name [https://bigid.test] is invalid. Give a DNS name such as [bigid.test] or [*.bigid.test], without scheme and port. IP addresses other than loopback never reach the sandbox.");
  }

  @Test
  void half_a_lockout() {
    refused(
        "{\"lockAfter\": 3}",
        "line 1, column 15: lockAfter [3] goes with lockFor. Give both, or none.");
    refused(
        "{\"lockFor\": \"PT1M\"}",
        "line 1, column 13: lockFor [PT1M] goes with lockAfter. Give both, or none.");
  }

  @Test
  void a_lockout_that_can_not_be() {
    refused(
        "{\"lockAfter\": 0, \"lockFor\": \"PT1M\"}",
        "line 1, column 15: lockAfter [0] is too small. A user is locked after at least one wrong password.");
    refused(
        "{\"lockAfter\": 1, \"lockFor\": \"PT0S\"}",
        "line 1, column 29: lockFor [PT0S] is not positive. Say how long a user stays locked.");
  }

  @Test
  void an_object_for_an_array() {
    refused(
        "{\"users\": {\"username\": \"alice\"}}",
        "line 1, column 11: users must be an array, but is an object. Put it into [square brackets].");
  }

  @Test
  void a_key_within_a_user_that_is_nearly_right() {
    refused(
        "{\"users\": [{\"username\": \"a\", \"password\": \"b\"},\n  {\"pasword\": \"x\"}]}",
        "line 2, column 4: users[1].pasword is not known. Did you mean [password]? Known here: admin, enabled, firstName, locked, password, permissions, roleIds, tokenOnly, username.");
  }

  @Test
  void a_key_within_a_user_that_is_there_twice() {
    refused(
        "{\"users\": [{\"username\": \"a\",\n \"username\": \"b\"}]}",
        "line 2, column 12: users[0].username is there twice. Remove one.");
  }

  @Test
  void a_user_that_can_not_be() {
    refused(
        "{\"users\": [{\"username\": \"a\", \"password\": \" \"}]}",
        "line 1, column 12: users[0]: user [a] has a blank password. A user needs one to log in with; give it, or make the user tokenOnly.");
  }

  @Test
  void users_of_the_same_name() {
    refused(
        "{\"users\": [{\"username\": \"a\", \"password\": \"b\"}, {\"username\": \"a\", \"password\": \"c\"}]}",
        "line 1, column 11: user name [a] is declared twice. User names must be unique; remove one.");
  }

  @Test
  void resources_of_the_same_method_and_path() {
    refused(
        "{\"resources\": [{\"path\": \"/a\"}, {\"path\": \"/a\"}]}",
        "line 1, column 15: resource [GET /a] is declared twice. Method, path, query and headers must be unique; remove one.");
  }

  @Test
  void a_fault_that_ends_by_itself() {
    refused(
        "{\"faults\": [{\"fault\": \"SLOW\", \"for\": \"PT1S\"}]}",
        "line 1, column 13: faults[0]: for is for the control API only. Remove it.");
  }

  @Test
  void something_that_is_no_object() {
    refused(
        "[]",
        "line 1, column 1: the text must be an object, but is an array. Put it into {braces}.");
  }

  @Test
  void what_editors_and_people_add_to_a_file() {
    String text =
        """
        // the team's sandbox
        {
          "$schema": "./sandbox.schema.json", # for the editor
          /* alice only
             reads */
          "users": [{"username": "alice", "password": "//#/**/,]",},],
          "port": 1, // free on all machines
        }
        # end
        """;
    assertThat(settings(text).toConfig())
        .isEqualTo(SandboxConfig.builder().port(1).user("alice", "//#/**/,]").build());
    refused(
        text.replace("\"port\"", "\"prot\""),
        "line 7, column 3: prot is not known. Did you mean [port]? Known here: port, https, hostNames, http2, corsOrigins, dialect, userTokenTtl, sessionTokenTtl, systemTokenTtl, lockAfter, lockFor, journalCapacity, strict, users, resources, faults.");
    refused(
        text.replace("\"port\": 1", "\"port\": true"),
        "line 7, column 11: port must be a whole number, but is true. Write it without quotes.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"port\": 1,,}|line 1, column 12",
        "{,}|line 1, column 2",
        "{\"users\": [,]}|line 1, column 12",
        "{\"port\": 1 /* why}|line 1, column 19",
        "{\"port\": /1}|line 1, column 11",
        "{'port': 1}|line 1, column 2",
        "{port: 1}|line 1, column 2",
      })
  void what_is_not_json_in_spite_of_that(String text, String place) {
    refused(
        text, place + ": this is not JSON. Look for a comma, quote or bracket there or before.");
  }

  @Test
  void a_schema_elsewhere_than_at_the_top() {
    refused(
        "{\"users\": [{\"$schema\": \"\"}]}",
        "line 1, column 13: users[0].$schema is not known. Known here: admin, enabled, firstName, locked, password, permissions, roleIds, tokenOnly, username.");
  }

  private static Settings settings(String text) {
    return Settings.of("sandbox.json", text.getBytes(StandardCharsets.UTF_8));
  }

  private static void refused(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(text))
        .withMessage("sandbox.json, " + message);
  }
}
