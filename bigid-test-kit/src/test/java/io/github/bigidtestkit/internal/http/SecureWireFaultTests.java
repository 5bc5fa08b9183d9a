package io.github.bigidtestkit.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.FaultTable;
import io.github.bigidtestkit.fault.ActiveFault;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.testing.Client;
import io.github.bigidtestkit.testing.RawHttp;
import io.github.bigidtestkit.testing.Secure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What broken connections look like within TLS. */
@Timeout(60)
class SecureWireFaultTests {

  private final FakeBigId bigId = Secure.start();

  @AfterEach
  void stop() {
    bigId.close();
  }

  /** What came, decrypted, and how it ended. */
  private record Ending(String bytes, String end) {}

  private Ending login(FaultKind kind) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ActiveFault fault = bigId.faults().inject(kind).start();
        SSLSocket socket = connect()) {
      socket.getOutputStream().write(RawHttp.login().getBytes(StandardCharsets.ISO_8859_1));
      String end = "EOF";
      try {
        socket.getInputStream().transferTo(bytes);
      } catch (SocketTimeoutException silent) {
        end = "silence";
      } catch (SocketException reset) {
        end = reset.getMessage();
      }
      assertThat(fault.struck()).isEqualTo(1);
      return new Ending(bytes.toString(StandardCharsets.UTF_8), end);
    }
  }

  private SSLSocket connect() throws IOException {
    SSLSocket socket =
        (SSLSocket)
            bigId.trust().sslContext().getSocketFactory().createSocket("127.0.0.1", bigId.port());
    socket.setSoTimeout(20_000);
    socket.startHandshake();
    socket.setSoTimeout(700);
    return socket;
  }

  @ParameterizedTest
  @CsvSource({
    "CONNECTION_RESET_BEFORE_REQUEST,Connection reset",
    "CONNECTION_RESET,Connection reset",
    "CONNECTION_CLOSED,EOF",
    "STALL,silence"
  })
  void without_a_byte_of_an_answer(FaultKind kind, String end) throws IOException {
    assertThat(login(kind)).isEqualTo(new Ending("", end));
  }

  @ParameterizedTest
  @CsvSource({
    "CONNECTION_RESET_MID_BODY,Connection reset",
    "TRUNCATED_BODY,EOF",
    "STALL_MID_BODY,silence"
  })
  void with_half_of_an_answer(FaultKind kind, String end) throws IOException {
    Ending ending = login(kind);
    assertThat(ending.end()).isEqualTo(end);
    String[] parts = ending.bytes().split("\r\n\r\n", 2);
    int length = Integer.parseInt(parts[0].replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
    assertThat(parts[1]).hasSize(length / 2).startsWith("{\"success\":true,");
  }

  @Test
  void with_half_of_a_chunk_and_with_garbage() throws IOException {
    Ending chunk = login(FaultKind.UNFINISHED_CHUNK);
    assertThat(chunk.end()).isEqualTo("EOF");
    assertThat(chunk.bytes()).contains("\r\nTransfer-Encoding: chunked\r\n");
    assertThat(login(FaultKind.GARBAGE))
        .isEqualTo(new Ending("\u0016\u0003\u0001 this is not HTTP\r\n\r\n", "EOF"));
  }

  static Stream<Arguments> faultsAndClients() {
    return Stream.of(
            FaultKind.CONNECTION_REFUSED,
            FaultKind.CONNECTION_RESET_BEFORE_REQUEST,
            FaultKind.CONNECTION_RESET,
            FaultKind.CONNECTION_RESET_MID_BODY,
            FaultKind.CONNECTION_CLOSED,
            FaultKind.TRUNCATED_BODY,
            FaultKind.UNFINISHED_CHUNK,
            FaultKind.GARBAGE,
            FaultKind.STALL,
            FaultKind.STALL_MID_BODY)
        .flatMap(fault -> Stream.of(Client.Kind.values()).map(c -> Arguments.of(fault, c)));
  }

  @ParameterizedTest
  @MethodSource("faultsAndClients")
  void clients_fail_and_go_on(FaultKind kind, Client.Kind clientKind) throws Exception {
    boolean stalls = FaultTable.stalls(kind);
    try (Client client = clientKind.open(Secure.LIMIT, bigId)) {
      assertThat(client.login(bigId).status()).isEqualTo(200);
      try (ActiveFault fault = bigId.faults().inject(kind).start()) {
        Duration limit = stalls ? Duration.ofMillis(700) : Secure.LIMIT;
        assertThatThrownBy(() -> client.login(bigId, limit))
            .isInstanceOf(stalls ? TimeoutException.class : ExecutionException.class);
        assertThat(fault.struck()).isEqualTo(kind == FaultKind.CONNECTION_REFUSED ? 0 : 1);
      }
    }
    try (Client client = clientKind.open(Secure.LIMIT, bigId)) {
      assertThat(client.login(bigId).status()).isEqualTo(200);
    }
  }
}
