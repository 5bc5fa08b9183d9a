package io.github.bigidtestkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.testing.ChildJvm;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The client that tests receive reaches the sandbox, whatever the JVM is set to. */
@Timeout(120)
class JvmSettingsTests {

  private static final String REACHED = "[200, 200, 200, 200]";

  @Test
  void proxies_protocols_and_defaults_of_the_jvm_change_nothing() throws Exception {
    List<String> settings =
        List.of(
            "-Dhttp.proxyHost=192.0.2.1",
            "-Dhttps.proxyHost=192.0.2.1",
            "-DsocksProxyHost=192.0.2.1",
            "-Dhttp.nonProxyHosts=",
            "-Djavax.net.ssl.trustStore=/nowhere/at/all",
            "-Djavax.net.ssl.keyStore=/nowhere/at/all",
            "-Djdk.tls.client.protocols=TLSv9",
            "-Djdk.tls.server.protocols=TLSv9",
            "-Djdk.tls.client.cipherSuites=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "-Djdk.tls.server.cipherSuites=TLS_AES_128_GCM_SHA256",
            "-Dcom.sun.net.ssl.checkRevocation=true");
    assertThat(ChildJvm.run(AllDefaults.class, settings)).isEqualTo(REACHED);
  }

  @Test
  void a_damaged_trust_store_changes_nothing(@TempDir Path dir) throws Exception {
    Path damaged = Files.writeString(dir.resolve("trust.jks"), "no store");
    List<String> settings =
        List.of(
            "-Djavax.net.ssl.trustStore=" + damaged,
            "-Djavax.net.ssl.trustStoreType=nonsense",
            "-Djavax.net.ssl.trustStoreProvider=nonsense",
            "-Djdk.tls.client.protocols=TLSv1.2",
            "-Djdk.tls.server.protocols=TLSv1.3",
            "-Djava.net.preferIPv6Addresses=true",
            "-Djava.net.useSystemProxies=true");
    assertThat(ChildJvm.run(NoDefaults.class, settings)).isEqualTo(REACHED);
  }

  static final class NoDefaults {
    public static void main(String[] args) throws Exception {
      List<Integer> statuses = new ArrayList<>();
      for (boolean https : List.of(false, true)) {
        for (boolean http2 : List.of(false, true)) {
          SandboxConfig config = SandboxConfig.builder().https(https).http2(http2).build();
          try (FakeBigId bigId = FakeBigId.start(config)) {
            statuses.add(login(bigId));
          }
        }
      }
      System.out.print(statuses);
    }

    private static int login(FakeBigId bigId) throws Exception {
      String body = "{\"username\":\"bigid\",\"password\":\"learner\"}";
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(bigId.baseUrl() + "/sessions"))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(body))
              .build();
      return bigId.httpClient().send(request, BodyHandlers.discarding()).statusCode();
    }
  }

  static final class AllDefaults {
    public static void main(String[] args) throws Exception {
      ProxySelector.setDefault(new Refusing());
      Authenticator.setDefault(
          new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
              throw new IllegalStateException("asked");
            }
          });
      CookieHandler.setDefault(new NoCookies());
      SSLContext broken = SSLContext.getInstance("TLSv1.2");
      broken.init(new KeyManager[0], new TrustManager[0], null);
      SSLContext.setDefault(broken);
      Security.setProperty("ssl.KeyManagerFactory.algorithm", "nonsense");
      Security.setProperty("ssl.TrustManagerFactory.algorithm", "nonsense");
      Security.setProperty("keystore.type", "nonsense");
      NoDefaults.main(args);
    }
  }

  private static final class Refusing extends ProxySelector {
    @Override
    public List<java.net.Proxy> select(URI uri) {
      throw new IllegalStateException("asked");
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
  }

  private static final class NoCookies extends CookieHandler {
    @Override
    public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers) {
      throw new IllegalStateException("asked");
    }

    @Override
    public void put(URI uri, Map<String, List<String>> headers) {
      throw new IllegalStateException("asked");
    }
  }
}
