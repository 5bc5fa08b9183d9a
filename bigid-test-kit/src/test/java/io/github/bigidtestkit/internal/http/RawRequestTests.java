package io.github.bigidtestkit.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.testing.Expect;
import io.github.bigidtestkit.testing.RawHttp;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only a socket can send. */
@Timeout(60)
class RawRequestTests {

  private static final String LOGIN = "{\"username\":\"bigid\",\"password\":\"learner\"}";
  private static final String HEAD =
      "POST /api/v1/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

  private final FakeBigId bigId = FakeBigId.start();

  @AfterEach
  void stop() {
    bigId.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense\r\n\r\n",
        "GET\r\n\r\n",
        "GET /api/v1/sessions\r\n\r\n",
        "GET /api/v1/sessions HTTP/9.9\r\n\r\n",
        "GET  HTTP/1.1\r\n\r\n",
        "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n",
        "POST /api/v1/sessions HTTP/1.1\r\nHost localhost\r\n\r\n",
        "POST /api/v1/sessions HTTP/1.1\r\nHost: a\r\nContent-Length: many\r\n\r\n",
        "POST /api/v1/sessions HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n",
        "POST /api/v1/sessions HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "GET /api/v1/sessions?%zz HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /api/v1/sess%zzions HTTP/1.1\r\nHost: a\r\n\r\n"
      })
  void what_is_no_http_gets_a_4xx_or_a_closed_connection(String text) {
    try (RawHttp raw = new RawHttp(bigId)) {
      assertThat(raw.send(text).finish().answer()).matches("(?s)|HTTP/1.1 4\\d\\d .*");
    }
    Expect.stillServes(bigId);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GET", "GET /api/v1/ses", HEAD, HEAD + "Content-Length: 100\r\n"})
  void half_a_head_is_not_answered(String half) {
    try (RawHttp raw = new RawHttp(bigId)) {
      assertThat(raw.send(half).finish().closedByServer()).isTrue();
    }
    assertThat(bigId.journal().exchanges()).isEmpty();
    Expect.stillServes(bigId);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 100\r\n\r\n{\"username", "Content-Length: 1\r\n\r\n"})
  void half_a_body_is_refused(String rest) {
    try (RawHttp raw = new RawHttp(bigId)) {
      String answer = raw.send(HEAD + rest).finish().answer();
      assertThat(answer).startsWith("HTTP/1.1 400 Bad Request\r\n");
      assertThat(answer).endsWith(Expect.failure("The body broke off before its end"));
      assertThat(raw.closedByServer()).isTrue();
    }
    Expect.lastRefusal(bigId, 400, Reason.MALFORMED_JSON);
    Expect.stillServes(bigId);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "9\r\n{\"usern", "29", "29\r\n"})
  void half_a_body_in_chunks_closes_the_connection(String chunks) {
    try (RawHttp raw = new RawHttp(bigId)) {
      raw.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n" + chunks).finish();
      assertThat(raw.closedByServer()).isTrue();
    }
    bigId.journal().await(call -> call.reason() == Reason.MALFORMED_JSON, Duration.ofSeconds(20));
    Expect.stillServes(bigId);
  }

  @Test
  void a_client_that_leaves_in_the_middle_does_no_harm() {
    for (int i = 0; i < 50; i++) {
      try (RawHttp raw = new RawHttp(bigId)) {
        raw.send(HEAD + "Content-Length: 100\r\n\r\n{\"username");
      }
    }
    Expect.stillServes(bigId);
  }

  @Test
  void an_announced_body_is_asked_for() {
    try (RawHttp raw = new RawHttp(bigId)) {
      raw.send(HEAD + "Expect: 100-continue\r\nContent-Length: " + LOGIN.length() + "\r\n\r\n");
      assertThat(raw.answer()).startsWith("HTTP/1.1 100 Continue\r\n");
      assertThat(raw.send(LOGIN).answer()).startsWith("HTTP/1.1 200 OK\r\n");
    }
  }

  @Test
  void an_announced_body_that_is_too_large_is_refused_before_it_is_sent() {
    try (RawHttp raw = new RawHttp(bigId)) {
      raw.send(HEAD + "Expect: 100-continue\r\nContent-Length: 9999999\r\n\r\n");
      assertThat(raw.answer()).startsWith("HTTP/1.1 413 ");
    }
    Expect.lastRefusal(bigId, 413, Reason.BODY_TOO_LARGE);
    Expect.stillServes(bigId);
  }

  @Test
  void requests_sent_in_one_go_are_answered_in_order() {
    try (RawHttp raw = new RawHttp(bigId)) {
      raw.send(RawHttp.login() + RawHttp.post("/sessions", "", "{}") + RawHttp.login());
      assertThat(raw.answer()).startsWith("HTTP/1.1 200 ");
      assertThat(raw.answer()).startsWith("HTTP/1.1 415 ");
      assertThat(raw.answer()).startsWith("HTTP/1.1 200 ");
    }
    assertThat(bigId.journal().exchanges()).hasSize(3);
  }

  @Test
  void a_body_that_comes_one_byte_at_a_time_is_read() {
    try (RawHttp raw = new RawHttp(bigId)) {
      RawHttp.login().chars().forEach(c -> raw.send(Character.toString(c)));
      assertThat(raw.answer()).startsWith("HTTP/1.1 200 OK\r\n");
    }
  }

  @Test
  void an_absolute_url_and_http_1_0_are_understood() {
    String absolute = "http://localhost:" + bigId.port() + "/api/v1/sessions";
    assertThat(RawHttp.exchange(bigId, RawHttp.login().replace("/api/v1/sessions", absolute)))
        .startsWith("HTTP/1.1 200 OK\r\n");
    assertThat(RawHttp.exchange(bigId, RawHttp.login().replace("HTTP/1.1", "HTTP/1.0")))
        .startsWith("HTTP/1.0 200 OK\r\n");
  }

  @Test
  void more_headers_or_parameters_than_anybody_sends_get_a_4xx() {
    String headers = "X-Filler: 1\r\n".repeat(5_000);
    String parameters = "/sessions?" + "a=b&".repeat(5_000);
    String url = "/" + "x".repeat(3_000_000);
    assertThat(RawHttp.exchange(bigId, RawHttp.post("/sessions", headers, "")))
        .startsWith("HTTP/1.1 4");
    Expect.stillServes(bigId);
    assertThat(RawHttp.exchange(bigId, RawHttp.post(parameters, "", ""))).startsWith("HTTP/1.1 4");
    Expect.stillServes(bigId);
    assertThat(RawHttp.exchange(bigId, RawHttp.post(url, "", ""))).matches("(?s)|HTTP/1.1 4.*");
    Expect.stillServes(bigId);
  }
}
