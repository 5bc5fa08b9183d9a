package io.github.bigidtestkit.testing;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.Trust;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;

/** An HTTP client that logs in, its retries switched off. */
public interface Client extends AutoCloseable {

  String JSON = "application/json";
  String LOGIN = "{\"username\":\"bigid\",\"password\":\"learner\"}";

  /** What a client was given. */
  record Answer(int status, String contentType, String retryAfter, String body) {}

  /** The kinds of clients. */
  enum Kind {
    JDK("JDK `HttpClient`"),
    OKHTTP("OkHttp"),
    APACHE("Apache HttpClient 5");

    public final String title;

    Kind(String title) {
      this.title = title;
    }

    /**
     * A client of its own.
     *
     * @param patience how long it waits for what it reads
     */
    public Client open(Duration patience) {
      return switch (this) {
        case JDK -> new Jdk(HttpClient.newHttpClient(), patience);
        case OKHTTP -> new Ok(okHttp(patience).build());
        case APACHE -> new Apache(apache(patience).build());
      };
    }

    /** The same; it trusts the sandbox, where that speaks TLS. */
    public Client open(Duration patience, FakeBigId bigId) {
      if (!bigId.config().https()) {
        return open(patience);
      }
      Trust trust = bigId.trust();
      return switch (this) {
        case JDK ->
            new Jdk(HttpClient.newBuilder().sslContext(trust.sslContext()).build(), patience);
        case OKHTTP ->
            new Ok(
                okHttp(patience)
                    .sslSocketFactory(trust.sslContext().getSocketFactory(), trust.trustManager())
                    .build());
        case APACHE ->
            new Apache(apache(patience).setConnectionManager(connections(trust, patience)).build());
      };
    }
  }

  Answer login(FakeBigId bigId) throws Exception;

  @Override
  default void close() {}

  /** The answer, or what the client threw; a client that waits for ever is left after the limit. */
  default Answer login(FakeBigId bigId, Duration limit) throws Exception {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                answer.complete(login(bigId));
              } catch (Exception failed) {
                answer.completeExceptionally(failed);
              }
            });
    caller.setDaemon(true);
    caller.start();
    return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static URI sessions(FakeBigId bigId) {
    return URI.create(bigId.baseUrl() + "/sessions");
  }

  private static OkHttpClient.Builder okHttp(Duration patience) {
    return new OkHttpClient.Builder().retryOnConnectionFailure(false).readTimeout(patience);
  }

  private static HttpClientBuilder apache(Duration patience) {
    RequestConfig config = RequestConfig.custom().setResponseTimeout(Timeout.of(patience)).build();
    return HttpClients.custom().disableAutomaticRetries().setDefaultRequestConfig(config);
  }

  private static PoolingHttpClientConnectionManager connections(Trust trust, Duration patience) {
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setTlsSocketStrategy(new DefaultClientTlsStrategy(trust.sslContext()))
        .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(Timeout.of(patience)).build())
        .build();
  }

  /** The client of the JDK. Its timeout ends with the head of the answer. */
  record Jdk(HttpClient client, Duration patience) implements Client {
    @Override
    public Answer login(FakeBigId bigId) throws Exception {
      HttpRequest request =
          HttpRequest.newBuilder(sessions(bigId))
              .header("Content-Type", JSON)
              .timeout(patience)
              .POST(BodyPublishers.ofString(LOGIN))
              .build();
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      return new Answer(
          answer.statusCode(),
          answer.headers().firstValue("Content-Type").orElse(""),
          answer.headers().firstValue("Retry-After").orElse(""),
          answer.body());
    }
  }

  /** OkHttp. */
  record Ok(OkHttpClient client) implements Client {
    @Override
    public Answer login(FakeBigId bigId) throws Exception {
      Request request =
          new Request.Builder()
              .url(sessions(bigId).toURL())
              .post(RequestBody.create(LOGIN, MediaType.get(JSON)))
              .build();
      try (var answer = client.newCall(request).execute()) {
        return new Answer(
            answer.code(),
            answer.header("Content-Type", ""),
            answer.header("Retry-After", ""),
            answer.body().string());
      }
    }

    @Override
    public void close() {
      client.connectionPool().evictAll();
    }
  }

  /** Apache's classic client. */
  record Apache(CloseableHttpClient client) implements Client {
    @Override
    public Answer login(FakeBigId bigId) throws Exception {
      HttpPost request = new HttpPost(sessions(bigId));
      request.setEntity(new StringEntity(LOGIN, ContentType.APPLICATION_JSON));
      return client.execute(
          request,
          answer -> {
            String body =
                answer.getEntity() == null ? "" : EntityUtils.toString(answer.getEntity());
            return new Answer(
                answer.getCode(),
                value(answer.getFirstHeader("Content-Type")),
                value(answer.getFirstHeader("Retry-After")),
                body);
          });
    }

    private static String value(Header header) {
      return header == null ? "" : header.getValue();
    }

    @Override
    public void close() {
      client.close(org.apache.hc.core5.io.CloseMode.IMMEDIATE);
    }
  }
}
