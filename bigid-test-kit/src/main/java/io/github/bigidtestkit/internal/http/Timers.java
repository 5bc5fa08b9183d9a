package io.github.bigidtestkit.internal.http;

import io.undertow.server.HttpServerExchange;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import org.xnio.XnioIoThread;

/**
 * What a server does after a while, and no more once it is closed: the I/O threads are not its own,
 * and would hold it until then. Thread-safe.
 */
final class Timers {

  private final Set<XnioExecutor.Key> pending = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** Acts on an I/O thread after a while. To be called on that thread, before it can act. */
  XnioExecutor.Key after(Duration delay, XnioIoThread thread, Runnable act) {
    AtomicReference<XnioExecutor.Key> own = new AtomicReference<>(XnioExecutor.Key.IMMEDIATE);
    Runnable due =
        () -> {
          pending.remove(own.get());
          act.run();
        };
    XnioExecutor.Key timer = thread.executeAfter(due, delay.toMillis(), TimeUnit.MILLISECONDS);
    own.set(timer);
    pending.add(timer);
    if (closed) {
      cancel(timer);
    }
    return timer;
  }

  void cancel(XnioExecutor.Key timer) {
    timer.remove();
    pending.remove(timer);
  }

  /** Acts if something is not done in time and the call has not ended. */
  void deadline(Duration limit, HttpServerExchange http, BooleanSupplier done, Runnable otherwise) {
    if (done.getAsBoolean() || http.isComplete()) {
      return;
    }
    XnioExecutor.Key timer =
        after(
            limit,
            http.getIoThread(),
            () -> {
              if (!done.getAsBoolean()) {
                otherwise.run();
              }
            });
    http.addExchangeCompleteListener(
        (exchange, next) -> {
          cancel(timer);
          next.proceed();
        });
  }

  /** Closes the connection if something is not done in time. */
  void deadline(Duration limit, HttpServerExchange http, BooleanSupplier done) {
    deadline(limit, http, done, () -> IoUtils.safeClose(http.getConnection()));
  }

  /** Cancels all, and those to come. */
  void close() {
    closed = true;
    pending.forEach(this::cancel);
  }
}
