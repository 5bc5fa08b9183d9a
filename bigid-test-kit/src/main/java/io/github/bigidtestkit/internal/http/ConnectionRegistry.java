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

/**
 * The connections of a server that are open, by the client's address, and its timers. Thread-safe.
 */
public final class ConnectionRegistry {

  private static final AttachmentKey<Runnable> END = AttachmentKey.create(Runnable.class);

  final Timers timers = new Timers();
  private final Map<SocketAddress, Connection> open = new ConcurrentHashMap<>();

  /** A connection that has just been made; those that were closed meanwhile are forgotten. */
  Connection opened(StreamConnection raw) {
    for (var connections = open.values().iterator(); connections.hasNext(); ) {
      if (!connections.next().isOpen()) {
        connections.remove();
      }
    }
    Connection connection = new Connection(raw);
    open.put(raw.getPeerAddress(), connection);
    return connection;
  }

  /** The connection of a call, or null if it is closed. */
  @Nullable Connection of(HttpServerExchange http) {
    return open.get(http.getConnection().getPeerAddress());
  }

  /** Closes all, on their own threads. */
  void close() {
    for (Connection connection : open.values()) {
      connection.close();
    }
  }

  /** Holds on to nothing any more. */
  void forgetAll() {
    timers.close();
    open.clear();
  }

  /** Whether any is open. */
  boolean anyOpen() {
    for (Connection connection : open.values()) {
      if (connection.isOpen()) {
        return true;
      }
    }
    return false;
  }

  /** Makes clients connect again, once their current calls are answered. */
  void retire() {
    open.values().forEach(Connection::retire);
  }

  /** Whether there are connections that are retired and idle, and that clients have not closed. */
  boolean anyLingers() {
    return open.values().stream().anyMatch(Connection::lingers);
  }

  /** Closes connections that are retired and idle. */
  void closeLingering() {
    open.values().stream().filter(Connection::lingers).forEach(Connection::close);
  }

  /** Counts a call as ended that will get no answer. */
  static void forget(HttpServerExchange http) {
    Runnable end = http.getAttachment(END);
    if (end != null) {
      end.run();
    }
  }

  /** A handler that counts the calls under way on each connection. */
  public HttpHandler counting(HttpHandler next) {
    return http -> {
      Connection connection = of(http);
      if (connection != null) {
        connection.begin();
        AtomicBoolean ended = new AtomicBoolean();
        Runnable end =
            () -> {
              if (ended.compareAndSet(false, true)) {
                connection.end();
              }
            };
        http.putAttachment(END, end);
        http.addResponseCommitListener(
            answering -> {
              if (connection.isRetired()) {
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
