package io.github.bigidtestkit.internal.http;

import io.github.bigidtestkit.internal.endpoint.Response;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.SameThreadExecutor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSinkChannel;

/**
 * Does to an answer what no HTTP server would: breaks it off, stalls, or sends what is not HTTP.
 * HTTP/1.1 and HTTP/2 differ only where bytes bypass the protocol. Used once, on the I/O thread.
 */
final class FaultyResponse {

  /** How long to wait before writing is tried again. */
  private static final Duration RETRY = Duration.ofMillis(2);

  /** How long to wait between two pieces, or before what must come after a piece. */
  private static final Duration PIECE = Duration.ofMillis(50);

  private final RequestContext context;
  private final HttpServerExchange http;

  FaultyResponse(RequestContext context) {
    this.context = context;
    this.http = context.http();
  }

  /** Sends nothing more. The connection ends when the client closes it or the server stops. */
  void stall() {
    dispatch(this::waitForClient);
  }

  /** Sends RST. */
  void reset() {
    dispatch(() -> onConnection(Connection::abort));
  }

  /** Sends FIN. */
  void close() {
    dispatch(() -> onConnection(Connection::close));
  }

  /** Sends bytes that are no HTTP, then FIN. */
  void garbage(byte[] bytes) {
    dispatch(() -> bypass(bytes));
  }

  /** Sends half of an answer and then nothing more. */
  void stallHalfway(Response answer) {
    send(answer, half(answer), out -> waitForClient());
  }

  /** Sends half of an answer, then RST. */
  void resetHalfway(Response answer) {
    send(answer, half(answer), out -> context.later(() -> onConnection(Connection::abort), PIECE));
  }

  /** Sends half of an answer and ends it there. */
  void closeHalfway(Response answer) {
    send(
        answer,
        half(answer),
        out -> {
          if (isHttp1()) {
            onConnection(Connection::close);
          } else {
            end(out);
          }
        });
  }

  /** Sends half of an answer's only chunk and ends it there; HTTP/2 has no chunks. */
  void closeWithinChunk(Response answer) {
    http.getResponseHeaders().put(Headers.TRANSFER_ENCODING, "chunked");
    String size = Integer.toHexString(body(answer).length) + "\r\n";
    String half = new String(half(answer), StandardCharsets.ISO_8859_1);
    String chunk = body(answer).length == 0 ? "" : size + half;
    send(answer, new byte[0], out -> bypass(chunk.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** Sends the head at once and the body at a rate. */
  void drip(Response answer, int bytesPerSecond) {
    send(answer, new byte[0], out -> drip(out, body(answer), 0, bytesPerSecond));
  }

  private void drip(StreamSinkChannel out, byte[] body, int from, int bytesPerSecond) {
    if (from == body.length) {
      end(out);
      return;
    }
    int piece = (int) Math.max(1, bytesPerSecond * PIECE.toMillis() / 1_000);
    int to = Math.min(body.length, from + piece);
    context.later(
        () ->
            write(
                out,
                ByteBuffer.wrap(body, from, to - from),
                sink -> drip(sink, body, to, bytesPerSecond)),
        Duration.ofMillis(Math.max(1, piece * 1_000L / bytesPerSecond)));
  }

  private byte[] body(Response answer) {
    return http.getRequestMethod().equals(Methods.HEAD) ? new byte[0] : answer.body();
  }

  private byte[] half(Response answer) {
    return Arrays.copyOf(body(answer), body(answer).length / 2);
  }

  private boolean isHttp1() {
    return http.getConnection() instanceof HttpServerConnection;
  }

  /** Takes the call out of the server library's hands. */
  private void dispatch(Runnable act) {
    http.dispatch(SameThreadExecutor.INSTANCE, act);
  }

  private void onConnection(Consumer<Connection> act) {
    Connection connection = context.server().connections.of(http);
    if (connection == null) {
      IoUtils.safeClose(http.getConnection());
    } else {
      act.accept(connection);
    }
  }

  private void send(Response answer, byte[] body, Consumer<StreamSinkChannel> then) {
    dispatch(
        () -> {
          context.writeHead(answer);
          http.setPersistent(http.isPersistent() && !isHttp1());
          if (!http.getResponseHeaders().contains(Headers.TRANSFER_ENCODING)) {
            http.getResponseHeaders().put(Headers.CONTENT_LENGTH, answer.body().length);
          }
          StreamSinkChannel out = http.getResponseChannel();
          if (out != null) {
            write(out, ByteBuffer.wrap(body), then);
          }
        });
  }

  private void write(StreamSinkChannel out, ByteBuffer bytes, Consumer<StreamSinkChannel> then) {
    try {
      while (bytes.hasRemaining()) {
        if (out.write(bytes) == 0) {
          context.later(() -> write(out, bytes, then), RETRY);
          return;
        }
      }
      if (out.flush()) {
        then.accept(out);
      } else {
        context.later(() -> write(out, bytes, then), RETRY);
      }
    } catch (IOException clientIsGone) {
      IoUtils.safeClose(http.getConnection());
    }
  }

  private void end(StreamSinkChannel out) {
    try {
      out.shutdownWrites();
      if (!out.flush()) {
        context.later(() -> end(out), RETRY);
      }
    } catch (IOException clientIsGone) {
      IoUtils.safeClose(http.getConnection());
    }
  }

  /** Sends bytes past the protocol, and then FIN. */
  private void bypass(byte[] bytes) {
    onConnection(
        connection ->
            connection.sendAndClose(
                bytes,
                http.getConnection() instanceof HttpServerConnection one
                    ? one.getOriginalSinkConduit()
                    : connection.sink()));
  }

  /** HTTP/2 goes on reading by itself; HTTP/1.1 does not while a call is under way. */
  private void waitForClient() {
    ConnectionRegistry.forget(http);
    if (http.getConnection() instanceof HttpServerConnection one) {
      onConnection(connection -> connection.closeWithClient(one.getOriginalSourceConduit()));
    }
  }
}
