package io.github.bigidtestkit.internal.http;

import io.github.bigidtestkit.internal.endpoint.Response;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.SameThreadExecutor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xnio.channels.StreamSinkChannel;

/**
 * HTTP/2, where a connection carries many calls. What breaks the connection breaks all of them, as
 * it would in life; what ends or stalls in the middle of a body concerns its stream alone.
 */
final class Http2Wire implements Wire {

  private final HttpServerExchange http;
  private final @Nullable Connection line;
  private final Consumer<Response> head;

  /**
   * A wire.
   *
   * @param line the connection, or null if it is closed already
   * @param head puts the head of an answer into the exchange
   */
  Http2Wire(HttpServerExchange http, @Nullable Connection line, Consumer<Response> head) {
    this.http = http;
    this.line = line;
    this.head = head;
  }

  @Override
  public void stall() {
    take(() -> ConnectionRegistry.forget(http));
  }

  @Override
  public void reset() {
    take(this::abort);
  }

  @Override
  public void close() {
    take(
        () -> {
          if (line != null) {
            line.close();
          }
        });
  }

  @Override
  public void garbage(byte[] bytes) {
    take(
        () -> {
          if (line != null) {
            line.sendAndClose(bytes);
          }
        });
  }

  @Override
  public void stallHalfway(UnfinishedAnswer answer) {
    send(answer, answer.halfBody(), out -> ConnectionRegistry.forget(http));
  }

  @Override
  public void resetHalfway(UnfinishedAnswer answer) {
    send(answer, answer.halfBody(), out -> later(this::abort, PIECE_MILLIS));
  }

  @Override
  public void closeHalfway(UnfinishedAnswer answer) {
    send(answer, answer.halfBody(), this::end);
  }

  /** No fault of that kind strikes a call over HTTP/2, which has no chunks. */
  @Override
  public void closeWithinChunk(UnfinishedAnswer answer) {
    closeHalfway(answer);
  }

  @Override
  public void drip(UnfinishedAnswer answer, int bytesPerSecond) {
    send(answer, new byte[0], out -> drip(out, answer.body(), 0, bytesPerSecond));
  }

  private void drip(StreamSinkChannel out, byte[] body, int from, int bytesPerSecond) {
    if (from == body.length) {
      end(out);
      return;
    }
    int to = Math.min(body.length, from + Wire.piece(bytesPerSecond));
    ByteBuffer piece = ByteBuffer.wrap(Arrays.copyOfRange(body, from, to));
    later(
        () -> write(out, piece, sink -> drip(sink, body, to, bytesPerSecond)),
        Wire.pause(bytesPerSecond));
  }

  private void take(Runnable act) {
    http.dispatch(SameThreadExecutor.INSTANCE, act);
  }

  private void later(Runnable act, long millis) {
    http.getIoThread().executeAfter(act, millis, TimeUnit.MILLISECONDS);
  }

  private void send(UnfinishedAnswer answer, byte[] body, Consumer<StreamSinkChannel> then) {
    take(
        () -> {
          head.accept(answer.response());
          http.getResponseHeaders().put(Headers.CONTENT_LENGTH, answer.response().body().length);
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
          later(() -> write(out, bytes, then), RETRY_MILLIS);
          return;
        }
      }
      if (out.flush()) {
        then.accept(out);
      } else {
        later(() -> write(out, bytes, then), RETRY_MILLIS);
      }
    } catch (IOException clientIsGone) {
      // the library closes what is left
    }
  }

  private void end(StreamSinkChannel out) {
    try {
      out.shutdownWrites();
      if (!out.flush()) {
        later(() -> end(out), RETRY_MILLIS);
      }
    } catch (IOException clientIsGone) {
      // the library closes what is left
    }
  }

  private void abort() {
    if (line != null) {
      line.abort();
    }
  }
}
