package io.github.bigidtestkit.internal.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.control.SandboxControl;
import io.github.bigidtestkit.testing.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A sandbox with a control API, and calls to it. */
final class Remote implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  final SandboxControl control = SandboxControl.create();
  final FakeBigId bigId;

  Remote(SandboxConfig config) {
    bigId = FakeBigId.start(config, control);
  }

  Remote() {
    this(SandboxConfig.defaults());
  }

  /** A call with the key, and with a body declared as JSON unless it is empty. */
  HttpResponse<String> call(String method, String path, String body) {
    HttpRequest.Builder call = request(method, path, body);
    if (!body.isEmpty()) {
      call.header("Content-Type", "application/json");
    }
    return Http.send(call.build());
  }

  HttpResponse<String> get(String path) {
    return call("GET", path, "");
  }

  HttpResponse<String> post(String path, String body) {
    return call("POST", path, body);
  }

  HttpRequest.Builder request(String method, String path, String body) {
    return open(path)
        .header("Authorization", "Bearer " + control.key())
        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
  }

  /** A call without the key. */
  HttpRequest.Builder open(String path) {
    return HttpRequest.newBuilder(URI.create(bigId.origin() + ControlServer.PREFIX + path))
        .timeout(Duration.ofSeconds(30));
  }

  /** The whole answer to a call with the key whose URL no client would send. */
  String raw(String method, String path) {
    String request =
        "%s /__sandbox%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
            .formatted(method, path, control.key());
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), bigId.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Sends a call over TLS, by a client that trusts the sandbox. */
  HttpResponse<String> secure(HttpRequest.Builder call) {
    try {
      return bigId.httpClient().send(call.build(), BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException notJson) {
      throw new AssertionError(answer.body(), notJson);
    }
  }

  /** Status, media type and detail of an answer that is a problem. */
  static String problem(HttpResponse<String> answer) {
    JsonNode json = json(answer);
    return "%s %s: %s"
        .formatted(
            answer.statusCode(),
            answer.headers().firstValue("Content-Type").orElse(""),
            json.path("detail").asText());
  }

  static String problem(int status, String detail) {
    return "%s application/problem+json: %s".formatted(status, detail);
  }

  @Override
  public void close() {
    bigId.close();
  }
}
