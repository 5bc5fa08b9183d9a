package io.github.bigidtestkit.internal.tls;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
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

/**
 * An authority that signs certificates, with a key that never leaves the JVM. Keys are EC P-256.
 * Immutable.
 */
public final class CertificateAuthority {

  /** Clocks of client and server may differ by that much. */
  static final Duration DAY = Duration.ofDays(1);

  /** Longer than any test run, and not longer than clients accept. */
  private static final Duration YEAR = Duration.ofDays(365);

  private static final int SERIAL_BITS = 127;

  /** The authority of all sandboxes of this JVM. */
  public static final CertificateAuthority OF_THIS_JVM = new CertificateAuthority();

  private final String name;
  private final KeyPair keys = newKeys();
  private final X509Certificate certificate;

  /** A new authority, which nobody trusts yet. */
  CertificateAuthority() {
    // Clients identify authorities by name; they would report the same name with another key as a
    // bad signature, not as an unknown authority.
    this.name = "CN=bigid-test-kit %016x".formatted(new SecureRandom().nextLong());
    this.certificate =
        sign(
            name,
            keys.getPublic(),
            Instant.now().minus(DAY),
            Instant.now().plus(DAY).plus(YEAR),
            new BasicConstraintsExtension(true, true, 0),
            new KeyUsageExtension(KeyUsage.keyCertSign, KeyUsage.cRLSign));
  }

  public X509Certificate certificate() {
    return certificate;
  }

  /** A certificate for a server with these names, valid now. */
  Identity server(List<GeneralName> names) {
    return server(names, Instant.now().minus(DAY), Instant.now().plus(YEAR));
  }

  Identity server(List<GeneralName> names, Instant from, Instant to) {
    return issue(
        "CN=bigid-test-kit sandbox",
        from,
        to,
        new KeyUsageExtension(KeyUsage.digitalSignature),
        new ExtendedKeyUsageExtension(false, List.of(X500.OID_KP_SERVER_AUTH)),
        new SubjectAlternativeNamesExtension(false, names));
  }

  /** A certificate for a client, valid now. */
  public Identity client() {
    return issue(
        "CN=bigid-test-kit client",
        Instant.now().minus(DAY),
        Instant.now().plus(YEAR),
        new KeyUsageExtension(KeyUsage.digitalSignature),
        new ExtendedKeyUsageExtension(false, List.of(X500.OID_KP_CLIENT_AUTH)));
  }

  private Identity issue(
      String subject, Instant from, Instant to, X509CertificateExtension... extensions) {
    KeyPair own = newKeys();
    X509Certificate signed = sign(subject, own.getPublic(), from, to, extensions);
    return new Identity(own.getPrivate(), List.of(signed, certificate));
  }

  private X509Certificate sign(
      String subject,
      PublicKey key,
      Instant from,
      Instant to,
      X509CertificateExtension... extensions) {
    try {
      X509CertificateBuilder builder =
          new X509CertificateBuilder()
              .setSubjectDn(new X500Principal(subject))
              .setIssuerDn(new X500Principal(name))
              .setSerialNumber(new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(0))
              .setNotValidBefore(utc(from))
              .setNotValidAfter(utc(to))
              .setPublicKey(key)
              .setSigningKey(keys.getPrivate())
              .setSignatureAlgorithmName("SHA256withECDSA")
              .addExtension(new SubjectKeyIdentifierExtension(identifier(key)))
              .addExtension(
                  new AuthorityKeyIdentifierExtension(identifier(keys.getPublic()), null, null));
      List.of(extensions).forEach(builder::addExtension);
      return builder.build();
    } catch (GeneralSecurityException unsupported) {
      throw new IllegalStateException("This JVM does not support these certificates", unsupported);
    }
  }

  /** RFC 5280 leaves open how the identifier of a key is made. */
  private static byte[] identifier(PublicKey key) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-1").digest(key.getEncoded());
  }

  /** Certificates count whole seconds. */
  private static ZonedDateTime utc(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).atZone(ZoneOffset.UTC);
  }

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException unsupported) {
      throw new IllegalStateException("This JVM does not support EC keys", unsupported);
    }
  }
}
