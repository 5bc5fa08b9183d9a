package io.github.bigidtestkit.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.testing.Expect;
import io.github.bigidtestkit.testing.Http;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class MalformedLoginTests {

  private static final String[] JSON = {"Content-Type", "application/json"};

  private final FakeBigId bigId = FakeBigId.start();

  @AfterEach
  void stop() {
    bigId.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"username\"",
        "{\"username\":",
        "{\"username\":\"bigid\"",
        "{\"username\":\"bigid\",",
        "{\"username\":\"bigid\",\"password\":\"learner",
        "{\"username\":\"bigid\",\"password\":\"learner\"",
        "{\"username\":\"bigid\",\"password\":\"learner\",}",
        "{username:\"bigid\",password:\"learner\"}",
        "{'username':'bigid','password':'learner'}",
        "{\"username\":\"bigid\" \"password\":\"learner\"}",
        "{\"username\":\"bi\u0000gid\",\"password\":\"learner\"}",
        "\u0000",
        "{\"username\":\"bigid\",\"password\":\"learner\",\"x\":NaN}",
        "{\"username\":\"bigid\",\"password\":\"learner\"}}",
        "{\"username\":\"bigid\",\"password\":\"learner\"}garbage",
        "{\"username\":\"\\q\",\"password\":\"learner\"}",
        "// a comment\n{\"username\":\"bigid\",\"password\":\"learner\"}",
        "username=bigid&password=learner",
        "nul",
        "<login/>"
      })
  void what_is_not_json_is_refused_with_the_place(String body) {
    var answer = Http.login(bigId, body, JSON);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .matches(Expect.failurePattern("The body is not JSON: line \\d+, column \\d+"));
    Expect.lastRefusal(bigId, 400, Reason.MALFORMED_JSON);
    Expect.stillServes(bigId);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | The body is empty; it must be a JSON object",
        "' \t\r\n ' | The body is empty; it must be a JSON object",
        "[] | The body is an array; it must be a JSON object",
        "[{\"username\":\"bigid\",\"password\":\"learner\"}] | The body is an array; it must be a JSON object",
        "\"text\" | The body is a string; it must be a JSON object",
        "17 | The body is a number; it must be a JSON object",
        "-1.5e3 | The body is a number; it must be a JSON object",
        "null | The body is null; it must be a JSON object",
        "true | The body is a boolean; it must be a JSON object",
        "{\"username\":\"bigid\",\"password\":\"learner\"} {} | The body is not JSON: something follows the value at line 1, column 44",
        "{\"username\":\"bigid\",\"password\":\"learner\"}null | The body is not JSON: something follows the value at line 1, column 46",
      })
  void json_that_is_no_object_is_refused(String body, String message) {
    Expect.refused(bigId, Http.login(bigId, body, JSON), 400, Reason.MALFORMED_JSON, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | The field [username] is missing",
        "{\"password\":\"learner\"} | The field [username] is missing",
        "{\"username\":\"bigid\"} | The field [password] is missing",
        "{\"Username\":\"bigid\",\"password\":\"learner\"} | The field [username] is missing",
        "{\"username\":\"\",\"password\":\"learner\"} | The field [username] is blank",
        "{\"username\":\" \\t\",\"password\":\"learner\"} | The field [username] is blank",
        "{\"username\":\"bigid\",\"password\":\"\"} | The field [password] is blank",
        "{\"username\":null,\"password\":\"learner\"} | The field [username] is null; it must be a string",
        "{\"username\":1,\"password\":\"learner\"} | The field [username] is a number; it must be a string",
        "{\"username\":1.5,\"password\":\"learner\"} | The field [username] is a number; it must be a string",
        "{\"username\":[\"bigid\"],\"password\":\"learner\"} | The field [username] is an array; it must be a string",
        "{\"username\":{},\"password\":\"learner\"} | The field [username] is an object; it must be a string",
        "{\"username\":\"bigid\",\"password\":true} | The field [password] is a boolean; it must be a string",
        "{\"username\":\"bigid\",\"password\":12345} | The field [password] is a number; it must be a string",
      })
  void wrong_fields_are_refused_by_name(String body, String message) {
    Expect.refused(bigId, Http.login(bigId, body, JSON), 400, Reason.INVALID_FIELD, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"username\":\"a\",\"username\":\"bigid\",\"password\":\"learner\"} | username | 17",
        "{\"username\":\"bigid\",\"password\":\"x\",\"password\":\"learner\"} | password | 36",
        "{\"username\":\"bigid\",\"password\":\"learner\",\"x\":1,\"x\":2} | x | 48",
        "{\"username\":\"bigid\",\"password\":\"learner\",\"x\":[{\"y\":null,\"y\":2}]} | y | 57",
      })
  void a_key_that_is_there_twice_is_named(String body, String key, int column) {
    Expect.refused(
        bigId,
        Http.login(bigId, body, JSON),
        400,
        Reason.DUPLICATE_FIELD,
        "The body is ambiguous: the key [%s] is there twice, at line 1, column %s"
            .formatted(key, column));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "{\"username\":[", "{\"x\":{\"y\":["})
  void deep_nesting_is_refused(String opening) {
    var answer = Http.login(bigId, opening.repeat(10_000), JSON);
    assertThat(answer.statusCode()).isEqualTo(400);
    Expect.stillServes(bigId);
  }

  @Test
  void nesting_in_a_field_that_nobody_asked_for_is_refused_when_too_deep() {
    String deep = "[".repeat(10_000) + "]".repeat(10_000);
    var answer =
        Http.login(
            bigId,
            "{\"x\":%s,\"username\":\"bigid\",\"password\":\"learner\"}".formatted(deep),
            JSON);
    assertThat(answer.statusCode()).isEqualTo(400);
    Expect.lastRefusal(bigId, 400, Reason.MALFORMED_JSON);
    Expect.stillServes(bigId);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  {\"username\" : \"bigid\" ,\n\t\"password\" : \"learner\" }  \r\n",
        "{\"password\":\"learner\",\"username\":\"bigid\"}",
        "{\"x\":{\"username\":\"other\"},\"username\":\"bigid\",\"password\":\"learner\",\"y\":[1,{}]}",
        "{\"username\":\"\\u0062igid\",\"password\":\"learn\\u0065r\"}"
      })
  void odd_but_sound_json_is_accepted(String body) {
    assertThat(Http.login(bigId, body, JSON).statusCode()).isEqualTo(200);
  }
}
