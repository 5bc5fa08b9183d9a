package io.github.bigidtestkit.internal.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.xnio.IoUtils;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.conduits.ReadReadyHandler;
import org.xnio.conduits.StreamSinkConduit;
import org.xnio.conduits.StreamSourceConduit;
import org.xnio.ssl.SslConnection;

/** A connection of a client, whatever its protocol. */
final class Connection {

  private final StreamConnection raw;

  /** The raw connection, or TLS on top of it. */
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

  StreamSinkConduit sink() {
    return top.getSinkChannel().getConduit();
  }

  void securedBy(StreamConnection tls) {
    top = tls;
  }

  boolean isOpen() {
    return raw.isOpen();
  }

  /** A call has arrived. */
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

  /** Closes it now if it is idle, or else as soon as its calls are answered. */
  void retire() {
    retired = true;
    act(this::closeIfIdle);
  }

  /**
   * Ends its own writing and leaves it to the client to close: a client that watches its idle
   * connections has forgotten this one by then.
   */
  private void closeIfIdle() {
    if (calls.get() == 0 && !endsWriting()) {
      IoUtils.safeClose(top);
    }
  }

  private boolean endsWriting() {
    try {
      sink().terminateWrites();
      sink().flush();
      return true;
    } catch (IOException clientIsGone) {
      return false;
    }
  }

  /** Whether it is retired, idle and still open. */
  boolean lingers() {
    return retired && calls.get() == 0 && raw.isOpen();
  }

  private boolean isSecured() {
    return top instanceof SslConnection tls
        && !tls.getSslSession().getCipherSuite().equals("SSL_NULL_WITH_NULL_NULL");
  }

  /** Sends FIN, and before it TLS's own goodbye if the handshake was finished. */
  void close() {
    act(
        () -> {
          if (isSecured()) {
            endsWriting();
          }
          IoUtils.safeClose(top);
        });
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

  /** Sends a few bytes that bypass the protocol, and then FIN. */
  void sendAndClose(byte[] bytes, StreamSinkConduit sink) {
    act(
        () -> {
          try {
            sink.write(ByteBuffer.wrap(bytes));
            sink.flush();
          } catch (IOException clientIsGone) {
            // closed below in either case
          }
          close();
        });
  }

  /** Discards what comes, and closes as soon as the client does. */
  void closeWithClient(StreamSourceConduit source) {
    source.setReadReadyHandler(
        new ReadReadyHandler() {
          @Override
          public void readReady() {
            discard(source);
          }

          @Override
          public void forceTermination() {
            close();
          }

          @Override
          public void terminated() {}
        });
    source.resumeReads();
  }

  private void discard(StreamSourceConduit source) {
    ByteBuffer unwanted = ByteBuffer.allocate(1024);
    try {
      int count = source.read(unwanted);
      while (count > 0) {
        unwanted.clear();
        count = source.read(unwanted);
      }
      if (count < 0) {
        close();
      }
    } catch (IOException clientIsGone) {
      close();
    }
  }

  private void act(Runnable change) {
    if (raw.getIoThread() == Thread.currentThread()) {
      change.run();
    } else {
      raw.getIoThread().execute(change);
    }
  }
}
