package io.github.bigidtestkit.internal.http;

import static io.github.bigidtestkit.assertj.BigIdAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.testing.RawHttp;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages in browsers that call from other origins. */
class CorsTests {

  private static final String PAGE = "http://localhost:3000";
  private static final SandboxConfig CONFIG =
      SandboxConfig.builder().corsOrigins(PAGE).protect("DELETE", "/data/{id}", "{}").build();

  private FakeBigId bigId = FakeBigId.start(CONFIG);

  @AfterEach
  void stop() {
    bigId.close();
  }

  private void start(SandboxConfig config) {
    bigId.close();
    bigId = FakeBigId.start(config);
  }

  private String send(String method, String path, String... headers) {
    return RawHttp.exchange(
        bigId,
        "%s /api/v1%s HTTP/1.1\r\nHost: a\r\nConnection: close\r\n%s\r\n"
            .formatted(
                method, path, String.join("", Stream.of(headers).map(h -> h + "\r\n").toList())));
  }

  private String preflight(String path, String origin, String method) {
    return send(
        "OPTIONS",
        path,
        "Origin: " + origin,
        "Access-Control-Request-Method: " + method,
        "Access-Control-Request-Headers: authorization,content-type");
  }

  private static void assertReadable(String answer, String origin) {
    assertThat(answer)
        .contains(
            "\r\nAccess-Control-Allow-Origin: " + origin + "\r\n",
            "\r\nAccess-Control-Allow-Credentials: true\r\n",
            "\r\nVary: Origin\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/sessions POST", "/refresh-access-token GET", "/data/7 DELETE", "/none PUT"})
  void a_preflight_of_a_configured_origin_is_answered_and_is_no_call(String call) {
    String[] parts = call.split(" ", -1);
    String answer = preflight(parts[0], PAGE, parts[1]);
    assertThat(answer)
        .startsWith("HTTP/1.1 204 ")
        .contains(
            "\r\nAccess-Control-Allow-Methods: " + parts[1] + "\r\n",
            "\r\nAccess-Control-Allow-Headers: Authorization, Content-Type, x-access-token\r\n")
        .endsWith("\r\n\r\n");
    assertReadable(answer, PAGE);
    assertThat(bigId.journal().exchanges()).isEmpty();
  }

  @Test
  void a_preflight_meets_no_fault() {
    bigId.faults().inject(Fault.status(503)).times(1).start();
    assertThat(preflight("/sessions", PAGE, "POST")).startsWith("HTTP/1.1 204 ");
    assertThat(send("POST", "/sessions", "Origin: " + PAGE)).startsWith("HTTP/1.1 503 ");
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void every_answer_may_be_read(Dialect dialect) {
    bigId.setDialect(dialect);
    assertReadable(send("POST", "/sessions", "Origin: " + PAGE), PAGE);
    assertReadable(send("GET", "/refresh-access-token", "Origin: " + PAGE), PAGE);
    assertReadable(send("GET", "/data", "Origin: " + PAGE), PAGE);
    bigId.faults().inject(Fault.status(429)).times(1).start();
    assertReadable(send("GET", "/data", "Origin: " + PAGE), PAGE);
    assertThat(bigId.journal().exchanges()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://localhost:3001", "https://localhost:3000", "null", PAGE + ".evil.test"})
  void another_origin_is_refused_and_its_preflight_is_a_call(String origin) {
    String answer = preflight("/sessions", origin, "POST");
    assertThat(answer).doesNotContain("Access-Control-").contains("\r\nVary: Origin\r\n");
    assertThat(bigId.journal().exchanges())
        .singleElement()
        .extracting("method", "reason")
        .containsExactly("OPTIONS", Reason.METHOD_NOT_ALLOWED);
    assertThat(send("POST", "/sessions", "Origin: " + origin)).doesNotContain("Access-Control-");
  }

  @Test
  void any_origin_may_be_allowed() {
    start(SandboxConfig.builder().corsOrigins("*").build());
    assertReadable(preflight("/sessions", "https://a.test", "POST"), "https://a.test");
    assertReadable(send("POST", "/sessions", "Origin: null"), "null");
  }

  @Test
  void options_without_the_question_of_a_preflight_are_a_call() {
    assertReadable(send("OPTIONS", "/sessions", "Origin: " + PAGE), PAGE);
    assertThat(bigId.journal().exchanges()).hasSize(1);
  }

  @Test
  void nothing_is_said_unless_it_is_switched_on() {
    start(SandboxConfig.defaults());
    assertThat(preflight("/sessions", PAGE, "POST"))
        .doesNotContain("Access-Control-", "Vary")
        .startsWith("HTTP/1.1 405 ");
    bigId.reset(CONFIG);
    assertThat(preflight("/sessions", PAGE, "POST")).startsWith("HTTP/1.1 204 ");
  }
}
