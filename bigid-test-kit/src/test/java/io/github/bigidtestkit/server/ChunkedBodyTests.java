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
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies in chunks, over a socket. How chunks are read is in {@link ChunkDecoderTests}. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChunkedBodyTests {

  private static final String HEAD =
      "POST /api/v1/sessions HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
  private static final String BODY = "{\"username\":\"bigid\",\"password\":\"learner\"}";

  private final FakeBigId bigId = FakeBigId.start();

  @BeforeEach
  void clear() {
    bigId.journal().clear();
  }

  @AfterAll
  void stop() {
    bigId.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zz\r\n\r\n", "\r\n\r\n", "-1\r\n\r\n", "4000000000000000\r\n"})
  void what_follows_malformed_chunks_is_not_served(String chunks) {
    try (RawHttp raw = new RawHttp(bigId)) {
      String answer = raw.send(HEAD + chunks + RawHttp.login()).answer();
      assertThat(answer).startsWith("HTTP/1.1 400 ").contains("Connection: close\r\n");
      assertThat(answer).contains("The chunks of the body are malformed: ");
      assertThat(raw.closedByServer()).isTrue();
    }
    assertThat(bigId.journal().exchanges())
        .singleElement()
        .returns(Reason.MALFORMED_REQUEST, Exchange::reason);
    Expect.stillServes(bigId);
  }

  @Test
  void the_journal_names_what_is_wrong() {
    RawHttp.exchange(bigId, HEAD + "2\r\n{}garbage");
    assertThat(bigId.journal().last().orElseThrow().rejection())
        .isEqualTo(
            new Rejection(
                Reason.MALFORMED_REQUEST,
                "The chunks of the body are malformed: a chunk is longer than its size says"));
  }

  @Test
  void chunks_of_one_byte_that_come_one_byte_at_a_time_are_read() {
    StringBuilder chunks = new StringBuilder();
    BODY.chars().forEach(c -> chunks.append("1;x=y\r\n").append((char) c).append("\r\n"));
    chunks.append("000\r\nX-Trailer: a\r\n\r\n");
    try (RawHttp raw = new RawHttp(bigId)) {
      raw.send(HEAD);
      chunks.chars().forEach(c -> raw.send(Character.toString(c)));
      assertThat(raw.answer()).startsWith("HTTP/1.1 200 ");
      assertThat(raw.send(RawHttp.login()).answer()).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void a_hundred_requests_in_chunks_sent_in_one_go_are_served() {
    String one = HEAD + "29\r\n" + BODY + "\r\n0\r\n\r\n";
    try (RawHttp raw = new RawHttp(bigId)) {
      raw.send(one.repeat(100));
      for (int i = 0; i < 100; i++) {
        assertThat(raw.answer()).startsWith("HTTP/1.1 200 ");
      }
    }
    assertThat(bigId.journal().exchanges()).hasSize(100);
  }

  @Test
  void a_trailer_changes_nothing() {
    try (RawHttp raw = new RawHttp(bigId)) {
      String trailer = "Authorization: x\r\nContent-Length: 3\r\nConnection: close\r\n";
      raw.send(HEAD + "29\r\n" + BODY + "\r\n0\r\n" + trailer + "\r\n");
      assertThat(raw.answer()).startsWith("HTTP/1.1 200 ");
      assertThat(raw.send(RawHttp.login()).answer()).startsWith("HTTP/1.1 200 ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"29;", "0\r\nX: ", "0\r\n"})
  void what_never_ends_is_cut_off(String beginning) {
    try (RawHttp raw = new RawHttp(bigId)) {
      assertThat(raw.send(HEAD + beginning + "y".repeat(20_000)).answer())
          .startsWith("HTTP/1.1 400 ")
          .endsWith(
              Expect.failure(
                  "The chunks of the body are malformed: extensions and trailers are longer than 8192 bytes"));
    }
    Expect.stillServes(bigId);
  }
}
