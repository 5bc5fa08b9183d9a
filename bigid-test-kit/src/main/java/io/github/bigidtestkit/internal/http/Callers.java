package io.github.bigidtestkit.internal.http;

import io.github.bigidtestkit.Trust;
import io.github.bigidtestkit.internal.tls.Identity;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The trust and the HTTP client that tests receive.
 *
 * <p>The client is told all that it would otherwise take from the JVM: its proxy, and the default
 * {@code SSLContext}, which it makes even where it needs none.
 */
public final class Callers {

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

  /** One pool, since a client would keep threads of its own for a minute. */
  private static final Executor THREADS =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          1,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          task -> IoWorker.daemon(task, "client"));

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

  /** A client has a thread of its own until it is collected, so there is one per sandbox. */
  public synchronized HttpClient httpClient() {
    HttpClient made = client;
    if (made == null) {
      SSLContext context = trust == null ? Identity.context(null) : trust.sslContext();
      made =
          HttpClient.newBuilder()
              .connectTimeout(CONNECT_LIMIT)
              .version(version)
              .proxy(HttpClient.Builder.NO_PROXY)
              .sslContext(context)
              .sslParameters(Identity.parameters(context))
              .executor(THREADS)
              .build();
      client = made;
    }
    return made;
  }

  /** The client goes, unless a test still has it. */
  public synchronized void close() {
    client = null;
  }
}
