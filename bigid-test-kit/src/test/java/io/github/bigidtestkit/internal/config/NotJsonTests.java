package io.github.bigidtestkit.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts that are no configuration before any key is looked at. */
class NotJsonTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"port\": 1,}|line 1, column 12",
        "{\"port\": 1|line 1, column 11",
        "{\"port\" 1}|line 1, column 9",
        "{port: 1}|line 1, column 2",
        "{'port': 1}|line 1, column 2",
        "{\"port\": 01}|line 1, column 11",
        "{\"port\": NaN}|line 1, column 13",
        "{\"port\": nul}|line 1, column 10",
        "port: 1|line 1, column 1",
        "{\"dialect\": \"OBSERVED}|line 1, column 23",
        "{ # port|line 1, column 3",
        "]|line 1, column 1",
      })
  void text_that_is_not_json(String text, String place) {
    Refused.settings(
        text, place + ": this is not JSON. Look for a comma, quote or bracket there or before.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"``", "`  `", "`// nothing`"})
  void nothing(String text) {
    Refused.settings(text, "line 1, column 1: there is nothing here. Write at least [{}].");
  }

  @Test
  void what_follows_the_end() {
    Refused.settings(
        "{}\n{}", "line 2, column 1: something follows the end of the text. Remove it.");
  }

  @Test
  void rubbish_after_the_end() {
    Refused.settings(
        "{}\nrubbish",
        "line 2, column 1: this is not JSON. Look for a comma, quote or bracket there or before.");
  }

  @Test
  void keys_that_are_there_twice() {
    Refused.settings(
        "{\"users\": [{\"username\": \"a\",\n \"username\": \"b\"}]}",
        "line 2, column 2: users[0].username is there twice. Remove one.");
  }

  @Test
  void keys_that_are_there_twice_in_an_answer() {
    Refused.settings(
        "{\"resources\": [{\"path\": \"/a\", \"json\": {\"id\": 1, \"id\": 2}}]}",
        "line 1, column 49: resources[0].json.id is there twice. Remove one.");
  }

  @Test
  void values_that_are_nested_too_deeply() {
    Refused.settings(
        "[".repeat(2_000),
        "line 1, column 1002: this is more than is read: a number or a name is too long, or values are nested too deeply. Make it simpler.");
  }

  @Test
  void numbers_that_are_too_long() {
    Refused.settings(
        "{\"port\": " + "1".repeat(2_000) + "}",
        "line 1, column 2010: this is more than is read: a number or a name is too long, or values are nested too deeply. Make it simpler.");
  }

  @Test
  void a_number_alone() {
    Refused.settings(
        "1",
        "line 1, column 1: the text must be an object, but is a number. Known in it: port, https, hostNames, http2, dialect, userTokenTtl, sessionTokenTtl, systemTokenTtl, lockAfter, lockFor, journalCapacity, users, resources, faults.");
  }

  @Test
  void comments_are_let_through() {
    String text = "// why\n{\"port\": /* not */ 1} // here";
    assertThat(SandboxJson.settings("", text).port()).isEqualTo(1);
  }
}
