package io.github.bigidtestkit.internal.http;

import io.undertow.server.HttpServerExchange;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import org.xnio.XnioIoThread;

/**
 * What a server does after a while, and no more once it is closed: the I/O threads are not its own,
 * and would hold it until then. Thread-safe.
 */
final class Timers {

  private final Set<Timer> pending = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** Acts on an I/O thread after a while. */
  Timer after(Duration delay, XnioIoThread thread, Runnable act) {
    Timer timer = new Timer(act);
    pending.add(timer);
    timer.key = thread.executeAfter(timer, delay.toMillis(), TimeUnit.MILLISECONDS);
    if (closed) {
      timer.cancel();
    }
    return timer;
  }

  /** Acts if something is not done in time and the call has not ended. */
  void deadline(Duration limit, HttpServerExchange http, BooleanSupplier done, Runnable otherwise) {
    if (done.getAsBoolean() || http.isComplete()) {
      return;
    }
    Timer timer =
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
          timer.cancel();
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
    pending.forEach(Timer::cancel);
  }

  /** Something that is still to be done. */
  final class Timer implements Runnable {

    /** Null once it is over. */
    private volatile @Nullable Runnable act;

    private volatile XnioExecutor.@Nullable Key key;

    private Timer(Runnable act) {
      this.act = act;
    }

    @Override
    public void run() {
      Runnable due = act;
      cancel();
      if (due != null) {
        due.run();
      }
    }

    void cancel() {
      act = null;
      pending.remove(this);
      XnioExecutor.Key waiting = key;
      if (waiting != null) {
        waiting.remove();
      }
    }
  }
}
