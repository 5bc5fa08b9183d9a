package io.github.bigidtestkit.server;

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

/**
 * Does to a connection what no HTTP server would: writes what is not HTTP, and ends it in the
 * middle. To be used from within the handling of a call, which it takes out of the server library's
 * hands.
 */
final class Wire {

  private static final long RETRY_MILLIS = 2;
  private static final long DRIP_MILLIS = 50;

  private final HttpServerExchange http;

  Wire(HttpServerExchange http) {
    this.http = http;
  }

  /**
   * Does nothing more for this call: no answer, no end. The connection is closed when the client
   * closes it or the server stops.
   */
  void stall() {
    take(this::endWithClient);
  }

  /** Sends RST. */
  void reset() {
    take(this::abort);
  }

  /** Sends FIN. */
  void close() {
    take(this::end);
  }

  /** Sends bytes and then nothing more. */
  void sendAndStall(byte[] bytes) {
    take(() -> write(ByteBuffer.wrap(bytes), this::endWithClient));
  }

  /** Sends bytes, then RST. */
  void sendAndReset(byte[] bytes) {
    take(() -> write(ByteBuffer.wrap(bytes), () -> later(this::abort, DRIP_MILLIS)));
  }

  /** Sends bytes, then FIN. */
  void sendAndClose(byte[] bytes) {
    take(() -> write(ByteBuffer.wrap(bytes), this::end));
  }

  /** Sends the head at once and the body at a rate, then FIN. */
  void drip(byte[] head, byte[] body, int bytesPerSecond) {
    take(() -> write(ByteBuffer.wrap(head), () -> drip(body, 0, bytesPerSecond)));
  }

  private void drip(byte[] body, int from, int bytesPerSecond) {
    if (from == body.length) {
      end();
      return;
    }
    int slice = (int) Math.max(1, bytesPerSecond * DRIP_MILLIS / 1_000);
    int to = Math.min(body.length, from + slice);
    long pause = Math.max(1, slice * 1_000L / bytesPerSecond);
    later(
        () ->
            write(
                ByteBuffer.wrap(Arrays.copyOfRange(body, from, to)),
                () -> drip(body, to, bytesPerSecond)),
        pause);
  }

  private void take(Runnable act) {
    http.dispatch(SameThreadExecutor.INSTANCE, act);
  }

  private void later(Runnable act, long millis) {
    http.getIoThread().executeAfter(act, millis, TimeUnit.MILLISECONDS);
  }

  private void write(ByteBuffer bytes, Runnable then) {
    StreamSinkConduit raw = ((HttpServerConnection) http.getConnection()).getOriginalSinkConduit();
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
    StreamSourceConduit raw =
        ((HttpServerConnection) http.getConnection()).getOriginalSourceConduit();
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
      http.getConnection().setOption(Options.CLOSE_ABORT, true);
    } catch (IOException clientIsGone) {
      // closed below in either case
    }
    end();
  }

  private void end() {
    IoUtils.safeClose(http.getConnection());
  }
}
