package io.github.bigidtestkit.internal.calibrate;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** The way to a deployment: proxies and trust. */
public final class Network {

  private static final Pattern PROXY = Pattern.compile("(?:http://)?([^:/@]+):([0-9]{1,5})/?");

  private Network() {}

  /**
   * The proxy that the environment names for a URL, or null if it names none.
   *
   * @throws IllegalArgumentException if it is not one that can be used; its value is not shown
   */
  public static @Nullable ProxySelector proxy(Map<String, String> environment, URI url) {
    String host = "." + url.getHost().toLowerCase(Locale.ROOT);
    String without = variable(environment, "no_proxy").toLowerCase(Locale.ROOT);
    if (Stream.of(without.split("[, ]+", -1))
        .map(entry -> entry.replaceFirst("^\\*?\\.?(?=.)", ".").replaceFirst(":\\d+$", ""))
        .anyMatch(entry -> entry.equals(".*") || (!entry.isEmpty() && host.endsWith(entry)))) {
      return HttpClient.Builder.NO_PROXY;
    }
    String value = variable(environment, url.getScheme() + "_proxy");
    Matcher proxy = PROXY.matcher(value);
    if (value.isEmpty() || proxy.matches()) {
      return value.isEmpty()
          ? null
          : ProxySelector.of(
              new InetSocketAddress(proxy.group(1), Integer.parseInt(proxy.group(2))));
    }
    throw new IllegalArgumentException(
        "HTTP_PROXY or HTTPS_PROXY can't be used. Write [http://host:port], without a user.");
  }

  private static String variable(Map<String, String> environment, String lower) {
    String upper = environment.getOrDefault(lower.toUpperCase(Locale.ROOT), "");
    return environment.getOrDefault(lower, upper).strip();
  }

  /**
   * What trusts the certificates of a PEM file, and nothing else.
   *
   * @throws IllegalArgumentException if the file has none
   */
  public static SSLContext trusting(Path pem) {
    try (InputStream text = Files.newInputStream(pem)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(text)) {
        store.setCertificateEntry("ca-" + store.size(), each);
      }
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException unreadable) {
      throw new IllegalArgumentException(
          "--ca-pem can't be read. Name a file with certificates in PEM.", unreadable);
    }
  }
}
