package io.github.bigidtestkit.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.journal.Handshake;
import io.github.bigidtestkit.testing.Expect;
import io.github.bigidtestkit.testing.RawHttp;
import io.github.bigidtestkit.testing.Secure;
import java.io.IOException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client with https in its URL meets a sandbox with http. */
class TlsOnPlainPortTests {

  private static final String EXPLANATION =
      "the client spoke TLS to a sandbox that speaks http (give the client FakeBigId.baseUrl() as it"
          + " is, or set https = true in @BigIdSandbox, or https(true) in its SandboxConfig)";

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_handshake_is_recognized_and_explained(boolean http2) throws Exception {
    SandboxConfig config = SandboxConfig.builder().http2(http2).build();
    try (FakeBigId bigId = FakeBigId.start(config);
        SSLSocket socket =
            (SSLSocket)
                SSLContext.getDefault()
                    .getSocketFactory()
                    .createSocket("127.0.0.1", bigId.port())) {
      socket.setSoTimeout((int) Secure.LIMIT.toMillis());
      assertThatThrownBy(socket::startHandshake).isInstanceOf(IOException.class);
      Handshake failed = bigId.journal().awaitHandshake(any -> true, Secure.LIMIT);
      assertThat(failed.fault()).isNull();
      assertThat(failed.failure()).isEqualTo(EXPLANATION);
      assertThat(bigId.journal().timeline()).contains("TLS handshake  failed: " + EXPLANATION);
      Expect.stillServes(bigId);
      assertThat(bigId.journal().handshakes()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense\r\n\r\n", "\u0015\u0003\u0001\u0000", "\u0000"})
  void other_nonsense_is_no_handshake(String text) {
    try (FakeBigId bigId = FakeBigId.start();
        RawHttp raw = new RawHttp(bigId)) {
      raw.send(text).finish().answer();
      assertThat(bigId.journal().handshakes()).isEmpty();
    }
  }

  @Test
  void a_body_may_contain_the_byte() {
    try (FakeBigId bigId = FakeBigId.start();
        RawHttp raw = new RawHttp(bigId)) {
      raw.send("POST /api/v1/sessions HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\n");
      assertThat(raw.send("\u0016").answer()).startsWith("HTTP/1.1 415 ");
      assertThat(bigId.journal().handshakes()).isEmpty();
    }
  }
}
