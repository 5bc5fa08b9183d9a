package io.github.bigidtestkit.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.testing.Expect;
import io.github.bigidtestkit.testing.RawHttp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that are not HTTP: the server library answers or closes, and the next client is served. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnreadableRequestTests {

  private final FakeBigId bigId = FakeBigId.start();

  @AfterAll
  void stop() {
    bigId.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense\r\n\r\n",
        "\r\n",
        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0",
        "GET /api/v1/data HTTP/2.0\r\nHost: a\r\n\r\n",
        "GET /api/v1/data HTTP/1.1\rHost: a\r\r",
        "GET\t/api/v1/data HTTP/1.1\r\nHost: a\r\n\r\n",
        "G<b>T /api/v1/data HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /api/v1/data HTTP/1.1\r\nX: y\r\n\r\n",
        "GET /api/v1/data HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "POST /api/v1/sessions HTTP/1.1\r\nHost: a\r\nContent-Length: +41\r\n\r\n",
        "POST /api/v1/sessions HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n",
        "POST /api/v1/sessions HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n"
      })
  void ends_in_a_4xx_or_a_closed_connection(String text) {
    try (RawHttp raw = new RawHttp(bigId)) {
      assertThat(raw.send(text).finish().answer()).matches("(?s)|HTTP/1.1 4\\d\\d .*");
      assertThat(raw.closedByServer()).isTrue();
    }
    Expect.stillServes(bigId);
  }

  @Test
  void behind_a_sound_request_leaves_that_one_answered() {
    try (RawHttp raw = new RawHttp(bigId)) {
      raw.send(RawHttp.login() + "garbage\r\n\r\n");
      assertThat(raw.answer()).startsWith("HTTP/1.1 200 ");
      assertThat(raw.answer()).startsWith("HTTP/1.1 400 ");
      assertThat(raw.closedByServer()).isTrue();
    }
    Expect.stillServes(bigId);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.2", "HTTP/3.0", "HTTP/9.9"})
  void a_version_of_the_future_is_treated_as_1_1(String version) {
    try (RawHttp raw = new RawHttp(bigId)) {
      raw.send(RawHttp.login().replace("HTTP/1.1", version));
      assertThat(raw.answer()).startsWith("HTTP/1.1 200 ");
    }
  }
}
