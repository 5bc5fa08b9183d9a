package io.github.bigidtestkit.samples;

import io.github.bigidtestkit.samples.BigIdException.Reason;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Sends calls to BigID. Thread-safe. */
final class Transport {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build();
  private final String baseUrl;

  Transport(URI baseUrl) {
    this.baseUrl = baseUrl.toString().replaceAll("/+$", "");
  }

  CompletableFuture<Answer> get(String path, String token) {
    return send("GET " + path, authorized(request(path), token));
  }

  CompletableFuture<Answer> exchange(String path, String token) {
    return send("POST " + path, authorized(request(path), token).POST(BodyPublishers.noBody()));
  }

  CompletableFuture<Answer> post(String path, String json) {
    return send(
        "POST " + path,
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(baseUrl + path)).timeout(LIMIT);
  }

  private static HttpRequest.Builder authorized(HttpRequest.Builder request, String token) {
    try {
      return request.header("Authorization", "Bearer " + token);
    } catch (IllegalArgumentException showsTheToken) {
      throw new BigIdException(
          Reason.NOT_AUTHENTICATED, "The token has characters that a header can't carry");
    }
  }

  private CompletableFuture<Answer> send(String call, HttpRequest.Builder request) {
    // The request's own limit ends with the head of the answer; the body needs one as well.
    return http.sendAsync(request.build(), BodyHandlers.ofString())
        .orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS)
        .handle(
            (response, failure) -> {
              if (failure != null) {
                throw new BigIdException(Reason.UNAVAILABLE, "No answer to " + call, failure);
              }
              return Answer.read(call, response.statusCode(), response.body());
            });
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
