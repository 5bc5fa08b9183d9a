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

/**
 * Requests of which two readers may say differently where they end. Behind each stands a sound
 * login, which must not be served.
 */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmuggledRequestTests {

  private static final String BODY = "{\"username\":\"bigid\",\"password\":\"learner\"}";
  private static final String CHUNKS = "29\r\n" + BODY + "\r\n0\r\n\r\n";
  private static final String UNREADABLE =
      "The request line or a header is not HTTP/1.1, or there is too much of them";

  private final FakeBigId bigId = FakeBigId.start();

  @BeforeEach
  void clear() {
    bigId.journal().clear();
  }

  @AfterAll
  void stop() {
    bigId.close();
  }

  private static String post(String headers) {
    return "POST /api/v1/sessions HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n%s\r\n"
        .formatted(headers);
  }

  /** Sends that, and a sound login behind it: there is one answer, a 400, and one entry. */
  private String refused(String request, Rejection rejection) {
    try (RawHttp raw = new RawHttp(bigId)) {
      String answer = raw.send(request + RawHttp.login()).answer();
      assertThat(answer).startsWith("HTTP/1.1 400 ").contains("Connection: close\r\n");
      assertThat(raw.closedByServer()).isTrue();
      assertThat(bigId.journal().exchanges())
          .singleElement()
          .returns(400, Exchange::status)
          .returns(rejection, Exchange::rejection);
      return answer;
    }
  }

  private static Rejection malformed(String explanation) {
    return new Rejection(Reason.MALFORMED_REQUEST, explanation);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 41\r\n",
        "Content-Length: 41\r\nContent-Length: 5\r\n",
        "Content-Length: 41\r\nContent-Length: 41\r\n",
        "Content-Length: 41, 41\r\n",
        "Content-Length: +41\r\n",
        "Content-Length: 4 1\r\n",
        "Content-Length: 0x29\r\n",
        "Content-Length: \r\n",
        "Content-Length: 99999999999999999999\r\n",
        "Content-Length: 9223372036854775807\r\n",
        "Content-Length: \u00b2\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding : chunked\r\n",
        "Transfer-Encoding\t: chunked\r\n",
        "Transfer-Encoding: \u000bchunked\r\n",
        "Transfer-Encoding\u0000: chunked\r\n",
        "Transfer-Encoding: chunked\n",
        "Transfer-Encoding: chunked\rX: y\r\n",
        "X: a\u0000b\r\nTransfer-Encoding: chunked\r\n",
        ": nameless\r\nTransfer-Encoding: chunked\r\n",
        "nothing but words\r\nTransfer-Encoding: chunked\r\n"
      })
  void a_head_that_can_be_read_in_two_ways_is_refused(String headers) {
    refused(post(headers) + CHUNKS, malformed(UNREADABLE));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "xchunked",
        "chunkedx",
        "identity",
        "gzip",
        "gzip, chunked",
        "chunked, identity",
        "chunked, chunked",
        "chunked;q=1",
        "'chunked'",
        "chunked,",
        "``"
      })
  void a_transfer_coding_that_is_not_chunked_is_refused(String coding) {
    String explanation =
        "The Transfer-Encoding is [%s]; it must be chunked, or absent".formatted(coding);
    String request = post("Transfer-Encoding: " + coding + "\r\n") + CHUNKS;
    assertThat(refused(request, malformed(explanation))).endsWith(Expect.failure(explanation));
  }

  @Test
  void a_coding_that_nobody_asked_for_is_refused_on_a_get_too() {
    refused(
        "GET /api/v1/data HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: identity\r\n\r\n",
        malformed("The Transfer-Encoding is [identity]; it must be chunked, or absent"));
  }

  @Test
  void chunks_in_http_1_0_are_refused() {
    String request = post("Transfer-Encoding: chunked\r\nConnection: keep-alive\r\n") + CHUNKS;
    try (RawHttp raw = new RawHttp(bigId)) {
      raw.send(request.replace("HTTP/1.1", "HTTP/1.0") + RawHttp.login());
      assertThat(raw.answer()).startsWith("HTTP/1.0 400 ");
      assertThat(raw.closedByServer()).isTrue();
    }
    assertThat(bigId.journal().exchanges())
        .singleElement()
        .returns(
            malformed("HTTP/1.0 has no Transfer-Encoding; send Content-Length or HTTP/1.1"),
            Exchange::rejection);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Transfer-Encoding: chunked\r\n",
        "Transfer-Encoding: Chunked\r\n",
        "Transfer-Encoding:\tchunked \t\r\n",
        "transfer-encoding:chunked\r\n",
        "Transfer-Encoding:\r\n chunked\r\n"
      })
  void chunks_that_are_called_so_are_read_and_what_follows_is_served(String headers) {
    try (RawHttp raw = new RawHttp(bigId)) {
      raw.send(post(headers) + CHUNKS + RawHttp.login());
      assertThat(raw.answer()).startsWith("HTTP/1.1 200 ");
      assertThat(raw.answer()).startsWith("HTTP/1.1 200 ");
    }
    assertThat(bigId.journal().exchanges()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "DELETE", "OPTIONS", "POST"})
  void a_request_in_the_body_of_another_is_not_served(String method) {
    String hidden = RawHttp.login();
    try (RawHttp raw = new RawHttp(bigId)) {
      raw.send(
          "%s /api/v1/data HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: %s\r\n\r\n%s"
              .formatted(method, hidden.length(), hidden));
      assertThat(raw.answer()).startsWith("HTTP/1.1 401 ");
      assertThat(raw.closedByServer()).isTrue();
    }
    assertThat(bigId.journal().exchanges()).extracting(Exchange::method).containsExactly(method);
  }

  @ParameterizedTest
  @ValueSource(strings = {"close", "Close", "x, close", "close,x", "x\r\nConnection: close"})
  void nothing_is_served_after_a_request_that_asks_to_close(String options) {
    try (RawHttp raw = new RawHttp(bigId)) {
      String login = RawHttp.login().replace("Host:", "Connection: " + options + "\r\nHost:");
      assertThat(raw.send(login + RawHttp.login()).answer()).startsWith("HTTP/1.1 200 ");
      assertThat(raw.closedByServer()).isTrue();
    }
    assertThat(bigId.journal().exchanges()).hasSize(1);
  }
}
