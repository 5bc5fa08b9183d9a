package io.github.bigidtestkit.internal.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.HttpContinueReadHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.xnio.ChannelListener;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;

/** A listening socket with its handler. It stops within two seconds. */
public final class HttpServer implements AutoCloseable {

  private static final long STOP_LIMIT_SECONDS = 2;
  private static final long FAREWELL_LIMIT_NANOS = 250_000_000;
  private static final OptionMap SOCKET =
      OptionMap.builder()
          .set(Options.TCP_NODELAY, true)
          .set(Options.REUSE_ADDRESSES, true)
          .set(Options.BACKLOG, 1000)
          .getMap();

  private final ChannelListener<? super StreamConnection> listener;
  private final @Nullable TlsHandshakes handshakes;
  private final ConnectionRegistry connections;
  private final InetSocketAddress address;
  private final XnioWorker worker = IoWorker.acquire();
  private volatile AcceptingChannel<StreamConnection> socket;
  private @Nullable Socket placeholder;
  private final AtomicBoolean open = new AtomicBoolean(true);

  private HttpServer(
      InetSocketAddress address,
      ConnectionRegistry connections,
      ChannelListener<? super StreamConnection> listener,
      @Nullable TlsHandshakes handshakes) {
    this.connections = connections;
    this.listener = listener;
    this.handshakes = handshakes;
    try {
      this.socket = listen(address);
    } catch (UncheckedIOException notBound) {
      IoWorker.release();
      throw notBound;
    }
    this.address = socket.getLocalAddress(InetSocketAddress.class);
  }

  /**
   * Binds the port. Clients can connect, but are answered only after {@link #accept}.
   *
   * @param address where to listen; port 0 for any
   * @param protocols the protocols of a connection
   * @param connections the open connections
   * @param handshakes begins TLS; null for cleartext
   */
  public static HttpServer bind(
      InetSocketAddress address,
      Protocols protocols,
      ConnectionRegistry connections,
      @Nullable TlsHandshakes handshakes,
      HttpHandler handler) {
    HttpHandler root = new HttpContinueReadHandler(handler);
    return new HttpServer(
        address,
        connections,
        handshakes == null ? protocols.clear(root) : protocols.secure(root),
        handshakes);
  }

  private AcceptingChannel<StreamConnection> listen(InetSocketAddress at) {
    try {
      return worker.createStreamConnectionServer(at, this::accept, SOCKET);
    } catch (IOException notBound) {
      throw new UncheckedIOException(
          "The sandbox can't listen on port [%s]: %s. %s"
              .formatted(at.getPort(), notBound.getMessage(), cure(notBound)),
          notBound);
    }
  }

  static String cure(IOException notBound) {
    if (!(notBound instanceof BindException)) {
      return "Raise the limit of open files, or close what keeps them open.";
    }
    return String.valueOf(notBound.getMessage()).contains("in use")
        ? "Free the port, or give 0 for any that is free."
        : "Give an address of this machine, and a port that you may use, or 0 for any that is free.";
  }

  /**
   * The library's own listener would log an error if the socket is closed at that moment, and would
   * serve a connection that came before.
   */
  private void accept(AcceptingChannel<StreamConnection> channel) {
    try {
      StreamConnection connection = channel.accept();
      if (connection != null && !channel.isOpen()) {
        IoUtils.safeClose(connection);
      } else if (connection != null) {
        serve(connection);
      }
    } catch (IOException closedOrOutOfDescriptors) {
      // the client sees its connection refused or reset; there is nobody else to tell
    }
  }

  private void serve(StreamConnection connection) {
    Connection opened = connections.opened(connection);
    if (handshakes == null) {
      ChannelListeners.invokeChannelListener(connection, listener);
    } else {
      handshakes.begin(opened, listener);
    }
  }

  /** Starts to accept connections, unless a fault refuses them from the start. */
  public synchronized void accept() {
    if (socket.isOpen()) {
      socket.resumeAccepts();
    }
  }

  /** The address that it listens on. */
  public InetSocketAddress address() {
    return address;
  }

  /** Refuses connections by closing the socket, or listens again on the same port. */
  public void refuse(BooleanSupplier wanted) {
    if (IoWorker.isThread(Thread.currentThread())) { // which others may be waiting for
      worker.execute(() -> refuse(wanted));
    } else if (beginsToRefuse(wanted)) {
      if (handshakes != null) {
        renew(); // clients keep TLS connections for longer
      }
      closeConnections();
    }
  }

  /** Changes the socket to what is wanted now. Whoever comes last sees the last wish. */
  private synchronized boolean beginsToRefuse(BooleanSupplier wanted) {
    boolean refusing = wanted.getAsBoolean();
    if (!isOpen() || refusing != socket.isOpen()) {
      return false;
    }
    if (refusing) {
      IoUtils.safeClose(socket);
      placeholder = placeholder(address);
    } else {
      IoUtils.safeClose(placeholder);
      socket = listen(address);
      socket.resumeAccepts();
    }
    return refusing;
  }

  /**
   * Keeps the port for this sandbox without listening. Null if the system does not allow that; then
   * the port is free.
   */
  private static @Nullable Socket placeholder(InetSocketAddress address) {
    Socket bound = new Socket();
    try {
      bound.setReuseAddress(true);
      bound.bind(address);
      return bound;
    } catch (IOException notBound) {
      IoUtils.safeClose(bound);
      return null;
    }
  }

  public boolean isOpen() {
    return open.get();
  }

  /** Stops listening and closes all connections, also those that are kept alive or stalled. */
  @Override
  public void close() {
    if (open.compareAndSet(true, false)) {
      closeSockets();
      closeConnections();
      connections.forgetAll();
      IoWorker.release();
    }
  }

  private synchronized void closeSockets() {
    IoUtils.safeClose(socket);
    IoUtils.safeClose(placeholder);
  }

  private void closeConnections() {
    connections.close();
    // After this, no I/O thread works on a connection that it found open before.
    settle();
    if (connections.anyOpen()) { // accepted meanwhile
      connections.close();
      settle();
    }
  }

  /**
   * Makes clients connect again; when this returns, no idle connection is left. Clients get a
   * moment to notice, because one that does not may send its next call into a closed connection.
   */
  public void renew() {
    connections.retire();
    if (!isOpen() || IoWorker.isThread(Thread.currentThread())) {
      return;
    }
    settle();
    long end = System.nanoTime() + FAREWELL_LIMIT_NANOS;
    while (connections.anyLingers() && System.nanoTime() < end) {
      LockSupport.parkNanos(FAREWELL_LIMIT_NANOS / 100);
    }
    connections.closeLingering();
    settle();
  }

  /** Returns when all I/O threads have finished their earlier tasks, or after half the limit. */
  private void settle() {
    CountDownLatch settled = new CountDownLatch(IoWorker.THREADS);
    for (int thread = 0; thread < IoWorker.THREADS; thread++) {
      worker.getIoThread(thread).execute(settled::countDown);
    }
    try {
      // A thread that is busy for longer finds the connections closed.
      var unused = settled.await(STOP_LIMIT_SECONDS * 500, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
