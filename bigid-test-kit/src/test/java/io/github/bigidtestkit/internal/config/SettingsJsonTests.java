package io.github.bigidtestkit.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.fault.PlannedFault;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a configuration can say, and what it can't. */
class SettingsJsonTests {

  private static final String KNOWN =
      "Known here: port, https, hostNames, http2, dialect, userTokenTtl, sessionTokenTtl, systemTokenTtl, lockAfter, lockFor, journalCapacity, users, resources, faults.";

  @Test
  void everything_that_can_be_said() {
    SandboxConfig config =
        SandboxJson.settings(
                "",
                """
                {
                  "port": 8080,
                  "https": true,
                  "hostNames": ["bigid.test"],
                  "http2": true,
                  "dialect": "OBSERVED",
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
                .dialect(Dialect.OBSERVED)
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
    assertThat(SandboxJson.settings("", "{}").toConfig()).isEqualTo(SandboxConfig.defaults());
  }

  @Test
  void a_key_that_is_nearly_right() {
    Refused.settings(
        "{\n  \"user_token_ttl\": \"P1D\"\n}",
        "line 2, column 3: user_token_ttl is not known. Did you mean [userTokenTtl]? " + KNOWN);
  }

  @Test
  void a_key_that_is_like_none() {
    Refused.settings("{\"database\": 1}", "line 1, column 2: database is not known. " + KNOWN);
  }

  @Test
  void a_key_that_can_not_be_printed() {
    Refused.settings(
        "{\"%s\\n\": 1}".formatted("x".repeat(100)),
        "line 1, column 2: %s… is not known. %s".formatted("x".repeat(60), KNOWN));
  }

  @Test
  void text_for_a_number() {
    Refused.settings(
        "{\"port\": \"8080\"}",
        "line 1, column 10: port must be a whole number, but is text. Write it without quotes.");
  }

  @Test
  void a_fraction_for_a_whole_number() {
    Refused.settings(
        "{\"port\": 1.5}",
        "line 1, column 10: port [1.5] is not a whole number of at most 2147483647.");
  }

  @Test
  void a_number_that_is_too_large() {
    Refused.settings(
        "{\"journalCapacity\": 99999999999}",
        "line 1, column 21: journalCapacity [99999999999] is not a whole number of at most 2147483647.");
  }

  @Test
  void a_number_that_the_configuration_refuses() {
    Refused.settings(
        "{\"port\": 70000}",
        "line 1, column 10: port [70000] is out of range. Give one from 1 to 65535, or 0 for any that is free.");
  }

  @Test
  void a_number_for_a_duration() {
    Refused.settings(
        "{\"systemTokenTtl\": 900}",
        "line 1, column 20: systemTokenTtl must be an ISO-8601 duration in quotes, but is a number. Write 15 minutes as [PT15M], 30 days as [P30D].");
  }

  @Test
  void a_duration_that_is_none() {
    Refused.settings(
        "{\"systemTokenTtl\": \"15m\"}",
        "line 1, column 20: systemTokenTtl [15m] is not an ISO-8601 duration in days, hours, minutes and seconds. Write 15 minutes as [PT15M], 30 days as [P30D].");
  }

  @Test
  void a_duration_that_no_token_can_have() {
    Refused.settings(
        "{\"userTokenTtl\": \"P1000D\"}",
        "line 1, column 18: userTokenTtl [PT24000H] is too long. At most 999 days are possible; shorten it.");
  }

  @Test
  void a_dialect_that_is_nearly_right() {
    Refused.settings(
        "{\"dialect\": \"observd\"}",
        "line 1, column 13: dialect [observd] is not known. Did you mean [OBSERVED]? Known are SPECIFICATION, LENIENT, OBSERVED.");
  }

  @Test
  void a_dialect_that_is_a_number() {
    Refused.settings(
        "{\"dialect\": 1}",
        "line 1, column 13: dialect must be text, but is a number. Write it in quotes.");
  }

  @Test
  void null_for_anything() {
    Refused.settings(
        "{\"port\": null}", "line 1, column 10: port is null. Give a value, or leave the key out.");
  }

  @Test
  void a_host_name_that_is_none() {
    Refused.settings(
        "{\"hostNames\": [\"https://bigid.test\"]}",
        "line 1, column 15: host name [https://bigid.test] is none. Give a name of the DNS, such as [bigid.test] or [*.bigid.test], without scheme and port; addresses other than those of loopback lead nowhere.");
  }

  @Test
  void half_a_lockout() {
    Refused.settings(
        "{\"lockAfter\": 3}",
        "line 1, column 15: lockAfter goes with lockFor. Give both, or none.");
    Refused.settings(
        "{\"lockFor\": \"PT1M\"}",
        "line 1, column 13: lockFor goes with lockAfter. Give both, or none.");
  }

  @Test
  void a_lockout_that_can_not_be() {
    Refused.settings(
        "{\"lockAfter\": 0, \"lockFor\": \"PT1M\"}",
        "line 1, column 15: lockAfter [0] is too small. A user is locked after at least one wrong password.");
    Refused.settings(
        "{\"lockAfter\": 1, \"lockFor\": \"PT0S\"}",
        "line 1, column 29: lockFor [PT0S] is not positive. Say how long a user stays locked.");
  }

  @Test
  void an_object_for_an_array() {
    Refused.settings(
        "{\"users\": {\"username\": \"alice\"}}",
        "line 1, column 11: users must be an array, but is an object. Put it into [square brackets].");
  }
}
