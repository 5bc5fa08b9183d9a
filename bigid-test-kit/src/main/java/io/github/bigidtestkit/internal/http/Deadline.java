package io.github.bigidtestkit.internal.http;

import io.undertow.server.HttpServerExchange;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/** A time limit for a client in the middle of a call. */
final class Deadline {

  private Deadline() {}

  /** Acts if something is not done in time and the call has not ended. */
  static void set(
      Duration limit, HttpServerExchange http, BooleanSupplier done, Runnable otherwise) {
    if (done.getAsBoolean() || http.isComplete()) {
      return;
    }
    XnioExecutor.Key timer =
        http.getIoThread()
            .executeAfter(
                () -> {
                  if (!done.getAsBoolean()) {
                    otherwise.run();
                  }
                },
                limit.toMillis(),
                TimeUnit.MILLISECONDS);
    http.addExchangeCompleteListener(
        (exchange, next) -> {
          timer.remove();
          next.proceed();
        });
  }

  /** Closes the connection if something is not done in time. */
  static void set(Duration limit, HttpServerExchange http, BooleanSupplier done) {
    set(limit, http, done, () -> IoUtils.safeClose(http.getConnection()));
  }
}
