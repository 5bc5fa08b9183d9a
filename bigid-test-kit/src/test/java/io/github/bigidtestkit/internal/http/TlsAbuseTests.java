package io.github.bigidtestkit.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.LimitedSandbox;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.testing.RawHttp;
import io.github.bigidtestkit.testing.Secure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes to a sandbox that speaks TLS and is no TLS, or no more than a part of it. */
@Timeout(60)
class TlsAbuseTests {

  private static final Duration LONG = Duration.ofHours(1);
  private static final SandboxConfig HTTPS = SandboxConfig.builder().https(true).build();
  private static final String HALF_A_HELLO = "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001";

  private final List<AutoCloseable> clients = new ArrayList<>();
  private FakeBigId bigId;

  @AfterEach
  void stop() throws Exception {
    bigId.close();
    for (AutoCloseable client : clients) {
      client.close();
    }
  }

  private void start(Limits limits) {
    bigId = LimitedSandbox.start(HTTPS, limits);
  }

  private RawHttp client() {
    RawHttp client = new RawHttp(bigId);
    clients.add(client);
    return client;
  }

  private void assertServes() throws Exception {
    assertThat(Secure.login(bigId, Secure.newClient(bigId)).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\0\0\0\0\0\0\0\0",
        "nonsense that is longer than the header of a record",
        "GET /api/v1/data HTTP/1.1\r\nHost: a\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "\u0016\u0003\u0001\u0000\u0005\u0001\u0000\u0000\u0001\u0000",
        "\u0016\u0003\u0001\uffff\uffff\u0001\u0000",
        "\u0017\u0003\u0003\u0000\u0001\u0000",
        "\u0015\u0003\u0003\u0000\u0002\u0002("
      })
  void garbage_gets_the_connection_closed(String text) throws Exception {
    start(Limits.DEFAULT);
    assertThat(client().send(text).finish().answer()).doesNotContain("HTTP/");
    assertThat(bigId.journal().exchanges()).allMatch(call -> call.status() == 0);
    assertServes();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\u0016", HALF_A_HELLO})
  void who_does_not_finish_the_handshake_is_closed(String beginning) throws Exception {
    start(new Limits(LONG, Duration.ofMillis(100), LONG, LONG));
    assertThat(client().send(beginning).closedByServer()).isTrue();
    assertThat(handshakeInTime().isConnected()).isTrue();
  }

  @Test
  void who_has_finished_it_is_not() throws Exception {
    start(new Limits(LONG, Duration.ofMillis(500), LONG, LONG));
    Socket idle = handshakeInTime();
    assertThat(client().closedByServer()).isTrue(); // made later, so the other's time is over too
    idle.getOutputStream().write(RawHttp.login().getBytes(StandardCharsets.UTF_8));
    assertThat(idle.getInputStream().read()).isEqualTo('H');
  }

  /** On a busy machine a handshake may take longer than the limit; the next one is faster. */
  private Socket handshakeInTime() {
    while (true) {
      try {
        return handshake();
      } catch (IOException tooLate) {
        assertThat(tooLate).isInstanceOfAny(SSLException.class, SocketException.class);
      }
    }
  }

  private Socket handshake() throws IOException {
    Socket socket =
        bigId
            .trust()
            .sslContext()
            .getSocketFactory()
            .createSocket(InetAddress.getLoopbackAddress(), bigId.port());
    clients.add(socket);
    ((SSLSocket) socket).startHandshake();
    return socket;
  }

  @Test
  void a_thousand_idle_connections_and_half_handshakes_keep_nobody_waiting() throws Exception {
    start(Limits.DEFAULT);
    int threads = Thread.getAllStackTraces().size();
    for (int i = 0; i < 450; i++) {
      client();
      client().send(HALF_A_HELLO);
    }
    for (int i = 0; i < 100; i++) {
      handshake();
    }
    assertServes();
    assertThat(Thread.getAllStackTraces().size()).isLessThan(threads + 10);
    assertThat(bigId.journal().exchanges()).hasSize(1);
    bigId.close();
    assertThat(bigId.isRunning()).isFalse();
    for (AutoCloseable client : clients) {
      if (client instanceof RawHttp raw) {
        assertThat(raw.closedByServer()).isTrue();
      }
    }
  }
}
