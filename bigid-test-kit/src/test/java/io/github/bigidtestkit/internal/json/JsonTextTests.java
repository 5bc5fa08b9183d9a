package io.github.bigidtestkit.internal.json;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bigidtestkit.Resource;
import io.github.bigidtestkit.User;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are refused before any key is read. */
class JsonTextTests {

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
    Refused.as(
        UserJson.class,
        text,
        place + ": this is not JSON. Look for a comma, quote or bracket there or before.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"``", "`  `", "`\n`"})
  void nothing(String text) {
    Refused.as(
        UserJson.class, text, "line 1, column 1: there is nothing here. Write at least [{}].");
  }

  @Test
  void what_follows_the_end() {
    Refused.as(
        UserJson.class,
        "{}\n{}",
        "line 2, column 1: something follows the end of the text. Remove it.");
  }

  @Test
  void rubbish_after_the_end() {
    Refused.as(
        UserJson.class,
        "{}\nrubbish",
        "line 2, column 1: this is not JSON. Look for a comma, quote or bracket there or before.");
  }

  @Test
  void keys_that_are_there_twice() {
    Refused.as(
        User[].class,
        "[{\"username\": \"a\",\n \"username\": \"b\"}]",
        "line 2, column 12: [0].username is there twice. Remove one.");
  }

  @Test
  void keys_that_are_there_twice_in_the_body_of_a_resource() {
    Refused.as(
        Resource.class,
        "{\"path\": \"/a\", \"json\": {\"id\": 1, \"id\": 2}}",
        "line 1, column 38: json.id is there twice. Remove one.");
  }

  @Test
  void values_that_are_nested_too_deeply() {
    Refused.as(
        UserJson.class,
        "[".repeat(2_000),
        "line 1, column 1002: this exceeds the limits: a number or a name is too long, or values are nested too deeply. Make it simpler.");
  }

  @Test
  void numbers_that_are_too_long() {
    Refused.as(
        UserJson.class,
        "{\"port\": " + "1".repeat(2_000) + "}",
        "line 1, column 2010: this exceeds the limits: a number or a name is too long, or values are nested too deeply. Make it simpler.");
  }

  @Test
  void a_number_alone() {
    Refused.as(
        UserJson.class,
        "1",
        "line 1, column 1: the text must be an object, but is a number. Put it into {braces}.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"username\": \"a\",}", "// why\n{}", "{} // why", "{/* why */}", "{ # why\n}"})
  void comments_and_trailing_commas(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Refused.bound(UserJson.class, text))
        .withMessageContaining(": this is not JSON. ");
  }

  @Test
  void a_charset_other_than_utf_8() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonText.of("sandbox.json", "{}".getBytes(StandardCharsets.UTF_16)))
        .withMessage("sandbox.json is not in UTF-8. Encode it as UTF-8.");
  }

  @Test
  void half_of_a_surrogate_pair() {
    Refused.as(
        Resource.class,
        "{\"path\": \"/a\",\n \"json\": [\"\\ud83d\\ude00\", \"\\ud83d\"]}",
        "line 2, column 27: json[1] has half of a surrogate pair, which can't be written as UTF-8. Remove it.");
  }

  @Test
  void the_source_comes_first() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonText.of("sandbox.json", new byte[0]))
        .withMessage("sandbox.json, line 1, column 1: there is nothing here. Write at least [{}].");
  }
}
