package io.github.bigidtestkit.internal.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.util.SameThreadExecutor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.Options;
import org.xnio.conduits.ReadReadyHandler;
import org.xnio.conduits.StreamSinkConduit;
import org.xnio.conduits.StreamSourceConduit;

/** HTTP/1.1, in cleartext or within TLS. Garbage and halves are within TLS too. */
final class Http1Wire implements Wire {

  private final HttpServerExchange http;
  private final HttpServerConnection connection;

  Http1Wire(HttpServerExchange http, HttpServerConnection connection) {
    this.http = http;
    this.connection = connection;
  }

  @Override
  public void stall() {
    take(this::endWithClient);
  }

  @Override
  public void reset() {
    take(this::abort);
  }

  @Override
  public void close() {
    take(this::end);
  }

  @Override
  public void garbage(byte[] bytes) {
    send(bytes, this::end);
  }

  @Override
  public void stallHalfway(UnfinishedAnswer answer) {
    send(answer.half(), this::endWithClient);
  }

  @Override
  public void resetHalfway(UnfinishedAnswer answer) {
    send(answer.half(), () -> later(this::abort, PIECE_MILLIS));
  }

  @Override
  public void closeHalfway(UnfinishedAnswer answer) {
    send(answer.half(), this::end);
  }

  @Override
  public void closeWithinChunk(UnfinishedAnswer answer) {
    send(answer.halfChunk(), this::end);
  }

  @Override
  public void drip(UnfinishedAnswer answer, int bytesPerSecond) {
    send(answer.head(), () -> drip(answer.body(), 0, bytesPerSecond));
  }

  private void drip(byte[] body, int from, int bytesPerSecond) {
    if (from == body.length) {
      end();
      return;
    }
    int to = Math.min(body.length, from + Wire.piece(bytesPerSecond));
    later(
        () ->
            write(
                ByteBuffer.wrap(Arrays.copyOfRange(body, from, to)),
                () -> drip(body, to, bytesPerSecond)),
        Wire.pause(bytesPerSecond));
  }

  private void send(byte[] bytes, Runnable then) {
    take(() -> write(ByteBuffer.wrap(bytes), then));
  }

  private void take(Runnable act) {
    http.dispatch(SameThreadExecutor.INSTANCE, act);
  }

  private void later(Runnable act, long millis) {
    http.getIoThread().executeAfter(act, millis, TimeUnit.MILLISECONDS);
  }

  private void write(ByteBuffer bytes, Runnable then) {
    StreamSinkConduit raw = connection.getOriginalSinkConduit();
    try {
      while (bytes.hasRemaining()) {
        if (raw.write(bytes) == 0) {
          later(() -> write(bytes, then), RETRY_MILLIS);
          return;
        }
      }
      raw.flush();
      then.run();
    } catch (IOException clientIsGone) {
      end();
    }
  }

  /** Without this, a connection that the client gave up would stay until the server stops. */
  private void endWithClient() {
    ConnectionRegistry.forget(http);
    StreamSourceConduit raw = connection.getOriginalSourceConduit();
    raw.setReadReadyHandler(
        new ReadReadyHandler() {
          @Override
          public void readReady() {
            discard(raw);
          }

          @Override
          public void forceTermination() {
            end();
          }

          @Override
          public void terminated() {}
        });
    raw.resumeReads();
  }

  private void discard(StreamSourceConduit raw) {
    ByteBuffer unwanted = ByteBuffer.allocate(1024);
    try {
      int count = raw.read(unwanted);
      while (count > 0) {
        unwanted.clear();
        count = raw.read(unwanted);
      }
      if (count < 0) {
        end();
      }
    } catch (IOException clientIsGone) {
      end();
    }
  }

  private void abort() {
    try {
      connection.setOption(Options.CLOSE_ABORT, true);
    } catch (IOException clientIsGone) {
      // closed below in either case
    }
    IoUtils.safeClose(connection);
  }

  private void end() {
    if (connection.getSslSession() != null) {
      sayGoodbye();
    }
    IoUtils.safeClose(connection);
  }

  /** Within TLS, an end is said before it comes; what ends without that was cut off. */
  private void sayGoodbye() {
    StreamSinkConduit tls = connection.getOriginalSinkConduit();
    try {
      tls.terminateWrites();
      tls.flush();
    } catch (IOException clientIsGone) {
      // there is nobody to say it to
    }
  }
}
