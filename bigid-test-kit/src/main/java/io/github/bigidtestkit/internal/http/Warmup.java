package io.github.bigidtestkit.internal.http;

import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.internal.endpoint.Api;
import io.github.bigidtestkit.internal.endpoint.Backend;
import io.github.bigidtestkit.internal.endpoint.JournalWriter;
import io.github.bigidtestkit.internal.endpoint.Request;
import io.github.bigidtestkit.internal.endpoint.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What the first sandbox of a JVM does before it starts. Most of the time until the first answer
 * goes into loading classes, of parts that know nothing of each other, so they are loaded at once.
 */
public final class Warmup {

  private static final AtomicBoolean DONE = new AtomicBoolean();

  private Warmup() {}

  /** Does nothing but the first time. */
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
    // Who needs it next is told that it could not be started.
    thread.setUncaughtExceptionHandler((failed, failure) -> {});
    thread.start();
  }

  private enum Part implements Runnable {
    IO_THREADS,
    LOGIN;

    @Override
    public void run() {
      switch (this) {
        case IO_THREADS -> IoWorker.worker();
        case LOGIN -> login();
      }
    }
  }

  /** A login on values, in a sandbox without a port that nobody sees. */
  private static void login() {
    SandboxConfig config = SandboxConfig.defaults();
    Backend backend = new Backend(config);
    User user = config.users().get(0);
    String body =
        "{\"username\":\"" + user.username() + "\",\"password\":\"" + user.password() + "\"}";
    Request login =
        new Request(
            "POST",
            Api.PREFIX + Api.SESSIONS,
            List.of(),
            "application/json",
            body.getBytes(StandardCharsets.UTF_8),
            null);
    JournalWriter journal = backend.journalWriter();
    Response response = backend.router().answer(login, backend.authority()::issue);
    journal.record(journal.arrival(), login, null, response, null);
  }
}
