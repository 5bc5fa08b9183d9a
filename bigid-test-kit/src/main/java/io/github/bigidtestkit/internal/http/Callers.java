package io.github.bigidtestkit.internal.http;

import io.github.bigidtestkit.Trust;
import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The trust and the HTTP client that tests receive. */
public final class Callers {

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

  private final HttpClient.Version version;
  private final @Nullable Trust trust;
  private @Nullable HttpClient client;

  public Callers(HttpClient.Version version, @Nullable Trust trust) {
    this.version = version;
    this.trust = trust;
  }

  public Trust trust() {
    if (trust == null) {
      throw new IllegalStateException(
          "This sandbox speaks HTTP without TLS, so there is nothing to trust. Say https = true in @BigIdSandbox, or https(true) in its SandboxConfig.");
    }
    return trust;
  }

  /** A client has threads of its own until it is collected, so there is one per sandbox. */
  public synchronized HttpClient httpClient() {
    HttpClient made = client;
    if (made == null) {
      HttpClient.Builder builder =
          HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).version(version);
      if (trust != null) {
        builder.sslContext(trust.sslContext());
      }
      made = builder.build();
      client = made;
    }
    return made;
  }
}
