package io.github.bigidtestkit.internal.http;

import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.internal.dialect.Api;
import io.github.bigidtestkit.internal.endpoint.Backend;
import io.github.bigidtestkit.internal.endpoint.JournalWriter;
import io.github.bigidtestkit.internal.endpoint.Request;
import io.github.bigidtestkit.internal.endpoint.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Prepares the first sandbox of a JVM. Most of the time until the first answer is spent on loading
 * classes of independent parts, so they are loaded in parallel.
 */
public final class Warmup {

  private static final AtomicBoolean DONE = new AtomicBoolean();

  private Warmup() {}

  /** Does nothing after the first time. */
  public static void once() {
    if (DONE.compareAndSet(false, true)) {
      inBackground(Part.IO_THREADS);
      Part.LOGIN.run();
    }
  }

  /** The same, while the caller goes on. */
  public static void inBackground() {
    if (DONE.compareAndSet(false, true)) {
      for (Part part : Part.values()) {
        inBackground(part);
      }
    }
  }

  private static void inBackground(Part part) {
    Thread thread = new Thread(part, "bigid-test-kit start");
    thread.setDaemon(true);
    // Whoever needs it next gets the failure again.
    thread.setUncaughtExceptionHandler((failed, failure) -> {});
    thread.start();
  }

  private enum Part implements Runnable {
    IO_THREADS,
    LOGIN;

    @Override
    public void run() {
      switch (this) {
        case IO_THREADS -> {
          IoWorker.acquire();
          IoWorker.release();
        }
        case LOGIN -> login();
      }
    }
  }

  /** A login by values only, in a sandbox without a port. */
  private static void login() {
    SandboxConfig config = SandboxConfig.defaults();
    Backend backend = new Backend(config);
    User user = config.users().get(0);
    String body =
        "{\"username\":\"" + user.username() + "\",\"password\":\"" + user.password() + "\"}";
    Request login =
        new Request(
            config.dialect(),
            "POST",
            Api.PREFIX + Api.SESSIONS,
            null,
            Map.of(),
            List.of(),
            List.of(),
            "application/json",
            body.getBytes(StandardCharsets.UTF_8),
            null);
    JournalWriter journal = backend.journalWriter();
    Response response = backend.router().answer(login, backend.authority()::issue);
    journal.record(journal.arrival(), login, response, null);
  }
}
