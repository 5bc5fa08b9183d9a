package io.github.bigidtestkit.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.fault.ActiveFault;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.testing.RawHttp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What broken connections look like from a socket, where no client makes anything of it. */
@Timeout(60)
class WireFaultTests {

  private final FakeBigId bigId = FakeBigId.start();

  @AfterEach
  void stop() {
    bigId.close();
  }

  /** All that came, and how it ended. */
  private record Ending(String bytes, String end) {
    String head() {
      return bytes.substring(0, bytes.indexOf("\r\n\r\n") + 4);
    }

    String body() {
      return bytes.substring(bytes.indexOf("\r\n\r\n") + 4);
    }
  }

  private Ending login(FaultKind kind) throws IOException {
    return call(kind, RawHttp.login());
  }

  private Ending call(FaultKind kind, String request) throws IOException {
    try (ActiveFault fault = bigId.faults().inject(kind).start()) {
      Ending ending = send(request);
      assertThat(fault.struck()).isEqualTo(1);
      return ending;
    }
  }

  private Ending send(String request) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), bigId.port())) {
      socket.setSoTimeout(500);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      String end = "EOF";
      try {
        socket.getInputStream().transferTo(bytes);
      } catch (SocketTimeoutException silent) {
        end = "silence";
      } catch (SocketException reset) {
        end = reset.getMessage();
      }
      return new Ending(bytes.toString(StandardCharsets.UTF_8), end);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CONNECTION_RESET_BEFORE_REQUEST", "CONNECTION_RESET"})
  void a_reset_is_a_reset_and_not_an_end(FaultKind kind) throws IOException {
    assertThat(login(kind)).isEqualTo(new Ending("", "Connection reset"));
  }

  @Test
  void a_reset_in_the_middle_comes_after_half_of_the_body() throws IOException {
    Ending ending = login(FaultKind.CONNECTION_RESET_MID_BODY);
    assertThat(ending.end()).isEqualTo("Connection reset");
    assertHalf(ending);
  }

  @Test
  void a_closed_connection_ends_without_a_byte() throws IOException {
    assertThat(login(FaultKind.CONNECTION_CLOSED)).isEqualTo(new Ending("", "EOF"));
  }

  @Test
  void a_truncated_body_ends_halfway_to_its_length() throws IOException {
    Ending ending = login(FaultKind.TRUNCATED_BODY);
    assertThat(ending.end()).isEqualTo("EOF");
    assertHalf(ending);
  }

  @Test
  void a_body_that_stops_stops_halfway_and_the_connection_stays() throws IOException {
    Ending ending = login(FaultKind.STALL_MID_BODY);
    assertThat(ending.end()).isEqualTo("silence");
    assertHalf(ending);
  }

  private static void assertHalf(Ending ending) {
    assertThat(ending.head().split("\r\n", -1))
        .startsWith("HTTP/1.1 200 OK")
        .contains("Content-Type: application/json", "Connection: close");
    int length =
        Integer.parseInt(ending.head().replaceAll("(?s).*Content-Length: (\\d+)\r.*", "$1"));
    assertThat(ending.body()).hasSize(length / 2).startsWith("{\"success\":true,");
  }

  @Test
  void an_unfinished_chunk_is_announced_longer_than_it_is() throws IOException {
    Ending ending = login(FaultKind.UNFINISHED_CHUNK);
    assertThat(ending.end()).isEqualTo("EOF");
    assertThat(ending.head()).contains("\r\nTransfer-Encoding: chunked\r\n");
    String[] chunk = ending.body().split("\r\n", 2);
    assertThat(chunk[1])
        .hasSize(Integer.parseInt(chunk[0], 16) / 2)
        .startsWith("{\"success\":true,");
  }

  @Test
  void garbage_is_no_http() throws IOException {
    assertThat(login(FaultKind.GARBAGE))
        .isEqualTo(new Ending("\u0016\u0003\u0001 this is not HTTP\r\n\r\n", "EOF"));
  }

  @Test
  void a_stall_is_silence() throws IOException {
    assertThat(login(FaultKind.STALL)).isEqualTo(new Ending("", "silence"));
  }

  @Test
  void a_dripped_answer_is_the_true_one_with_all_its_headers() throws IOException {
    bigId.clock().freeze();
    String wrong = RawHttp.post("/sessions", "", "{}").replace("POST", "PUT");
    Ending true405 = send(wrong.replace("HTTP/1.1", "HTTP/1.0"));
    try (ActiveFault drip = bigId.faults().inject(Fault.drip(1_000_000)).start()) {
      Ending dripped = send(wrong);
      assertThat(drip.struck()).isEqualTo(1);
      assertThat(dripped.end()).isEqualTo("EOF");
      assertThat(dripped.body()).isEqualTo(true405.body());
      assertThat(dripped.head().split("\r\n", -1))
          .contains("Allow: POST", "Content-Length: " + dripped.body().length());
      assertThat(true405.head().split("\r\n", -1))
          .contains("Allow: POST")
          .contains(dripped.head().replaceAll("(?s).*(Date: [^\r]+)\r.*", "$1"));
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {"TRUNCATED_BODY", "UNFINISHED_CHUNK", "CONNECTION_RESET_MID_BODY", "SLOW_BODY"})
  void an_answer_to_head_has_no_body(FaultKind kind) throws IOException {
    Ending ending = call(kind, "HEAD /api/v1/data HTTP/1.1\r\nHost: a\r\n\r\n");
    assertThat(ending.head())
        .startsWith("HTTP/1.1 401 Unauthorized\r\n")
        .contains("\r\nWWW-Authenticate: Bearer\r\n");
    assertThat(ending.body()).isEmpty();
  }

  @Test
  void a_reset_before_the_request_comes_before_an_announced_body_is_asked_for() throws IOException {
    String announced = RawHttp.post("/sessions", "Expect: 100-continue\r\n", "");
    String head = announced.replace("Content-Length: 0", "Content-Length: 9");
    assertThat(call(FaultKind.CONNECTION_RESET_BEFORE_REQUEST, head))
        .isEqualTo(new Ending("", "Connection reset"));
  }
}
