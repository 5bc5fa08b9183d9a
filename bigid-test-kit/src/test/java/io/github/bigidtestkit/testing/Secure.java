package io.github.bigidtestkit.testing;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxConfig;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** What tests of sandboxes that speak TLS have in common. */
public final class Secure {

  /** Long enough on a busy machine. */
  public static final Duration LIMIT = Duration.ofSeconds(20);

  private Secure() {}

  public static FakeBigId start() {
    return FakeBigId.start(SandboxConfig.builder().https(true).build());
  }

  /** A login with the JDK's client. */
  public static HttpResponse<String> login(FakeBigId bigId, HttpClient client) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(bigId.baseUrl() + "/sessions"))
            .timeout(LIMIT)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Client.LOGIN))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  /** A client that has connected to nobody yet. */
  public static HttpClient newClient(FakeBigId bigId) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .sslContext(bigId.trust().sslContext())
        .build();
  }
}
