package io.github.bigidtestkit;

import io.github.bigidtestkit.internal.tls.CertificateAuthority;
import io.github.bigidtestkit.internal.tls.Identity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * What a client needs to trust a sandbox with HTTPS, in the forms that clients accept.
 *
 * <p>Only the authority of this JVM's sandboxes is trusted, not even those that the JVM trusts; the
 * JVM's defaults stay untouched.
 *
 * <pre>{@code
 * HttpClient.newBuilder().sslContext(bigId.trust().sslContext()).build();
 * }</pre>
 *
 * <p>The authority is made once in each JVM, so what it signs is trusted in this run only.
 * Certificates are valid from a day ago until in a year by the real time of the machine, not by the
 * sandbox clock, which no client would ask. Thread-safe.
 */
public final class Trust {

  private static final CertificateAuthority AUTHORITY = CertificateAuthority.OF_THIS_JVM;
  private static final X509TrustManager MANAGER = Identity.trusting(AUTHORITY.certificate());
  private static final SSLContext CONTEXT = Identity.context(null, MANAGER);

  private @Nullable Path file;
  private boolean closed;

  Trust() {}

  /** For clients that accept an {@code SSLContext}. It has no client certificate. */
  public SSLContext sslContext() {
    return CONTEXT;
  }

  /**
   * An {@code SSLContext} that also has a client certificate, for servers that ask for one, as with
   * {@code FaultKind.CLIENT_CERTIFICATE_REQUIRED}.
   */
  public SSLContext sslContextWithClientCertificate() {
    return WithCertificate.CONTEXT;
  }

  /** For clients that accept a trust manager beside a socket factory, such as OkHttp. */
  public X509TrustManager trustManager() {
    return MANAGER;
  }

  /** The certificate of the authority. */
  public X509Certificate certificate() {
    return AUTHORITY.certificate();
  }

  /** The certificate of the authority as PEM text. */
  public String pem() {
    try {
      String lines =
          Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate().getEncoded());
      return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
    } catch (CertificateEncodingException neverForParsedOnes) {
      throw new IllegalStateException(neverForParsedOnes);
    }
  }

  /**
   * The certificate of the authority as a PEM file, for clients that read one, also in other
   * processes. The first call writes it to the directory of temporary files; closing the sandbox
   * deletes it, and so does the end of the JVM.
   *
   * @throws IllegalStateException if the sandbox was closed
   * @throws UncheckedIOException if it can't be written
   */
  public synchronized Path pemFile() {
    if (closed) {
      throw new IllegalStateException(
          "The sandbox is closed and its PEM file deleted. Call pemFile() while it runs, or keep the"
              + " text of pem().");
    }
    if (file == null) {
      try {
        file = Files.writeString(Files.createTempFile("bigid-sandbox", ".pem"), pem());
        file.toFile().deleteOnExit(); // some sandboxes live as long as the JVM
      } catch (IOException notWritable) {
        throw new UncheckedIOException(
            "The PEM file could not be written: " + notWritable, notWritable);
      }
    }
    return file;
  }

  synchronized void close() {
    closed = true;
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException inUse) {
        // the end of the JVM deletes it
      }
    }
  }

  @Override
  public String toString() {
    return "Trust[" + certificate().getSubjectX500Principal().getName() + "]";
  }

  /** Made only if a client asks for it. */
  private static final class WithCertificate {
    static final SSLContext CONTEXT = Identity.context(AUTHORITY.client(), MANAGER);
  }
}
