package io.github.bigidtestkit.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bigidtestkit.Trust;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.fault.FaultSet;
import io.github.bigidtestkit.journal.Journal;
import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.FaultSweep;
import io.github.bigidtestkit.junit.InjectFault;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.junit.UserToken;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A client that insists on HTTPS, and on knowing whom it talks to. */
// region https
@BigIdSandbox(https = true)
@ProtectedResource(path = "/ds-connections", json = DataSources.NONE)
class HttpsTests {

  @Test
  void talks_to_a_server_that_it_trusts(
      @BaseUrl URI baseUrl, @UserToken String token, Trust trust) {
    assertThat(baseUrl).hasScheme("https");
    var settings = ClientSettings.defaults().withTls(trust.sslContext());
    assertThat(client(baseUrl, token, settings).list()).isEmpty();
  }

  @Test
  @InjectFault(fault = FaultKind.CERTIFICATE_EXPIRED, times = 1)
  void tries_again_after_a_bad_certificate(
      @BaseUrl URI baseUrl, @UserToken String token, Trust trust) {
    var settings = ClientSettings.defaults().withTls(trust.sslContext());
    assertThat(client(baseUrl, token, settings).list()).isEmpty();
  }

  @FaultSweep(FaultSet.TLS)
  void shows_no_token_to_a_server_that_it_cannot_trust(
      @BaseUrl URI baseUrl, @UserToken String token, Trust trust, Journal journal) {
    var settings =
        ClientSettings.defaults()
            .withTls(trust.sslContext())
            .withAttempts(1)
            .withLimit(Duration.ofSeconds(1));
    assertThatExceptionOfType(BigIdException.class)
        .isThrownBy(() -> client(baseUrl, token, settings).list())
        .returns(BigIdException.Reason.UNAVAILABLE, BigIdException::reason);
    assertThat(journal.exchanges()).isEmpty();
    assertThat(journal.handshakes()).isNotEmpty();
  }

  private static CatalogClient client(URI baseUrl, String token, ClientSettings settings) {
    return new CatalogClient(new BigIdClient(baseUrl, Credentials.userToken(token), settings));
  }
}
// endregion
