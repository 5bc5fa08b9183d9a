package io.github.bigidtestkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import io.github.bigidtestkit.token.TokenDefect;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the answers against an OpenAPI document, by a validator that others wrote. */
class OpenApiTests {

  private static final String DOCUMENT = "bigid-authentication.openapi.yaml";
  private static final String SESSIONS = "/sessions";
  private static final String REFRESH = "/refresh-access-token";
  private static final String[] AS_JSON = {"Content-Type", "application/json"};

  private final OpenApiInteractionValidator validator =
      OpenApiInteractionValidator.createForSpecificationUrl(DOCUMENT).build();

  @ParameterizedTest
  @EnumSource(
      value = Dialect.class,
      names = {"SPECIFICATION", "LENIENT"})
  void answers_of_the_login_fit_the_document(Dialect dialect) {
    try (FakeBigId bigId = ContractTests.start(dialect)) {
      assertFits(SESSIONS, 200, Http.login(bigId, "bigid", "learner"));
      assertFits(SESSIONS, 400, Http.login(bigId, "{\"username\":\"bigid\"", AS_JSON));
      assertFits(SESSIONS, 400, Http.login(bigId, "{\"username\":\"bigid\"}", AS_JSON));
      assertFits(SESSIONS, 401, Http.login(bigId, "bigid", "wrong"));
      assertFits(SESSIONS, 401, Http.login(bigId, "nobody", "learner"));
      assertFits(SESSIONS, 405, Http.call(bigId, "DELETE", SESSIONS));
      assertFits(SESSIONS, 413, Http.login(bigId, " ".repeat(1024 * 1024 + 1), AS_JSON));
      assertFits(SESSIONS, 415, Http.login(bigId, "{}", "Content-Type", "text/plain"));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Dialect.class,
      names = {"SPECIFICATION", "LENIENT"})
  void answers_of_the_refresh_fit_the_document(Dialect dialect) {
    try (FakeBigId bigId = ContractTests.start(dialect)) {
      assertFits(REFRESH, 200, Http.refresh(bigId, bigId.tokens().userToken("bigid")));
      for (TokenDefect defect : TokenDefect.values()) {
        int status = defect == TokenDefect.PERMISSIONS_STRIPPED ? 200 : 401;
        assertFits(REFRESH, status, Http.refresh(bigId, bigId.tokens().userToken("bigid", defect)));
      }
      assertFits(REFRESH, 401, Http.call(bigId, "POST", REFRESH));
      assertFits(REFRESH, 405, Http.call(bigId, "PUT", REFRESH));
      String[] two = {"Authorization", "Bearer a", "Authorization", "Bearer b"};
      assertFits(REFRESH, 400, Http.call(bigId, "POST", REFRESH, two));
    }
  }

  @Test
  void observed_answers_do_not_fit_the_document() {
    try (FakeBigId bigId = ContractTests.start(Dialect.OBSERVED)) {
      var answer = Http.refresh(bigId, bigId.tokens().userToken("bigid"));
      assertThat(keys(REFRESH, answer))
          .containsExactly("validation.response.contentType.notAllowed");
    }
  }

  /** Without this, a validator that passes everything would pass here too. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"success\":true,\"systemToken\":\"a.b.c\",\"extra\":1} | additionalProperties",
        "{\"success\":true} | required",
        "{\"success\":\"true\",\"systemToken\":\"a.b.c\"} | type",
        "{\"success\":false,\"systemToken\":\"a.b.c\"} | enum",
        "{\"success\":true,\"systemToken\":\"a.b\"} | pattern",
      })
  void validator_refuses_wrong_answers(String body, String rule) {
    assertThat(keys(REFRESH, 200, "application/json", body))
        .contains("validation.response.body.schema." + rule);
  }

  @Test
  void validator_refuses_a_status_or_a_missing_header_that_the_document_does_not_allow() {
    String body = Expect.failure("no");
    assertThat(keys(REFRESH, 418, "application/json", body))
        .containsExactly("validation.response.status.unknown");
    assertThat(keys(REFRESH, 401, "application/json", body))
        .containsExactly(
            "validation.response.body.unexpected", "validation.response.header.missing");
  }

  private void assertFits(String path, int status, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(report(path, response(answer)).getMessages()).as(answer.body()).isEmpty();
  }

  private Iterable<String> keys(String path, HttpResponse<String> answer) {
    return keys(report(path, response(answer)));
  }

  private Iterable<String> keys(String path, int status, String contentType, String body) {
    return keys(
        report(
            path,
            SimpleResponse.Builder.status(status)
                .withContentType(contentType)
                .withBody(body)
                .build()));
  }

  private static Iterable<String> keys(ValidationReport report) {
    return report.getMessages().stream().map(ValidationReport.Message::getKey).toList();
  }

  private static SimpleResponse response(HttpResponse<String> answer) {
    var response = SimpleResponse.Builder.status(answer.statusCode()).withBody(answer.body());
    answer.headers().map().forEach(response::withHeader);
    return response.build();
  }

  private ValidationReport report(String path, SimpleResponse response) {
    return validator.validateResponse(path, Method.POST, response);
  }
}
