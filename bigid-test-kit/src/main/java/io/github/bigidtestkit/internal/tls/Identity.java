package io.github.bigidtestkit.internal.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
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

  public Identity {
    chain = List.copyOf(chain);
  }

  /** A context that shows an identity, if there is one, and trusts whom the manager trusts. */
  public static SSLContext context(@Nullable Identity own, X509TrustManager trust) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          own == null ? new KeyManager[0] : own.keyManagers(), new TrustManager[] {trust}, null);
      return context;
    } catch (GeneralSecurityException | IOException unsupported) {
      throw new IllegalStateException("This JVM does not support TLS", unsupported);
    }
  }

  /** A manager that trusts only one authority. */
  public static X509TrustManager trusting(X509Certificate authority) {
    try {
      KeyStore store = emptyStore();
      store.setCertificateEntry("authority", authority);
      TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
      factory.init(store);
      return (X509TrustManager) factory.getTrustManagers()[0];
    } catch (GeneralSecurityException | IOException unsupported) {
      throw new IllegalStateException("This JVM does not support TLS", unsupported);
    }
  }

  private KeyManager[] keyManagers() throws GeneralSecurityException, IOException {
    KeyStore store = emptyStore();
    store.setKeyEntry("sandbox", key, PASSWORD, chain.toArray(new Certificate[0]));
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
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
