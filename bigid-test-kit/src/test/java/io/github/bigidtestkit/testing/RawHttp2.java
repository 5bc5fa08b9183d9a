package io.github.bigidtestkit.testing;

import io.github.bigidtestkit.FakeBigId;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** HTTP/2 by hand, frame by frame, for what no client sends. Reads give up after 20 seconds. */
public final class RawHttp2 implements AutoCloseable {

  public static final int DATA = 0;
  public static final int HEADERS = 1;
  public static final int RST_STREAM = 3;
  public static final int SETTINGS = 4;
  public static final int PING = 6;
  static final int GOAWAY = 7;
  static final int CONTINUATION = 9;

  public static final int ACK = 1;
  static final int END_STREAM = 1;
  public static final int END_HEADERS = 4;
  public static final int INITIAL_WINDOW_SIZE = 4;
  public static final int LARGEST = 16_384;

  public static final int FRAME_SIZE_ERROR = 6;
  public static final int CANCEL = 8;
  public static final int COMPRESSION_ERROR = 9;

  static final byte[] NOTHING = {};

  /** What came. */
  public record Frame(int type, int flags, int stream, ByteBuffer payload) {}

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;

  public RawHttp2(FakeBigId bigId) {
    try {
      socket = connect(bigId);
      socket.setSoTimeout(20_000);
      in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
      out = socket.getOutputStream();
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  private static Socket connect(FakeBigId bigId) throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    if (!bigId.config().https()) {
      return new Socket(loopback, bigId.port());
    }
    SSLSocket tls =
        (SSLSocket)
            bigId.trust().sslContext().getSocketFactory().createSocket(loopback, bigId.port());
    SSLParameters wanted = tls.getSSLParameters();
    wanted.setApplicationProtocols(new String[] {"h2"});
    tls.setSSLParameters(wanted);
    tls.startHandshake();
    return tls;
  }

  /** A connection that has sent the client's preface. */
  public static RawHttp2 greeted(FakeBigId bigId) {
    return new RawHttp2(bigId).preface().frame(SETTINGS, 0, 0, NOTHING);
  }

  public RawHttp2 preface() {
    return send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  RawHttp2 send(byte[] bytes) {
    try {
      out.write(bytes);
      return this;
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }

  public RawHttp2 frame(int type, int flags, int stream, byte[] payload) {
    return send(bytes(type, flags, stream, payload));
  }

  static byte[] bytes(int type, int flags, int stream, byte[] payload) {
    return ByteBuffer.allocate(9 + payload.length)
        .putInt(payload.length << 8 | type)
        .put((byte) flags)
        .putInt(stream)
        .put(payload)
        .array();
  }

  public static byte[] number(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }

  /** A setting as the payload of its frame. */
  public static byte[] setting(int name, int value) {
    return ByteBuffer.allocate(6).putShort((short) name).putInt(value).array();
  }

  /** Names and values in turn, none of them compressed. */
  static byte[] block(String... fields) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    for (int i = 0; i < fields.length; i += 2) {
      block.write(0);
      text(block, fields[i]);
      text(block, fields[i + 1]);
    }
    return block.toByteArray();
  }

  private static void text(ByteArrayOutputStream block, String text) {
    block.write(Math.min(text.length(), 127));
    for (int rest = text.length() - 127; rest >= 0; rest = rest < 128 ? -1 : rest / 128) {
      block.write(rest < 128 ? rest : rest % 128 | 128);
    }
    block.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The head of a login; what else belongs to it may follow. */
  public static byte[] login() {
    String[] fields =
        ":method POST :scheme http :authority localhost :path /api/v1/sessions content-type application/json"
            .split(" ", -1);
    return block(fields);
  }

  /** A whole login. */
  public RawHttp2 login(int stream) {
    return frame(HEADERS, END_HEADERS, stream, login())
        .frame(DATA, END_STREAM, stream, Client.LOGIN.getBytes(StandardCharsets.US_ASCII));
  }

  /** The next frame, or null where the connection was closed. */
  public @Nullable Frame next() {
    try {
      int first = in.readInt();
      byte[] payload = new byte[first >>> 8];
      Frame frame = new Frame(first & 255, in.read(), in.readInt(), ByteBuffer.wrap(payload));
      in.readFully(payload);
      return frame;
    } catch (EOFException | SocketException closed) {
      return null;
    } catch (IOException silent) {
      throw new UncheckedIOException(silent);
    }
  }

  /** The next frame of a type, or null where the connection was closed before. */
  public @Nullable Frame next(int type) {
    Frame frame = next();
    while (frame != null && frame.type() != type) {
      frame = next();
    }
    return frame;
  }

  /** The body of the next answer, or what came of it. */
  public String body() {
    StringBuilder body = new StringBuilder();
    for (Frame part = next(DATA); part != null; part = next(DATA)) {
      body.append(StandardCharsets.UTF_8.decode(part.payload()));
      if ((part.flags() & END_STREAM) != 0) {
        break;
      }
    }
    return body.toString();
  }

  /** With what code the other side ended the connection; 0 if it gave none. */
  public int closedWith() {
    Frame farewell = next(GOAWAY);
    return farewell == null ? 0 : farewell.payload().getInt(4);
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
