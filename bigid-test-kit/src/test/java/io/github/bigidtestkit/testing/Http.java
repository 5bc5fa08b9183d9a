package io.github.bigidtestkit.testing;

import io.github.bigidtestkit.FakeBigId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Calls a sandbox with the JDK's client. */
public final class Http {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Http() {}

  public static HttpResponse<String> login(FakeBigId bigId, String username, String password) {
    return login(
        bigId,
        "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password),
        "Content-Type",
        "application/json");
  }

  public static HttpResponse<String> login(FakeBigId bigId, String body, String... headers) {
    return send(request(bigId, "/sessions", headers).POST(BodyPublishers.ofString(body)).build());
  }

  public static HttpResponse<String> refresh(FakeBigId bigId, String token) {
    return call(bigId, "POST", "/refresh-access-token", "Authorization", "Bearer " + token);
  }

  public static HttpResponse<String> get(FakeBigId bigId, String path, String token) {
    return call(bigId, "GET", path, "Authorization", "Bearer " + token);
  }

  public static HttpResponse<String> call(
      FakeBigId bigId, String method, String path, String... headers) {
    return send(request(bigId, path, headers).method(method, BodyPublishers.noBody()).build());
  }

  public static HttpRequest.Builder request(FakeBigId bigId, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(bigId.baseUrl() + path)).timeout(Duration.ofSeconds(20));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request;
  }

  public static HttpResponse<String> send(HttpRequest request) {
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  /** The value of a string field of a flat JSON object. */
  public static String field(HttpResponse<String> response, String name) {
    String body = response.body();
    int start = body.indexOf("\"" + name + "\":\"") + name.length() + 4;
    return body.substring(start, body.indexOf('"', start));
  }
}
