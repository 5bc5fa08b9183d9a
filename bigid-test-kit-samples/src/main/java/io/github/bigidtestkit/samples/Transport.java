package io.github.bigidtestkit.samples;

import io.github.bigidtestkit.samples.BigIdException.Reason;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends calls to BigID, and sends them again if BigID can't be reached or makes no sense.
 * Thread-safe.
 */
final class Transport {

  /** Before the second attempt; each further pause is twice as long. */
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

  private final HttpClient http;
  private final String baseUrl;
  private final ClientSettings settings;

  Transport(URI baseUrl, ClientSettings settings) {
    this.baseUrl = baseUrl.toString().replaceAll("/+$", "");
    this.settings = settings;
    this.http = client(settings);
  }

  private static HttpClient client(ClientSettings settings) {
    HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(settings.limit());
    if (settings.tls() != null) {
      builder.sslContext(settings.tls());
    }
    return builder.build();
  }

  CompletableFuture<Answer> get(String path, String token) {
    return send("GET " + path.replaceFirst("\\?.*", ""), authorized(request(path), token));
  }

  CompletableFuture<Answer> exchange(String path, String token) {
    String method = settings.exchange().name();
    return send(
        method + " " + path,
        authorized(request(path), token).method(method, BodyPublishers.noBody()));
  }

  CompletableFuture<Answer> post(String path, String json) {
    return send(
        "POST " + path,
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(baseUrl + path)).timeout(settings.limit());
  }

  private HttpRequest.Builder authorized(HttpRequest.Builder request, String token) {
    try {
      settings.scheme().show(token, request);
      return request;
    } catch (IllegalArgumentException showsTheToken) {
      throw new BigIdException(
          Reason.NOT_AUTHENTICATED, "The token has characters that a header can't carry");
    }
  }

  private CompletableFuture<Answer> send(String call, HttpRequest.Builder request) {
    return attempt(call, request.build(), 1);
  }

  private CompletableFuture<Answer> attempt(String call, HttpRequest request, int number) {
    // The request's own limit ends with the head of the answer; the body needs one as well.
    return http.sendAsync(request, BodyHandlers.ofString())
        .orTimeout(settings.limit().toMillis(), TimeUnit.MILLISECONDS)
        .handle(Result::new)
        .thenCompose(result -> answer(call, request, number, result));
  }

  /** What came of an attempt: one of the two. */
  private record Result(@Nullable HttpResponse<String> response, @Nullable Throwable failure) {}

  private CompletableFuture<Answer> answer(
      String call, HttpRequest request, int number, Result result) {
    HttpResponse<String> response = result.response();
    Answer answer = response == null ? null : Answer.read(call, response, settings.clock());
    if (answer != null && !answer.unavailable()) {
      return CompletableFuture.completedFuture(answer);
    }
    if (number < settings.attempts()) {
      Duration asked = answer == null ? null : answer.retryAfter();
      Duration pause =
          Objects.requireNonNullElse(asked, FIRST_PAUSE.multipliedBy(1L << (number - 1)));
      return settings
          .pause()
          .apply(pause)
          .thenCompose(waited -> attempt(call, request, number + 1));
    }
    return answer != null
        ? CompletableFuture.completedFuture(answer)
        : CompletableFuture.failedFuture(
            new BigIdException(Reason.UNAVAILABLE, "No answer to " + call, result.failure()));
  }

  /** What comes of a call that others may wait for too. */
  static <T> T await(CompletableFuture<T> result) {
    try {
      return result.get();
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause();
      if (cause instanceof BigIdException failure) {
        throw new BigIdException(failure);
      }
      throw new IllegalStateException(cause);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new BigIdException(
          Reason.UNAVAILABLE, "Interrupted while waiting for BigID", interrupted);
    }
  }
}
