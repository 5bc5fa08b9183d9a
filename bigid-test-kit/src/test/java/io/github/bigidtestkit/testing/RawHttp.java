package io.github.bigidtestkit.testing;

import io.github.bigidtestkit.FakeBigId;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTTP by hand over one connection, for what no client sends. Reads give up after 20 seconds. */
public final class RawHttp implements AutoCloseable {

  private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: *(\\d+)\r\n");
  private static final String LOGIN = "{\"username\":\"bigid\",\"password\":\"learner\"}";

  private final Socket socket;
  private final InputStream in;

  public RawHttp(FakeBigId bigId) {
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), bigId.port());
      socket.setSoTimeout(20_000);
      socket.setTcpNoDelay(true);
      in = new BufferedInputStream(socket.getInputStream());
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** The answer to one text sent over a connection of its own; empty where there was none. */
  public static String exchange(FakeBigId bigId, String text) {
    try (RawHttp raw = new RawHttp(bigId)) {
      return raw.send(text).answer();
    }
  }

  /** A complete request with a body. */
  public static String post(String path, String headers, String body) {
    return "POST /api/v1%s HTTP/1.1\r\nHost: localhost\r\n%sContent-Length: %s\r\n\r\n%s"
        .formatted(path, headers, Integer.toString(body.length()), body);
  }

  public static String login() {
    return post("/sessions", "Content-Type: application/json\r\n", LOGIN);
  }

  public RawHttp send(String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      return this;
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }

  /** Says that nothing more will be sent. */
  public RawHttp finish() {
    try {
      socket.shutdownOutput();
      return this;
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }

  /** Head and body of one answer, or what came of it before the connection was closed. */
  public String answer() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      int next = 0;
      while (!bytes.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n") && next >= 0) {
        next = readLine(bytes);
      }
      Matcher length = LENGTH.matcher(bytes.toString(StandardCharsets.UTF_8));
      bytes.write(in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0));
    } catch (SocketException reset) {
      return bytes.toString(StandardCharsets.UTF_8);
    } catch (IOException silent) {
      throw new UncheckedIOException(silent);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private int readLine(ByteArrayOutputStream bytes) throws IOException {
    int next = in.read();
    while (next >= 0) {
      bytes.write(next);
      if (next == '\n') {
        return next;
      }
      next = in.read();
    }
    return next;
  }

  /** Whether the other side closed the connection without a further word. */
  public boolean closedByServer() {
    return answer().isEmpty();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
