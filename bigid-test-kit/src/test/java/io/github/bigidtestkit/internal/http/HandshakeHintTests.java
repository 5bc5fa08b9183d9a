package io.github.bigidtestkit.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Cures for what can't be provoked with the clients that are tested here. */
class HandshakeHintTests {

  @Test
  void an_alert_of_openssl_in_the_clear_is_distrust() {
    assertThat(
            HandshakeHint.of(
                "Insufficient buffer remaining for AEAD cipher fragment (2). Needs to be more than"
                    + " tag size (16)"))
        .isEqualTo(
            " (OpenSSL says so as it refuses a certificate: let the client trust the file"
                + " FakeBigId.trust().pemFile())");
  }

  @Test
  void a_failure_that_is_not_known_has_none() {
    assertThat(HandshakeHint.of("Received fatal alert: internal_error")).isEmpty();
  }
}
