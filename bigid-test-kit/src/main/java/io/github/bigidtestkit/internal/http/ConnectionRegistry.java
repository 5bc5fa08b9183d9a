package io.github.bigidtestkit.internal.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.xnio.StreamConnection;

/** The connections that are open, by the client's address. Thread-safe. */
public final class ConnectionRegistry {

  private static final AttachmentKey<Runnable> END = AttachmentKey.create(Runnable.class);

  private final Map<SocketAddress, Connection> open = new ConcurrentHashMap<>();

  /** A connection that has just been made; those that were closed meanwhile are forgotten. */
  Connection opened(StreamConnection connection) {
    for (var lines = open.values().iterator(); lines.hasNext(); ) {
      if (!lines.next().isOpen()) {
        lines.remove();
      }
    }
    Connection line = new Connection(connection);
    open.put(connection.getPeerAddress(), line);
    return line;
  }

  /** The connection that a call came over, or null if it is closed. */
  @Nullable Connection of(HttpServerExchange http) {
    return open.get(http.getConnection().getPeerAddress());
  }

  /** Closes all, on their own threads. */
  void close() {
    for (Connection line : open.values()) {
      line.close();
    }
  }

  /** Whether there is one left. */
  boolean anyOpen() {
    for (Connection line : open.values()) {
      if (line.isOpen()) {
        return true;
      }
    }
    return false;
  }

  /** Has clients connect anew, once their calls under way were answered. */
  void retire() {
    open.values().forEach(Connection::retire);
  }

  /** Whether clients have not closed yet what is retired and idle. */
  boolean anyLingers() {
    return open.values().stream().anyMatch(Connection::lingers);
  }

  /** Closes what is retired and idle. */
  void closeLingering() {
    open.values().stream().filter(Connection::lingers).forEach(Connection::close);
  }

  /** A call of which nothing more will come. */
  static void forget(HttpServerExchange http) {
    Runnable end = http.getAttachment(END);
    if (end != null) {
      end.run();
    }
  }

  /** A handler that counts the calls under way on each connection. */
  public HttpHandler counting(HttpHandler next) {
    return http -> {
      Connection line = of(http);
      if (line != null) {
        line.begin();
        AtomicBoolean ended = new AtomicBoolean();
        Runnable end =
            () -> {
              if (ended.compareAndSet(false, true)) {
                line.end();
              }
            };
        http.putAttachment(END, end);
        http.addResponseCommitListener(
            answering -> {
              if (line.isRetired()) {
                answering.setPersistent(false);
              }
            });
        http.addExchangeCompleteListener(
            (answered, listener) -> {
              end.run();
              listener.proceed();
            });
      }
      next.handleRequest(http);
    };
  }
}
