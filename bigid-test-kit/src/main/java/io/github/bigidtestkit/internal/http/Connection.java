package io.github.bigidtestkit.internal.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.xnio.IoUtils;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.conduits.StreamSinkConduit;
import org.xnio.ssl.SslConnection;

/** A connection that a client has made, whatever is spoken over it. */
final class Connection {

  private final StreamConnection raw;

  /** What is spoken over: the raw connection, or TLS on top of it. */
  private volatile StreamConnection top;

  private final AtomicInteger calls = new AtomicInteger();
  private volatile boolean retired;

  Connection(StreamConnection raw) {
    this.raw = raw;
    this.top = raw;
  }

  StreamConnection raw() {
    return raw;
  }

  void securedBy(StreamConnection tls) {
    top = tls;
  }

  boolean isOpen() {
    return raw.isOpen();
  }

  /** A call has come. */
  void begin() {
    calls.incrementAndGet();
  }

  /** A call was answered. */
  void end() {
    if (calls.decrementAndGet() == 0 && retired) {
      raw.getIoThread().execute(this::closeIfIdle);
    }
  }

  boolean isRetired() {
    return retired;
  }

  /** Closes it now if it is idle, or else as soon as its calls were answered. */
  void retire() {
    retired = true;
    act(this::closeIfIdle);
  }

  /**
   * Says that nothing more will come, and leaves it to the client to close: one that watches its
   * idle connections has forgotten this one by the time it does.
   */
  private void closeIfIdle() {
    if (calls.get() > 0) {
      return;
    }
    try {
      StreamSinkConduit sink = top.getSinkChannel().getConduit();
      sink.terminateWrites();
      sink.flush();
    } catch (IOException clientIsGone) {
      IoUtils.safeClose(top);
    }
  }

  /** Whether it is retired and still there, though idle. */
  boolean lingers() {
    return retired && calls.get() == 0 && raw.isOpen();
  }

  /** Sends FIN if a handshake was not begun or not brought to its end. */
  void closeUnlessSecured() {
    boolean secured =
        top instanceof SslConnection tls
            && !tls.getSslSession().getCipherSuite().equals("SSL_NULL_WITH_NULL_NULL");
    if (!secured) {
      close();
    }
  }

  /** Sends FIN. */
  void close() {
    act(() -> IoUtils.safeClose(top));
  }

  /** Sends RST. */
  void abort() {
    act(
        () -> {
          try {
            raw.setOption(Options.CLOSE_ABORT, true);
          } catch (IOException clientIsGone) {
            // closed below in either case
          }
          IoUtils.safeClose(top, raw);
        });
  }

  /** Sends bytes past whatever is spoken over it, and then FIN. */
  void sendAndClose(byte[] bytes) {
    act(
        () -> {
          StreamSinkConduit sink = top.getSinkChannel().getConduit();
          try {
            sink.write(ByteBuffer.wrap(bytes));
            sink.flush();
          } catch (IOException clientIsGone) {
            // closed below in either case
          }
          IoUtils.safeClose(top);
        });
  }

  private void act(Runnable change) {
    if (raw.getIoThread() == Thread.currentThread()) {
      change.run();
    } else {
      raw.getIoThread().execute(change);
    }
  }
}
