package io.github.bigidtestkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport.Message;
import io.github.bigidtestkit.EveryCall.Answered;
import io.github.bigidtestkit.testing.Expect;
import io.github.bigidtestkit.testing.Http;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The published OpenAPI document and the sandbox say the same, by a validator that others wrote.
 */
class OpenApiTests {

  private static final String REFRESH = "/refresh-access-token";

  private static final Map<Dialect, List<Answered>> ANSWERS = new ConcurrentHashMap<>();

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void every_answer_fits_the_document(Dialect dialect) {
    OpenApiDocument document = OpenApiDocument.in(dialect);
    assertThat(answers(dialect))
        .hasSizeGreaterThan(1_000)
        .allSatisfy(call -> assertThat(complaints(document, call)).as("%s", call).isEmpty());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void every_answer_in_the_document_is_given_and_no_other(Dialect dialect) {
    OpenApiDocument document = OpenApiDocument.in(dialect);
    Set<String> given =
        answers(dialect).stream()
            .map(
                call ->
                    OpenApiDocument.key(
                        method(document, call),
                        path(call),
                        String.valueOf(call.status()),
                        call.type()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(given).isEqualTo(document.answers());
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void every_example_in_the_document_is_given(Dialect dialect) {
    Map<String, Set<Object>> given =
        answers(dialect).stream()
            .filter(call -> !call.body().isEmpty())
            .collect(
                Collectors.groupingBy(
                    call ->
                        OpenApiDocument.key(
                            "", path(call), String.valueOf(call.status()), call.type()),
                    Collectors.mapping(
                        call -> OpenApiDocument.body(call.body()), Collectors.toSet())));
    Map<String, Set<Object>> examples = OpenApiDocument.in(dialect).examples();
    assertThat(examples.keySet()).isEqualTo(given.keySet());
    examples.forEach((key, values) -> assertThat(given.get(key)).as(key).containsAll(values));
  }

  @Test
  void calls_with_head_get_the_status_alone() {
    try (FakeBigId bigId = FakeBigId.start()) {
      for (String path : List.of("/sessions", REFRESH, "/open")) {
        var answer = Http.call(bigId, "HEAD", path);
        assertThat(answer.statusCode()).isEqualTo(path.equals("/open") ? 401 : 405);
        assertThat(answer.body()).isEmpty();
      }
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
    assertThat(keys(Dialect.LENIENT, 200, "application/json", body))
        .contains("validation.response.body.schema." + rule);
  }

  @Test
  void validator_refuses_what_the_document_does_not_list() {
    String body = Expect.failure("no");
    assertThat(keys(Dialect.LENIENT, 418, "application/json", body))
        .containsExactly("validation.response.status.unknown");
    assertThat(keys(Dialect.LENIENT, 401, "application/json", body))
        .containsExactly("validation.response.header.missing");
    assertThat(keys(Dialect.LENIENT, 200, "text/html", body))
        .containsExactly("validation.response.contentType.notAllowed");
    assertThat(keys(Dialect.TRAINING_SANDBOX, 200, "text/html", body)).isEmpty();
    assertThat(keys(Dialect.TRAINING_SANDBOX, 401, "text/html", body))
        .containsExactly("validation.response.status.unknown");
  }

  private static List<Answered> answers(Dialect dialect) {
    return ANSWERS.computeIfAbsent(dialect, EveryCall::in);
  }

  private static List<String> keys(Dialect dialect, int status, String type, String body) {
    SimpleResponse answer =
        SimpleResponse.Builder.status(status).withContentType(type).withBody(body).build();
    return OpenApiDocument.in(dialect).complaints(REFRESH, "POST", answer).stream()
        .map(Message::getKey)
        .toList();
  }

  private static List<Message> complaints(OpenApiDocument document, Answered call) {
    var answer = SimpleResponse.Builder.status(call.status());
    answer.withBody(call.body());
    call.headers().map().forEach(answer::withHeader);
    return document.complaints(path(call), method(document, call), answer.build());
  }

  private static String path(Answered call) {
    return switch (call.path()) {
      case "/api/v1/sessions" -> "/sessions";
      case "/api/v1/refresh-access-token" -> REFRESH;
      default -> "/{resource}";
    };
  }

  /** What other methods get is in the document at those that are served. */
  private static String method(OpenApiDocument document, Answered call) {
    return document.offers(path(call), call.method()) ? call.method() : "POST";
  }
}
