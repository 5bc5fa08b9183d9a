package io.github.bigidtestkit.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.TrustAnchor;
import io.github.bigidtestkit.junit.UserToken;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.CertPathBuilderException;
import org.junit.jupiter.api.Test;

/** Who trusts a sandbox, and by what. */
@BigIdSandbox(https = true)
class HttpsTrustTests {

  @Test
  void a_client_that_was_told_nothing_does_not(@BaseUrl URI baseUrl, @UserToken String token) {
    var settings = ClientSettings.defaults().withAttempts(1);
    var catalog =
        new CatalogClient(new BigIdClient(baseUrl, Credentials.userToken(token), settings));
    assertThatExceptionOfType(BigIdException.class)
        .isThrownBy(catalog::list)
        .withRootCauseInstanceOf(CertPathBuilderException.class);
  }

  // region pem
  @Test
  void a_client_that_reads_files_is_given_one(@TrustAnchor Path pem) {
    assertThat(pem).content().startsWith("-----BEGIN CERTIFICATE-----");
  }

  // endregion
}
