package io.github.bigidtestkit.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.journal.Handshake;
import io.github.bigidtestkit.testing.Client;
import io.github.bigidtestkit.testing.RawHttp;
import io.github.bigidtestkit.testing.Secure;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A sandbox that speaks TLS: who can talk to it, and who can't. */
@Timeout(60)
class HttpsTests {

  private final FakeBigId bigId = Secure.start();

  @AfterEach
  void stop() {
    bigId.close();
  }

  @ParameterizedTest
  @EnumSource
  void clients_that_trust_it_log_in_again_and_again(Client.Kind kind) throws Exception {
    try (Client client = kind.open(Secure.LIMIT, bigId)) {
      assertThat(client.login(bigId).status()).isEqualTo(200);
      assertThat(client.login(bigId).status()).isEqualTo(200);
    }
    assertThat(bigId.journal().exchanges(Endpoint.SESSIONS)).hasSize(2);
    assertThat(bigId.journal().handshakes()).isEmpty();
  }

  @Test
  void its_urls_are_https() {
    assertThat(bigId.origin()).hasToString("https://127.0.0.1:" + bigId.port());
    assertThat(bigId.baseUrl()).hasToString("https://127.0.0.1:" + bigId.port() + "/api/v1");
  }

  @Test
  void the_ready_made_client_is_one_and_calls_either_kind_of_sandbox() throws Exception {
    assertThat(bigId.httpClient()).isSameAs(bigId.httpClient());
    assertThat(Secure.login(bigId, bigId.httpClient()).statusCode()).isEqualTo(200);
    try (FakeBigId clear = FakeBigId.start()) {
      assertThat(Secure.login(clear, clear.httpClient()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_client_with_the_defaults_does_not_trust_it_and_the_journal_has_the_cure() {
    assertThatThrownBy(() -> Secure.login(bigId, HttpClient.newHttpClient()))
        .isInstanceOf(SSLHandshakeException.class);
    Handshake failed = bigId.journal().awaitHandshake(h -> true, Secure.LIMIT);
    assertThat(failed.fault()).isNull();
    assertThat(failed.failure())
        .isIn(
            "the connection was closed",
            "Received fatal alert: certificate_unknown (the client does not trust the sandbox, or"
                + " calls it by a name that is not on its certificate: give it FakeBigId.trust(),"
                + " and the sandbox the name as one of its hostNames)");
    assertThat(bigId.journal().exchanges()).isEmpty();
    assertThat(bigId.journal().timeline()).endsWith("  TLS handshake  failed: " + failed.failure());
  }

  @Test
  void a_client_that_speaks_no_tls_is_told_of_in_the_journal() {
    assertThat(RawHttp.exchange(bigId, RawHttp.login())).doesNotContain("HTTP/1.1");
    Handshake failed = bigId.journal().awaitHandshake(h -> true, Secure.LIMIT);
    assertThat(failed.failure())
        .isEqualTo(
            "Unrecognized SSL message, plaintext connection? (what came is no TLS: this sandbox speaks"
                + " https, so give the client FakeBigId.baseUrl() as it is)");
  }

  @Test
  void a_sandbox_without_tls_has_nothing_to_trust() {
    try (FakeBigId clear = FakeBigId.start()) {
      assertThatIllegalStateException()
          .isThrownBy(clear::trust)
          .withMessage(
              "This sandbox speaks HTTP without TLS, so there is nothing to trust. Say https = true in @BigIdSandbox, or https(true) in its SandboxConfig.");
    }
  }

  @Test
  void the_pem_file_is_there_as_long_as_the_sandbox_runs() throws Exception {
    Path file = bigId.trust().pemFile();
    assertThat(bigId.trust().pemFile()).isEqualTo(file);
    assertThat(file).content().isEqualTo(bigId.trust().pem());
    bigId.reset();
    assertThat(file).exists();
    bigId.close();
    assertThat(Files.exists(file)).isFalse();
    assertThatIllegalStateException()
        .isThrownBy(() -> bigId.trust().pemFile())
        .withMessage(
            "The sandbox is closed and its PEM file deleted. Call pemFile() while it runs, or keep the"
                + " text of pem().");
  }

  @Test
  void a_client_made_for_one_sandbox_trusts_the_others_of_its_jvm() throws Exception {
    try (FakeBigId other =
        FakeBigId.start(SandboxConfig.builder().https(true).hostNames("bigid.test").build())) {
      assertThat(Secure.login(other, bigId.httpClient()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void resetting_keeps_connections_and_trust() throws Exception {
    HttpClient client = Secure.newClient(bigId);
    Secure.login(bigId, client);
    bigId.reset();
    assertThat(Secure.login(bigId, client).statusCode()).isEqualTo(200);
    assertThat(bigId.journal().exchanges()).hasSize(1);
  }
}
