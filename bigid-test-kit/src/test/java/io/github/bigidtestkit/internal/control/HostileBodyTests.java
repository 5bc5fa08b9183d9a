package io.github.bigidtestkit.internal.control;

import static io.github.bigidtestkit.internal.control.Remote.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.testing.Http;
import io.github.bigidtestkit.testing.RawHttp;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile bodies: each gets an error that says what is wrong with it, and changes nothing. */
@Timeout(60)
class HostileBodyTests {

  private static final String TOO_MUCH =
      "this exceeds the limits: a number or a name is too long, or values are nested too deeply. Make it simpler.";
  private static final List<String> STATE = List.of("/users", "/faults", "/resources", "/journal");

  private final Remote remote = new Remote();
  private List<String> before;

  @BeforeEach
  void look() {
    assertThat(remote.call("PUT", "/clock", "{\"frozen\":true}").statusCode()).isEqualTo(200);
    before = state();
  }

  @AfterEach
  void nothing_has_changed() {
    assertThat(state()).isEqualTo(before);
    remote.close();
  }

  private List<String> state() {
    Stream<String> bodies = STATE.stream().map(path -> remote.get(path).body());
    return Stream.concat(bodies, Stream.of(remote.bigId.clock().toString())).toList();
  }

  private void refused(String method, String path, String body, String detail) {
    assertThat(problem(remote.call(method, path, body))).isEqualTo(problem(400, detail));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void ten_thousand_levels(String level) {
    String deep = level.repeat(10_000);
    for (String path : List.of("/clock/advance", "/faults", "/tokens", "/reset")) {
      assertThat(problem(remote.post(path, deep)))
          .startsWith(problem(400, "line 1, column "))
          .endsWith(TOO_MUCH);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/clock/advance | {\"by\":\"PT9223372036854775807S\"} | The sandbox clock can't be set to [+1000000000-12-31T23:59:59.999999999Z]. It takes instants from 1970-01-01T00:00:00Z to 9999-12-31T23:59:59Z.",
        "/clock/advance | {\"by\":\"PT9223372036854775808S\"} | line 1, column 7: by [PT9223372036854775808S] is not an ISO-8601 duration in days, hours, minutes and seconds. Write 15 minutes as [PT15M], 30 days as [P30D].",
        "/faults | {\"fault\":\"STALL\",\"for\":\"PT9223372036854775807S\"} | for [PT2562047788015215H30M7S] is out of range. Give a positive time of at most [PT10M].",
        "/faults | {\"fault\":\"STALL\",\"times\":99999999999999999999} | line 1, column 26: times [99999999999999999999] is not a whole number of at most 2147483647.",
        "/faults | {\"fault\":\"STALL\",\"times\":1e400} | line 1, column 26: times [1E+400] is not a whole number of at most 2147483647.",
        "/faults | {\"fault\":\"STALL\",\"times\":\"1\"} | line 1, column 26: times must be a whole number, but is text. Write it without quotes.",
        "/faults | {\"fault\":[\"STALL\"]} | line 1, column 10: fault must be text, but is an array. Write it in quotes.",
        "/tokens | {\"kind\":\"USER\",\"kind\":\"SYSTEM\"} | line 1, column 22: kind is there twice. Remove one.",
        "/tokens | {\"kind\":\"\\ud800\"} | line 1, column 9: kind has half of a surrogate pair, which can't be written as UTF-8. Remove it.",
        "/tokens | {\"kind\":\"US\\u0000ER\\u2028\"} | line 1, column 9: kind [US?ER?] is not known. Known are USER, SESSION, SYSTEM.",
        "/tokens | {\"kind\":\"USER\",\"validFor\":\"PT\\u0000\"} | line 1, column 27: validFor [PT?] is not an ISO-8601 duration in days, hours, minutes and seconds. Write 15 minutes as [PT15M], 30 days as [P30D].",
      })
  void values_of_all_kinds(String path, String body, String detail) {
    refused("POST", path, body, detail);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"delay\":\"PT9223372036854775807S\"}",
        "{\"delay\":\"PT1S\",\"delayAtMost\":\"PT9223372036854775807S\"}",
        "{\"bytesPerSecond\":2147483648}",
        "{\"status\":503,\"retryAfter\":\"PT-9223372036854775808S\"}",
        "{\"status\":503,\"headers\":{\"X\":\"a\\r\\nY: b\"}}",
        "{\"status\":503,\"headers\":{\"X\\u0000\":\"a\"}}",
        "{\"status\":503,\"contentType\":\"a\\r\\nY: b\"}",
      })
  void faults_that_can_not_be(String body) {
    assertThat(problem(remote.post("/faults", body))).startsWith(problem(400, ""));
  }

  @Test
  void half_a_surrogate_pair_does_not_spoil_a_user_for_good() {
    refused(
        "PATCH",
        "/users/bigid",
        "{\"firstName\":\"\\ud83d\"}",
        "line 1, column 14: firstName has half of a surrogate pair, which can't be written as UTF-8. Remove it.");
  }

  @Test
  void a_long_key_that_is_cut_within_a_surrogate_pair_is_shown_all_the_same() {
    String key = "k".repeat(59);
    refused(
        "POST",
        "/reset",
        "{\"" + key + "\ud83d\ude00\":1}",
        "line 1, column 2: " + key + "?… is not known. Known here: .");
  }

  @Test
  void a_clock_that_can_not_be_set_is_not_let_run_either() {
    refused(
        "PUT",
        "/clock",
        "{\"frozen\":false,\"instant\":\"1969-12-31T23:59:59Z\"}",
        "The sandbox clock can't be set to [1969-12-31T23:59:59Z]. It takes instants from 1970-01-01T00:00:00Z to 9999-12-31T23:59:59Z.");
  }

  @Test
  void secrets_are_not_echoed() {
    for (String body :
        List.of(
            "{\"password\":{\"s3cret-word\":1}}",
            "{\"password\":[\"s3cret-word\"]}",
            "{\"password\":\"s3cret-word\\ud800\"}",
            "{\"password\":\"s3cret-word\",\"password\":\"s3cret-word\"}",
            "{\"password\":\"s3cret-word")) {
      var answer = remote.call("PUT", "/users/eve", body);
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).doesNotContain("s3cret-word").doesNotContain(remote.control.key());
    }
  }

  @Test
  void several_keys_are_none() {
    String key = "Bearer " + remote.control.key();
    var twice = remote.request("POST", "/reset", "{}").header("Authorization", key);
    assertThat(problem(Http.send(twice.build())))
        .isEqualTo(
            problem(
                401,
                "There are 2 Authorization headers. Send one Authorization header: Bearer and the key of the sandbox."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Content-Length: 20 | {} | The body broke off before its end. Send it whole.",
      })
  void bodies_that_do_not_come_as_they_should(String header, String body, String detail) {
    String request =
        String.join(
            "\r\n",
            "POST /__sandbox/reset HTTP/1.1",
            "Host: localhost",
            "Content-Type: application/json",
            "Authorization: Bearer " + remote.control.key(),
            header,
            "",
            body,
            "");
    try (RawHttp raw = new RawHttp(remote.bigId)) {
      String answer = raw.send(request).finish().answer();
      assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"detail\":\"" + detail);
    }
  }
}
