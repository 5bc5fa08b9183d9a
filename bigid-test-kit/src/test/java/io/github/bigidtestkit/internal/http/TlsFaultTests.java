package io.github.bigidtestkit.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.FaultTable;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.fault.ActiveFault;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.fault.FaultSet;
import io.github.bigidtestkit.journal.Handshake;
import io.github.bigidtestkit.testing.Client;
import io.github.bigidtestkit.testing.Secure;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Handshakes that go wrong, as clients see them. */
@Timeout(120)
class TlsFaultTests {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final FakeBigId bigId = Secure.start();

  @AfterEach
  void stop() {
    bigId.close();
  }

  static Stream<Arguments> faultsAndClients() {
    return FaultSet.TLS.kinds().stream()
        .flatMap(fault -> Stream.of(Client.Kind.values()).map(c -> Arguments.of(fault, c)));
  }

  /** The connection that was made before is closed as the fault starts. */
  @ParameterizedTest
  @MethodSource("faultsAndClients")
  void no_call_comes_through_and_the_next_one_does(FaultKind kind, Client.Kind clientKind)
      throws Exception {
    Duration patience = FaultTable.stalls(kind) ? PATIENCE : Secure.LIMIT;
    try (Client client = clientKind.open(patience, bigId)) {
      assertThat(client.login(bigId).status()).isEqualTo(200);
      try (ActiveFault fault = bigId.faults().inject(kind).start()) {
        assertThatThrownBy(() -> loginWhateverBecameOfTheOldConnection(client, fault))
            .isInstanceOf(ExecutionException.class)
            .hasCauseInstanceOf(IOException.class);
        assertThat(fault.struck()).isEqualTo(1);
      }
    }
    assertThat(bigId.journal().exchanges()).hasSize(1);
    assertThat(bigId.journal().handshakes())
        .extracting(Handshake::fault)
        .contains(kind.fault().label());
    try (Client client = clientKind.open(Secure.LIMIT, bigId)) {
      assertThat(client.login(bigId).status()).isEqualTo(200);
    }
  }

  /** Not every client notices that an idle connection was closed before it uses it. */
  private void loginWhateverBecameOfTheOldConnection(Client client, ActiveFault fault)
      throws Exception {
    try {
      client.login(bigId, Secure.LIMIT);
    } catch (ExecutionException failed) {
      if (fault.struck() > 0) {
        throw failed;
      }
      client.login(bigId, Secure.LIMIT);
    }
  }

  @Test
  void the_jdk_client_notices_in_time_that_its_connection_was_closed() throws Exception {
    HttpClient client = Secure.newClient(bigId);
    for (int i = 0; i < 20; i++) {
      assertThat(Secure.login(bigId, client).statusCode()).isEqualTo(200);
      try (ActiveFault fault = bigId.faults().inject(FaultKind.CERTIFICATE_EXPIRED).start()) {
        assertThatThrownBy(() -> Secure.login(bigId, client)).isInstanceOf(SSLException.class);
        assertThat(fault.struck()).isEqualTo(1);
      }
    }
  }

  @Test
  void it_strikes_as_often_as_it_should() throws Exception {
    HttpClient client = Secure.newClient(bigId);
    try (ActiveFault fault =
        bigId.faults().inject(FaultKind.CERTIFICATE_UNTRUSTED).nth(2).times(2).start()) {
      assertThat(Secure.login(bigId, Secure.newClient(bigId)).statusCode()).isEqualTo(200);
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> Secure.login(bigId, client)).isInstanceOf(SSLException.class);
      }
      assertThat(Secure.login(bigId, client).statusCode()).isEqualTo(200);
      assertThat(fault.struck()).isEqualTo(2);
      assertThat(fault.isActive()).isFalse();
    }
  }

  @Test
  void a_script_goes_from_a_handshake_to_an_answer() throws Exception {
    HttpClient client = Secure.newClient(bigId);
    try (ActiveFault fault =
        bigId
            .faults()
            .inject(FaultKind.HANDSHAKE_RESET)
            .times(1)
            .then(Fault.status(503))
            .times(1)
            .then(FaultKind.CERTIFICATE_EXPIRED.fault())
            .times(1)
            .start()) {
      assertThatThrownBy(() -> Secure.login(bigId, client)).isInstanceOf(IOException.class);
      assertThat(Secure.login(bigId, client).statusCode()).isEqualTo(503);
      assertThatThrownBy(() -> Secure.login(bigId, Secure.newClient(bigId)))
          .isInstanceOf(SSLException.class);
      assertThat(fault.struck()).isEqualTo(3);
    }
  }

  @Test
  void a_connection_whose_call_is_under_way_is_closed_after_its_answer() throws Exception {
    HttpClient client = Secure.newClient(bigId);
    bigId.faults().inject(Fault.delay(Duration.ofMillis(400))).times(1).start();
    var slow = java.util.concurrent.CompletableFuture.supplyAsync(() -> status(client));
    assertThat(slow).isNotDone();
    while (bigId.faults().active().get(0).struck() == 0) {
      Thread.onSpinWait();
    }
    try (ActiveFault fault = bigId.faults().inject(FaultKind.CERTIFICATE_EXPIRED).start()) {
      assertThat(slow.get()).isEqualTo(200);
      assertThatThrownBy(() -> Secure.login(bigId, client)).isInstanceOf(SSLException.class);
      assertThat(fault.struck()).isEqualTo(1);
    }
  }

  private int status(HttpClient client) {
    try {
      return Secure.login(bigId, client).statusCode();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Test
  void a_client_that_shows_a_certificate_of_the_sandboxs_passes() throws Exception {
    HttpClient client =
        HttpClient.newBuilder()
            .sslContext(bigId.trust().sslContextWithClientCertificate())
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    try (ActiveFault fault = bigId.faults().inject(FaultKind.CLIENT_CERTIFICATE_REQUIRED).start()) {
      assertThat(Secure.login(bigId, client).statusCode()).isEqualTo(200);
      assertThat(fault.struck()).isEqualTo(1);
      assertThatThrownBy(() -> Secure.login(bigId, Secure.newClient(bigId)))
          .isInstanceOf(IOException.class);
    }
    assertThat(bigId.journal().awaitHandshake(h -> h.failure() != null, Secure.LIMIT).failure())
        .isEqualTo("Empty client certificate chain");
  }

  @Test
  void http_2_must_shake_hands_anew_too() throws Exception {
    SandboxConfig config = SandboxConfig.builder().https(true).http2(true).build();
    try (FakeBigId two = FakeBigId.start(config)) {
      assertThat(Secure.login(two, two.httpClient()).version())
          .isEqualTo(HttpClient.Version.HTTP_2);
      try (ActiveFault fault = two.faults().inject(FaultKind.CERTIFICATE_EXPIRED).start()) {
        assertThatThrownBy(() -> Secure.login(two, two.httpClient()))
            .isInstanceOf(SSLException.class);
        assertThat(fault.struck()).isEqualTo(1);
      }
      assertThat(Secure.login(two, two.httpClient()).statusCode()).isEqualTo(200);
    }
  }
}
