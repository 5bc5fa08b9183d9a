package io.github.bigidtestkit.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A client as one would first write it, with all the mistakes that the assertions know. */
final class NaiveClient {

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI baseUrl;
  private final String userToken;
  private volatile String systemToken = "";

  NaiveClient(URI baseUrl, String userToken) {
    this.baseUrl = baseUrl;
    this.userToken = userToken;
  }

  /** Mistake: renews for each thread, by POST, and takes any answer for a good one. */
  void refresh() {
    String body =
        send(request("/refresh-access-token", userToken).POST(BodyPublishers.noBody())).body();
    systemToken = field(body, "systemToken");
  }

  private static String field(String body, String name) {
    String before = name + "\":\"";
    int start = body.indexOf(before) + before.length();
    return start < before.length() ? "" : body.substring(start, body.indexOf('"', start));
  }

  /** Mistake: keeps the token whatever the answer. */
  int list() {
    return send(request("/ds-connections", systemToken).GET()).statusCode();
  }

  /** Mistake: a secret in a URL ends up in log files. */
  int listByUrl() {
    return send(request("/ds-connections?token=" + systemToken, systemToken).GET()).statusCode();
  }

  /** Mistake: logs in for every call, and keeps one token for all users. */
  void login(String username, String password) {
    String json = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password);
    HttpRequest.Builder login =
        HttpRequest.newBuilder(URI.create(baseUrl + "/sessions"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json));
    systemToken = field(send(login).body(), "auth_token");
  }

  /** Mistake: tries again at once, and far too often. */
  void refreshStubbornly(int attempts) {
    for (int i = 0; i < attempts; i++) {
      refresh();
    }
  }

  /** Mistake: {@code Bearer}, as the contract says and deployments refuse (connector). */
  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(URI.create(baseUrl + path))
        .header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
