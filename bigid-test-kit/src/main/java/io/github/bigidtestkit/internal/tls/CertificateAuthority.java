package io.github.bigidtestkit.internal.tls;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.wildfly.security.x500.GeneralName;

/**
 * An authority that signs certificates, its key known to nobody else and gone with the JVM. Keys
 * are EC P-256. Immutable.
 */
public final class CertificateAuthority {

  /** Clocks of client and server may differ by that much. */
  public static final Duration SLACK = Duration.ofDays(1);

  /**
   * How long certificates are good for: longer than any test run, and not longer than clients like.
   */
  public static final Duration LIFE = Duration.ofDays(365);

  private final String name;
  private final KeyPair keys = newKeys();
  private final X509Certificate certificate;

  private CertificateAuthority() {
    // Clients tell authorities by their names; the same name with another key would be reported
    // as a bad signature, not as an unknown authority.
    byte[] random = new byte[8];
    new SecureRandom().nextBytes(random);
    this.name = "CN=bigid-test-kit " + HexFormat.of().formatHex(random);
    Instant now = Instant.now();
    this.certificate =
        CertificateRequest.authority(name, keys.getPublic())
            .signed(name, keys, now.minus(SLACK), now.plus(SLACK).plus(LIFE));
  }

  /** The authority of all sandboxes of this JVM, made at first use. */
  public static CertificateAuthority ofThisJvm() {
    return OfThisJvm.AUTHORITY;
  }

  /** Another one, which no client of this JVM's sandboxes has heard of. */
  static CertificateAuthority stranger() {
    return Stranger.AUTHORITY;
  }

  public X509Certificate certificate() {
    return certificate;
  }

  /** A certificate for a server, good from then till then. */
  Identity server(List<GeneralName> names, Instant from, Instant to) {
    KeyPair own = newKeys();
    return identity(
        own, CertificateRequest.server(own.getPublic(), names).signed(name, keys, from, to));
  }

  /** A certificate for a client. */
  public Identity client(Instant from, Instant to) {
    KeyPair own = newKeys();
    return identity(own, CertificateRequest.client(own.getPublic()).signed(name, keys, from, to));
  }

  private Identity identity(KeyPair own, X509Certificate signed) {
    return new Identity(own.getPrivate(), List.of(signed, certificate));
  }

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException unsupported) {
      throw new IllegalStateException("This JVM can't make EC keys", unsupported);
    }
  }

  private static final class OfThisJvm {
    static final CertificateAuthority AUTHORITY = new CertificateAuthority();
  }

  private static final class Stranger {
    static final CertificateAuthority AUTHORITY = new CertificateAuthority();
  }
}
