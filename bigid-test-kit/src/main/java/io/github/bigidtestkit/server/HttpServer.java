package io.github.bigidtestkit.server;

import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.HttpContinueReadHandler;
import io.undertow.server.protocol.http.HttpOpenListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xnio.ChannelListener;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.channels.AcceptingChannel;

/** A listening socket on loopback, with a handler behind it. Stops within two seconds. */
final class HttpServer implements AutoCloseable {

  private static final long STOP_LIMIT_SECONDS = 2;
  private static final OptionMap SOCKET =
      OptionMap.builder()
          .set(Options.TCP_NODELAY, true)
          .set(Options.REUSE_ADDRESSES, true)
          .set(Options.BACKLOG, 1000)
          .getMap();

  private final ChannelListener<StreamConnection> opening;
  private final HttpOpenListener listener;
  private final int port;
  private volatile AcceptingChannel<StreamConnection> socket;
  private @Nullable Socket placeholder;
  private final AtomicBoolean open = new AtomicBoolean(true);

  private HttpServer(
      ChannelListener<StreamConnection> opening,
      HttpOpenListener listener,
      AcceptingChannel<StreamConnection> socket) {
    this.opening = opening;
    this.listener = listener;
    this.socket = socket;
    this.port = socket.getLocalAddress(InetSocketAddress.class).getPort();
  }

  /**
   * Starts listening.
   *
   * @param port the port on loopback, or 0 for any
   * @param unreadable is told of requests that never reach the handler
   */
  static HttpServer start(
      int port, HttpHandler handler, Consumer<String> unreadable, Limits limits) {
    HttpOpenListener listener = new HttpOpenListener(IoWorker.buffers(), options(limits));
    listener.setRootHandler(new HttpContinueReadHandler(handler));
    ChannelListener<StreamConnection> opening =
        connection -> {
          OwnAnswers.watch(connection, unreadable);
          listener.handleEvent(connection);
        };
    return new HttpServer(opening, listener, listen(opening, port));
  }

  /** What the library allows by default is said here too, since the README states it. */
  private static OptionMap options(Limits limits) {
    return OptionMap.builder()
        .set(UndertowOptions.BUFFER_PIPELINED_DATA, true)
        .set(UndertowOptions.NO_REQUEST_TIMEOUT, (int) limits.idle().toMillis())
        .set(UndertowOptions.REQUEST_PARSE_TIMEOUT, (int) limits.head().toMillis())
        .set(UndertowOptions.MAX_HEADER_SIZE, 1024 * 1024)
        .set(UndertowOptions.MAX_HEADERS, 200)
        .set(UndertowOptions.MAX_PARAMETERS, 1_000)
        .set(UndertowOptions.ALWAYS_SET_DATE, false)
        .set(UndertowOptions.MAX_ENTITY_SIZE, -1L) // the adapter has its own limit, and drains
        .getMap();
  }

  private static AcceptingChannel<StreamConnection> listen(
      ChannelListener<StreamConnection> opening, int port) {
    try {
      AcceptingChannel<StreamConnection> socket =
          IoWorker.worker()
              .createStreamConnectionServer(
                  new InetSocketAddress(loopback(), port),
                  channel -> accept(channel, opening),
                  SOCKET);
      socket.resumeAccepts();
      return socket;
    } catch (IOException taken) {
      throw new UncheckedIOException(
          "The sandbox can't listen on port [%s]: %s. Free the port, or give 0 for any that is free."
              .formatted(port, taken.getMessage()),
          taken);
    }
  }

  /**
   * The library's own way of accepting logs an error if the socket is closed just then, and serves
   * a connection that came before.
   */
  private static void accept(
      AcceptingChannel<StreamConnection> channel, ChannelListener<StreamConnection> opening) {
    try {
      StreamConnection connection = channel.accept();
      if (connection != null && !channel.isOpen()) {
        IoUtils.safeClose(connection);
      } else if (connection != null) {
        ChannelListeners.invokeChannelListener(connection, opening);
      }
    } catch (IOException closedOrOutOfDescriptors) {
      // the client sees its connection refused or reset; there is nobody else to tell
    }
  }

  /** 127.0.0.1: some clients take the name localhost for ::1 and would find nobody there. */
  private static InetAddress loopback() throws UnknownHostException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }

  int port() {
    return port;
  }

  /** Has connections refused by listening no longer, or listens again on the same port. */
  synchronized void refuse(boolean refusing) {
    if (!isOpen() || refusing != socket.isOpen()) {
      return;
    }
    if (refusing) {
      IoUtils.safeClose(socket);
      closeConnections();
      placeholder = placeholder(port);
    } else {
      IoUtils.safeClose(placeholder);
      socket = listen(opening, port);
    }
  }

  /**
   * Keeps the port from being given to somebody else, without listening. Null where the system does
   * not let it; the port is free then.
   */
  private static @Nullable Socket placeholder(int port) {
    Socket bound = new Socket();
    try {
      bound.setReuseAddress(true);
      bound.bind(new InetSocketAddress(loopback(), port));
      return bound;
    } catch (IOException taken) {
      IoUtils.safeClose(bound);
      return null;
    }
  }

  boolean isOpen() {
    return open.get();
  }

  /** Stops listening and closes all connections, also those that are kept alive or stalled. */
  @Override
  public synchronized void close() {
    if (open.compareAndSet(true, false)) {
      IoUtils.safeClose(socket);
      IoUtils.safeClose(placeholder);
      closeConnections();
    }
  }

  private void closeConnections() {
    listener.closeConnections();
    // Once all I/O threads have come by, none is still at work on a connection that it found open.
    settle();
    listener.closeConnections();
    settle();
  }

  /** Returns when all I/O threads have done what they were told before, or after half the limit. */
  private static void settle() {
    CountDownLatch settled = new CountDownLatch(IoWorker.THREADS);
    for (int thread = 0; thread < IoWorker.THREADS; thread++) {
      IoWorker.worker().getIoThread(thread).execute(settled::countDown);
    }
    try {
      // Threads that are busy beyond the limit find the connections closed when they come to them.
      var unused = settled.await(STOP_LIMIT_SECONDS * 500, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
