package io.github.bigidtestkit.server;

import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.HttpContinueReadHandler;
import io.undertow.server.protocol.http.HttpOpenListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
  private static final OptionMap HTTP =
      OptionMap.builder()
          .set(UndertowOptions.BUFFER_PIPELINED_DATA, true)
          .set(UndertowOptions.NO_REQUEST_TIMEOUT, 60_000)
          .set(UndertowOptions.REQUEST_PARSE_TIMEOUT, 30_000)
          .set(UndertowOptions.ALWAYS_SET_DATE, false)
          .getMap();

  private final HttpOpenListener listener;
  private final AcceptingChannel<StreamConnection> socket;
  private final AtomicBoolean open;

  private HttpServer(
      HttpOpenListener listener, AcceptingChannel<StreamConnection> socket, AtomicBoolean open) {
    this.listener = listener;
    this.socket = socket;
    this.open = open;
  }

  /**
   * Starts listening.
   *
   * @param port the port on loopback, or 0 for any
   */
  static HttpServer start(int port, HttpHandler handler) {
    HttpOpenListener listener = new HttpOpenListener(IoWorker.buffers(), HTTP);
    listener.setRootHandler(new HttpContinueReadHandler(handler));
    AtomicBoolean open = new AtomicBoolean(true);
    ChannelListener<AcceptingChannel<StreamConnection>> accept =
        ChannelListeners.openListenerAdapter(
            connection -> {
              if (open.get()) {
                listener.handleEvent(connection);
              } else {
                IoUtils.safeClose(connection);
              }
            });
    try {
      AcceptingChannel<StreamConnection> socket =
          IoWorker.worker()
              .createStreamConnectionServer(
                  new InetSocketAddress(loopback(), port), accept, SOCKET);
      socket.resumeAccepts();
      return new HttpServer(listener, socket, open);
    } catch (IOException taken) {
      throw new UncheckedIOException(
          "The sandbox can't listen on port [%s]: %s. Free the port, or give 0 for any that is free."
              .formatted(port, taken.getMessage()),
          taken);
    }
  }

  /** 127.0.0.1: some clients take the name localhost for ::1 and would find nobody there. */
  private static InetAddress loopback() throws UnknownHostException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }

  int port() {
    return socket.getLocalAddress(InetSocketAddress.class).getPort();
  }

  boolean isOpen() {
    return open.get();
  }

  /** Stops listening and closes all connections, also those that are kept alive or stalled. */
  @Override
  public void close() {
    if (!open.compareAndSet(true, false)) {
      return;
    }
    IoUtils.safeClose(socket);
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
      boolean inTime = settled.await(STOP_LIMIT_SECONDS * 500, TimeUnit.MILLISECONDS);
      assert inTime : "the I/O threads are busy";
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
