package io.github.bigidtestkit.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bigidtestkit.samples.BigIdException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no sandbox can be made to answer yet. */
class AnswerTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>\r\n<head><title>502 Bad Gateway</title>",
        "",
        "\"success\"",
        "{\"data\":[]}<html>",
        "{\"data\":"
      })
  void a_success_without_json_is_a_failure(String body) {
    assertThatExceptionOfType(BigIdException.class)
        .isThrownBy(() -> Answer.read("GET /x", 200, body).require())
        .withMessage("BigID answered GET /x with 200, but not with JSON")
        .withNoCause()
        .returns(Reason.UNAVAILABLE, BigIdException::reason);
  }

  @Test
  void a_failed_server_is_unavailable() {
    assertThatExceptionOfType(BigIdException.class)
        .isThrownBy(() -> Answer.read("GET /x", 503, "{}").require())
        .withMessage("BigID answered GET /x with 503")
        .returns(Reason.UNAVAILABLE, BigIdException::reason);
  }

  @Test
  void a_field_of_the_wrong_type_is_missing() {
    assertThatExceptionOfType(BigIdException.class)
        .isThrownBy(() -> Answer.read("POST /x", 200, "{\"token\":1}").requireText("token"))
        .withMessage("BigID answered POST /x without a [token]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"success\":true}", "{\"success\":\"false\"}", "[]"})
  void only_success_false_is_a_rejection(String body) {
    assertThat(Answer.read("GET /x", 200, body).rejected()).isFalse();
  }

  @Test
  void a_failed_server_that_says_success_false_rejects_nothing() {
    assertThat(Answer.read("GET /x", 503, "{\"success\":false}").rejected()).isFalse();
  }
}
