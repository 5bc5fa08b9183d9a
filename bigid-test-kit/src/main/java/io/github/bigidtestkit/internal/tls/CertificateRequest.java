package io.github.bigidtestkit.internal.tls;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.wildfly.security.x500.GeneralName;
import org.wildfly.security.x500.X500;
import org.wildfly.security.x500.cert.AuthorityKeyIdentifierExtension;
import org.wildfly.security.x500.cert.BasicConstraintsExtension;
import org.wildfly.security.x500.cert.ExtendedKeyUsageExtension;
import org.wildfly.security.x500.cert.KeyUsage;
import org.wildfly.security.x500.cert.KeyUsageExtension;
import org.wildfly.security.x500.cert.SubjectAlternativeNamesExtension;
import org.wildfly.security.x500.cert.SubjectKeyIdentifierExtension;
import org.wildfly.security.x500.cert.X509CertificateBuilder;
import org.wildfly.security.x500.cert.X509CertificateExtension;

/** What a certificate is to say, before an authority signs it. */
record CertificateRequest(
    String subject, PublicKey key, List<X509CertificateExtension> extensions) {

  private static final int SERIAL_BITS = 127;

  static CertificateRequest authority(String name, PublicKey key) {
    return new CertificateRequest(
        name,
        key,
        List.of(
            new BasicConstraintsExtension(true, true, 0),
            new KeyUsageExtension(KeyUsage.keyCertSign, KeyUsage.cRLSign)));
  }

  static CertificateRequest server(PublicKey key, List<GeneralName> names) {
    return new CertificateRequest(
        "CN=bigid-test-kit sandbox",
        key,
        List.of(
            new KeyUsageExtension(KeyUsage.digitalSignature),
            new ExtendedKeyUsageExtension(false, List.of(X500.OID_KP_SERVER_AUTH)),
            new SubjectAlternativeNamesExtension(false, names)));
  }

  static CertificateRequest client(PublicKey key) {
    return new CertificateRequest(
        "CN=bigid-test-kit client",
        key,
        List.of(
            new KeyUsageExtension(KeyUsage.digitalSignature),
            new ExtendedKeyUsageExtension(false, List.of(X500.OID_KP_CLIENT_AUTH))));
  }

  /** The certificate, signed by an authority of that name with those keys. */
  X509Certificate signed(String issuer, KeyPair keys, Instant from, Instant to) {
    X509CertificateBuilder builder =
        new X509CertificateBuilder()
            .setSubjectDn(new X500Principal(subject))
            .setIssuerDn(new X500Principal(issuer))
            .setSerialNumber(new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(0))
            .setNotValidBefore(utc(from))
            .setNotValidAfter(utc(to))
            .setPublicKey(key)
            .setSigningKey(keys.getPrivate())
            .setSignatureAlgorithmName("SHA256withECDSA")
            .addExtension(new SubjectKeyIdentifierExtension(identifier(key)))
            .addExtension(
                new AuthorityKeyIdentifierExtension(identifier(keys.getPublic()), null, null));
    extensions.forEach(builder::addExtension);
    try {
      return builder.build();
    } catch (CertificateException unsupported) {
      throw new IllegalStateException("This JVM can't make certificates", unsupported);
    }
  }

  /** Which key it is, to those who look for it; RFC 5280 leaves open how the number is made. */
  private static byte[] identifier(PublicKey key) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(key.getEncoded());
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }

  /** Certificates count whole seconds. */
  private static ZonedDateTime utc(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).atZone(ZoneOffset.UTC);
  }
}
