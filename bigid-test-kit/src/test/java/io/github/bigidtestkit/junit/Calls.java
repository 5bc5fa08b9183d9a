package io.github.bigidtestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.testing.Http;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Calls a sandbox as a client would: by its base URL. */
public final class Calls {

  private static final int LIMIT_MILLIS = 5_000;

  private Calls() {}

  public static int refresh(Object baseUrl, String token) {
    return send(baseUrl, "POST", "/refresh-access-token", token).statusCode();
  }

  public static int get(Object baseUrl, String path, String token) {
    return send(baseUrl, "GET", path, token).statusCode();
  }

  public static String body(Object baseUrl, String path, String token) {
    return send(baseUrl, "GET", path, token).body();
  }

  private static HttpResponse<String> send(
      Object baseUrl, String method, String path, String token) {
    return Http.send(
        HttpRequest.newBuilder(URI.create(baseUrl + path))
            .timeout(Duration.ofMillis(LIMIT_MILLIS))
            .header("Authorization", "Bearer " + token)
            .method(method, BodyPublishers.noBody())
            .build());
  }

  public static int login(FakeBigId bigId, String username, String password) {
    return Http.login(bigId, username, password).statusCode();
  }

  public static void assertClosed(FakeBigId bigId) {
    assertThat(bigId.isRunning()).isFalse();
    assertThatThrownBy(() -> connect(bigId.port())).isInstanceOf(ConnectException.class);
  }

  public static void connect(int port) throws IOException {
    open(port).close();
  }

  public static Socket open(int port) throws IOException {
    Socket socket = new Socket();
    try {
      socket.setSoTimeout(LIMIT_MILLIS);
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      socket.connect(new InetSocketAddress(loopback, port), LIMIT_MILLIS);
      return socket;
    } catch (IOException refused) {
      socket.close();
      throw refused;
    }
  }
}
