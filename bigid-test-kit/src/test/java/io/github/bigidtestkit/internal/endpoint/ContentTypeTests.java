package io.github.bigidtestkit.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.testing.Expect;
import io.github.bigidtestkit.testing.Http;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTypeTests {

  private static final String SOUND = "{\"username\":\"bigid\",\"password\":\"learner\"}";

  private final FakeBigId bigId = FakeBigId.start();

  @AfterEach
  void stop() {
    bigId.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json; charset=utf-8",
        "application/json;charset=UTF-8",
        "APPLICATION/JSON ; charset=\"utf-8\"",
        "application/json;"
      })
  void content_types_that_mean_json_are_accepted(String type) {
    assertThat(Http.login(bigId, SOUND, "Content-Type", type).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain, text/plain",
    "text/json, text/json",
    "Application/JSONP; charset=utf-8, application/jsonp",
    "application/vnd.api+json, application/vnd.api+json",
    "application, application",
    "'application/json, text/plain', 'application/json, text/plain'",
    "; charset=utf-8, ''",
    ";, ''",
    ";;;, ''",
    "'', ''"
  })
  void other_content_types_are_refused_by_name(String type, String named) {
    Expect.refused(
        bigId,
        Http.login(bigId, SOUND, "Content-Type", type),
        415,
        Reason.UNSUPPORTED_CONTENT_TYPE,
        "The Content-Type is [%s]; it must be application/json or application/x-www-form-urlencoded"
            .formatted(named));
  }

  @Test
  void missing_content_type_is_refused() {
    Expect.refused(
        bigId,
        Http.login(bigId, SOUND, new String[0]),
        415,
        Reason.UNSUPPORTED_CONTENT_TYPE,
        "There is no Content-Type header; it must be application/json or application/x-www-form-urlencoded");
  }

  @Test
  void long_content_types_are_cut_in_the_message() {
    Expect.refused(
        bigId,
        Http.login(bigId, SOUND, "Content-Type", "x".repeat(10_000)),
        415,
        Reason.UNSUPPORTED_CONTENT_TYPE,
        "The Content-Type is [%s…]; it must be application/json or application/x-www-form-urlencoded"
            .formatted("x".repeat(60)));
  }
}
