package io.github.bigidtestkit.internal.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * A private key and its certificate chain, its own certificate first.
 *
 * @param key the private key
 * @param chain the certificates
 */
public record Identity(PrivateKey key, List<X509Certificate> chain) {

  /** Keys never leave memory, so it protects nothing. */
  private static final char[] PASSWORD = "in memory".toCharArray();

  /** Also those of RSA, without one of which Undertow offers no HTTP/2. */
  private static final Pattern SUITE =
      Pattern.compile("TLS_(ECDHE_(ECDSA|RSA)_WITH_)?(AES|CHACHA20)_.*");

  public Identity {
    chain = List.copyOf(chain);
  }

  /**
   * A context that shows an identity, if there is one, and trusts whom the managers trust; nobody
   * without any. Named by a version, which is the highest, because the properties {@code
   * jdk.tls.client.protocols} and {@code jdk.tls.server.protocols} change what TLS means.
   */
  public static SSLContext context(@Nullable Identity own, TrustManager... trust) {
    try {
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(own == null ? new KeyManager[0] : own.keyManagers(), trust, null);
      return context;
    } catch (GeneralSecurityException | IOException unsupported) {
      throw new IllegalStateException("This JVM does not support TLS", unsupported);
    }
  }

  /**
   * The parameters of connections in a context: what suits its certificates, and not what {@code
   * jdk.tls.client.cipherSuites} and {@code jdk.tls.server.cipherSuites} leave of it.
   */
  public static SSLParameters parameters(SSLContext context) {
    String[] suites = context.getSupportedSSLParameters().getCipherSuites();
    return new SSLParameters(
        Stream.of(suites).filter(SUITE.asMatchPredicate()).toArray(String[]::new),
        new String[] {"TLSv1.3", "TLSv1.2"});
  }

  /**
   * A manager that trusts only one authority. It asks for no revocations, which the property {@code
   * com.sun.net.ssl.checkRevocation} would do.
   */
  public static X509TrustManager trusting(X509Certificate authority) {
    try {
      KeyStore store = emptyStore();
      store.setCertificateEntry("authority", authority);
      PKIXBuilderParameters parameters = new PKIXBuilderParameters(store, null);
      parameters.setRevocationEnabled(false);
      TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
      factory.init(new CertPathTrustManagerParameters(parameters));
      return (X509TrustManager) factory.getTrustManagers()[0];
    } catch (GeneralSecurityException | IOException unsupported) {
      throw new IllegalStateException("This JVM does not support TLS", unsupported);
    }
  }

  private KeyManager[] keyManagers() throws GeneralSecurityException, IOException {
    KeyStore store = emptyStore();
    store.setKeyEntry("sandbox", key, PASSWORD, chain.toArray(new Certificate[0]));
    KeyManagerFactory factory = KeyManagerFactory.getInstance("SunX509");
    factory.init(store, PASSWORD);
    return factory.getKeyManagers();
  }

  /** JKS, because PKCS12 takes a tenth of a second to derive a key from the password. */
  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("JKS");
    store.load(null, null);
    return store;
  }

  @Override
  public String toString() {
    return "Identity[" + chain.get(0).getSubjectX500Principal() + "]";
  }
}
