package io.github.bigidtestkit.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTTP by hand over one connection, for what no client sends. Reads give up after 20 seconds. */
final class RawHttp implements AutoCloseable {

  private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: *(\\d+)\r\n");
  private static final String LOGIN = "{\"username\":\"bigid\",\"password\":\"learner\"}";

  private final Socket socket;

  RawHttp(FakeBigId bigId) {
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), bigId.port());
      socket.setSoTimeout(20_000);
      socket.setTcpNoDelay(true);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** The answer to one text sent over a connection of its own; empty where there was none. */
  static String exchange(FakeBigId bigId, String text) {
    try (RawHttp raw = new RawHttp(bigId)) {
      return raw.send(text).answer();
    }
  }

  /** A complete request with a body. */
  static String post(String path, String headers, String body) {
    return "POST /api/v1%s HTTP/1.1\r\nHost: localhost\r\n%sContent-Length: %d\r\n\r\n%s"
        .formatted(path, headers, body.length(), body);
  }

  static String login() {
    return post("/sessions", "Content-Type: application/json\r\n", LOGIN);
  }

  RawHttp send(String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      return this;
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }

  /** Says that nothing more will be sent. */
  RawHttp finish() {
    try {
      socket.shutdownOutput();
      return this;
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }

  /** Head and body of one answer, or what came of it before the connection was closed. */
  String answer() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      InputStream in = socket.getInputStream();
      while (!complete(bytes.toString(StandardCharsets.UTF_8))) {
        int next = in.read();
        if (next < 0) {
          break;
        }
        bytes.write(next);
      }
    } catch (java.net.SocketException reset) {
      return bytes.toString(StandardCharsets.UTF_8);
    } catch (IOException silent) {
      throw new UncheckedIOException(silent);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** Whether the other side closed the connection without a further word. */
  boolean closedByServer() {
    return answer().isEmpty();
  }

  private static boolean complete(String answer) {
    int end = answer.indexOf("\r\n\r\n");
    if (end < 0) {
      return false;
    }
    Matcher length = LENGTH.matcher(answer.substring(0, end + 2));
    int expected = length.find() ? Integer.parseInt(length.group(1)) : 0;
    return answer.substring(end + 4).getBytes(StandardCharsets.UTF_8).length >= expected;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException ignored) {
      throw new UncheckedIOException(ignored);
    }
  }
}
