package io.github.bigidtestkit.samples;

// region client
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A BigID client in one file. Keeps one system token for all threads. Thread-safe. */
public final class SmallClient {

  /** BigID does not accept the user token. To try again does not help. */
  public static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }

  private static final Duration MARGIN = Duration.ofSeconds(30);
  private static final int ATTEMPTS = 3;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI baseUrl;
  private final String userToken;
  private final Clock clock;
  private final Duration limit;
  private final Consumer<Duration> pause;
  private String systemToken = "";
  private Instant renewAt = Instant.MIN;

  /**
   * A client.
   *
   * @param clock tells when a token expires; a test passes the clock of the sandbox
   * @param limit how long a call may take, body included
   * @param pause waits before the next attempt; a test moves the clock instead
   */
  public SmallClient(
      URI baseUrl, String userToken, Clock clock, Duration limit, Consumer<Duration> pause) {
    this.baseUrl = baseUrl;
    this.userToken = userToken;
    this.clock = clock;
    this.limit = limit;
    this.pause = pause;
  }

  /** The names of all data sources. */
  public List<String> dataSources() throws IOException {
    String token = tokenOtherThan("");
    HttpResponse<String> answer = get("/ds-connections", token);
    if (isRefused(answer)) {
      answer = get("/ds-connections", tokenOtherThan(token)); // once, not again and again
    }
    JsonNode list = json(answer).at("/data/ds_connections");
    if (!list.isArray()) {
      throw new IOException("BigID's answer has no data sources");
    }
    return list.valueStream().map(source -> source.path("name").asText()).toList();
  }

  /** One thread renews, the others wait for it and use what it got. */
  private synchronized String tokenOtherThan(String rejected) throws IOException {
    if (systemToken.equals(rejected) || !clock.instant().isBefore(renewAt)) {
      String token = json(exchange()).path("systemToken").asText();
      renewAt = expiry(token).minus(MARGIN);
      systemToken = token;
    }
    return systemToken;
  }

  private HttpResponse<String> exchange() throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        HttpResponse<String> answer = get("/refresh-access-token", userToken);
        if (attempt == ATTEMPTS || (answer.statusCode() != 429 && answer.statusCode() < 500)) {
          return answer;
        }
        long seconds = answer.headers().firstValueAsLong("Retry-After").orElse(1);
        pause.accept(Duration.ofSeconds(seconds));
      } catch (InterruptedIOException stop) {
        throw stop;
      } catch (IOException mayPass) {
        if (attempt == ATTEMPTS) {
          throw mayPass;
        }
        pause.accept(Duration.ofSeconds(1));
      }
    }
  }

  private static Instant expiry(String token) throws IOException {
    try {
      byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
      return Instant.ofEpochSecond(JSON.readTree(claims).required("exp").longValue());
    } catch (RuntimeException unreadable) {
      throw new IOException("BigID sent no readable token", unreadable);
    }
  }

  /** The limit covers the body too; that of {@code HttpRequest} does not. */
  private HttpResponse<String> get(String path, String token) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(baseUrl + path)).header("Authorization", token).build();
    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(request, BodyHandlers.ofString());
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException failed) {
      answer.cancel(true);
      throw new IOException("BigID did not answer GET " + path, failed);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted in GET " + path);
    }
  }

  /** The training sandbox of BigID refuses with status 200. */
  private static boolean isRefused(HttpResponse<String> answer) throws IOException {
    boolean refused = answer.statusCode() == 200 && !read(answer).path("success").asBoolean(true);
    return answer.statusCode() == 401 || refused;
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    if (isRefused(answer)) {
      throw new RefusedException("BigID refused GET " + answer.uri().getPath());
    }
    if (answer.statusCode() != 200) {
      throw new IOException("BigID answered with status " + answer.statusCode());
    }
    return read(answer);
  }

  private static JsonNode read(HttpResponse<String> answer) throws IOException {
    return JSON.readTree(answer.body()); // an IOException if it is a gateway's page
  }
}
// endregion
