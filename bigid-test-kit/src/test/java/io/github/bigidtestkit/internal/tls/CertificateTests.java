package io.github.bigidtestkit.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bigidtestkit.fault.TlsFault;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wildfly.security.x500.GeneralName;

/** The certificates themselves. */
class CertificateTests {

  private final Instant now = Instant.now();
  private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
  private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";

  private final CertificateAuthority authority = CertificateAuthority.OF_THIS_JVM;

  private Identity server(Instant from, Instant to) {
    return authority.server(
        List.of(
            new GeneralName.DNSName("localhost"),
            new GeneralName.IPAddress(new byte[] {127, 0, 0, 1})),
        from,
        to);
  }

  @Test
  void the_authority_may_sign_certificates_and_nothing_else() {
    X509Certificate certificate = authority.certificate();
    assertThat(certificate.getBasicConstraints()).isZero();
    assertThat(certificate.getKeyUsage())
        .containsExactly(false, false, false, false, false, true, true, false, false);
    assertThat(certificate.getSubjectX500Principal())
        .isEqualTo(certificate.getIssuerX500Principal());
    assertThat(certificate.getSubjectX500Principal().getName())
        .matches("CN=bigid-test-kit [0-9a-f]{16}");
    assertThat(certificate.getNotBefore().toInstant()).isBefore(now.minus(Duration.ofHours(23)));
    assertThat(certificate.getNotAfter().toInstant()).isAfter(now.plus(Duration.ofDays(365)));
  }

  @Test
  void a_server_has_its_names_and_a_key_on_p_256() throws Exception {
    X509Certificate certificate = server(now, now.plusSeconds(9)).chain().get(0);
    assertThat(certificate.getSubjectAlternativeNames())
        .containsExactly(List.of(2, "localhost"), List.of(7, "127.0.0.1"));
    assertThat(certificate.getExtendedKeyUsage()).containsExactly(SERVER_AUTH);
    assertThat(((ECPublicKey) certificate.getPublicKey()).getParams().getCurve().getField())
        .returns(256, field -> field.getFieldSize());
    assertThat(certificate.getSigAlgName()).isEqualTo("SHA256withECDSA");
    assertThat(certificate.getSerialNumber()).isPositive();
    certificate.verify(authority.certificate().getPublicKey());
  }

  @Test
  void only_the_authority_that_signed_it_makes_it_trusted() throws Exception {
    X509Certificate[] good = chain(server(now.minusSeconds(9), now.plusSeconds(99)));
    Identity.trusting(authority.certificate()).checkServerTrusted(good, "ECDHE_ECDSA");
    X509Certificate stranger = new CertificateAuthority().certificate();
    assertThatThrownBy(() -> Identity.trusting(stranger).checkServerTrusted(good, "ECDHE_ECDSA"))
        .isInstanceOf(CertificateException.class)
        .hasMessageContaining("unable to find valid certification path");
  }

  @Test
  void expired_and_future_ones_are_not_trusted() {
    var trust = Identity.trusting(authority.certificate());
    for (Identity bad :
        List.of(
            server(now.minusSeconds(99), now.minusSeconds(9)),
            server(now.plusSeconds(99), now.plusSeconds(999)))) {
      assertThatThrownBy(() -> trust.checkServerTrusted(chain(bad), "ECDHE_ECDSA"))
          .isInstanceOf(CertificateException.class)
          .hasMessageContaining("validity check failed");
    }
  }

  @Test
  void a_clients_certificate_is_for_clients() throws Exception {
    Identity client = authority.client();
    assertThat(client.chain().get(0).getExtendedKeyUsage()).containsExactly(CLIENT_AUTH);
    Identity.trusting(authority.certificate()).checkClientTrusted(chain(client), "EC");
    assertThat(client).hasToString("Identity[CN=bigid-test-kit client]");
  }

  private static X509Certificate[] chain(Identity identity) {
    return identity.chain().toArray(new X509Certificate[0]);
  }

  @Test
  void contexts_are_made_once_for_each_set_of_names_and_fault() {
    ServerTls one = new ServerTls(List.of("a.test"));
    ServerTls same = new ServerTls(List.of("a.test"));
    ServerTls other = new ServerTls(List.of("b.test"));
    assertThat(one.context(null))
        .isSameAs(same.context(null))
        .isNotSameAs(one.context(TlsFault.Kind.CERTIFICATE_EXPIRED))
        .isNotSameAs(one.context(TlsFault.Kind.CLIENT_CERTIFICATE_REQUIRED))
        .isNotSameAs(other.context(null));
  }
}
