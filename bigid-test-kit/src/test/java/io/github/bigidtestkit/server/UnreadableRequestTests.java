package io.github.bigidtestkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.Rejection;
import io.github.bigidtestkit.journal.Rejection.Reason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What never gets as far as an endpoint stands in the journal all the same. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnreadableRequestTests {

  private final FakeBigId bigId = FakeBigId.start();

  @BeforeEach
  void clear() {
    bigId.journal().clear();
  }

  @AfterAll
  void stop() {
    bigId.close();
  }

  private Exchange refused(String text) {
    try (RawHttp raw = new RawHttp(bigId)) {
      assertThat(raw.send(text + RawHttp.login()).answer()).matches("(?s)HTTP/\\d\\.\\d 400 .*");
      assertThat(raw.closedByServer()).isTrue();
    }
    assertThat(bigId.journal().exchanges()).hasSize(1);
    return bigId.journal().last().orElseThrow();
  }

  private static Rejection malformed(String explanation) {
    return new Rejection(Reason.MALFORMED_REQUEST, explanation);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense\r\n\r\n",
        "\r\n",
        "\n",
        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0",
        "GET /api/v1/data\r\n",
        "GET /api/v1/data HTTP/2.0\r\nHost: a\r\n\r\n",
        "GET /api/v1/data HTTP/1.10\r\nHost: a\r\n\r\n",
        "GET /api/v1/data http/1.1\r\nHost: a\r\n\r\n",
        "GET /api/v1/data HTTP/1.1\nHost: a\n\n",
        "GET /api/v1/data HTTP/1.1\rHost: a\r\r",
        "GET  /api/v1/data HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET\t/api/v1/data HTTP/1.1\r\nHost: a\r\n\r\n",
        "G<b>T /api/v1/data HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /api/v1/data HTTP/1.1\r\n Host: a\r\n\r\n",
      })
  void a_head_that_is_not_http_1_1(String text) {
    assertThat(refused(text))
        .returns("?", Exchange::method)
        .returns("?", Exchange::path)
        .returns(400, Exchange::status)
        .returns(
            malformed("The request line or a header is not HTTP/1.1, or there is too much of them"),
            Exchange::rejection);
    Expect.stillServes(bigId);
  }

  @ParameterizedTest
  @CsvSource({
    "X: y, No Host Header",
    "'Host: a\r\nHost: b', Only One Host Header Allowed",
    "Host: a b, Host Header Bad Characters",
    "Host: a:port, Host Header Malformed Port",
    "Host: [::1, Host Header Malformed IP-Literal"
  })
  void a_host_header_that_is_none(String header, String phrase) {
    assertThat(refused("GET /api/v1/data HTTP/1.1\r\n" + header + "\r\n\r\n").rejection())
        .isEqualTo(
            malformed("The Host header is missing, doubled or malformed (%s)".formatted(phrase)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.2", "HTTP/3.0", "HTTP/9.9"})
  void a_version_of_the_future_is_taken_for_1_1(String version) {
    try (RawHttp raw = new RawHttp(bigId)) {
      raw.send(RawHttp.login().replace("HTTP/1.1", version));
      assertThat(raw.answer()).startsWith("HTTP/1.1 200 ");
    }
    assertThat(bigId.journal().exchanges()).hasSize(1);
  }

  @Test
  void http_0_9() {
    assertThat(refused("GET /api/v1/data HTTP/0.9\r\n\r\n"))
        .returns("/api/v1/data", Exchange::path)
        .returns(malformed("HTTP/0.9 is not served; send HTTP/1.1"), Exchange::rejection);
  }

  @Test
  void garbage_behind_a_sound_request() {
    try (RawHttp raw = new RawHttp(bigId)) {
      raw.send(RawHttp.login() + "garbage\r\n\r\n" + RawHttp.login());
      assertThat(raw.answer()).startsWith("HTTP/1.1 200 ");
      assertThat(raw.answer()).startsWith("HTTP/1.1 400 ");
      assertThat(raw.closedByServer()).isTrue();
    }
    assertThat(bigId.journal().exchanges()).extracting(Exchange::status).containsExactly(200, 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage\r\n\r\n", "GET /api/v1/data HTTP/1.1\r\n\r\n"})
  void what_comes_behind_a_request_without_a_body(String refused) {
    String get = "GET /api/v1/data HTTP/1.1\r\nHost: a\r\n\r\n";
    try (RawHttp raw = new RawHttp(bigId)) {
      raw.send(get + get + refused + RawHttp.login());
      assertThat(raw.answer()).startsWith("HTTP/1.1 401 ");
      assertThat(raw.answer()).startsWith("HTTP/1.1 401 ");
      assertThat(raw.answer()).startsWith("HTTP/1.1 400 ");
      assertThat(raw.closedByServer()).isTrue();
    }
    assertThat(bigId.journal().exchanges())
        .extracting(Exchange::status)
        .containsExactly(401, 401, 400);
  }

  @Test
  void the_timeline_and_the_page_show_it() {
    refused("nonsense\r\n\r\n");
    assertThat(bigId.journal().timeline())
        .matches(
            "  #1  \\S+  \\?    \\?  400 refused: The request line or a header is not HTTP/1\\.1,"
                + " or there is too much of them  \\d+\\.\\d ms");
    assertThat(bigId.journal().html("a test")).contains("is not HTTP/1.1");
  }

  @Test
  void a_400_that_an_endpoint_or_a_fault_gives_is_not_taken_for_one() {
    Http.login(bigId, "{}", "Content-Type", "application/json");
    try (var fault =
        bigId.faults().inject(io.github.bigidtestkit.fault.Fault.status(400)).start()) {
      assertThat(RawHttp.exchange(bigId, RawHttp.login())).startsWith("HTTP/1.1 400 ");
      assertThat(fault.struck()).isEqualTo(1);
    }
    assertThat(bigId.journal().exchanges())
        .hasSize(2)
        .noneMatch(call -> call.reason() == Reason.MALFORMED_REQUEST);
  }
}
