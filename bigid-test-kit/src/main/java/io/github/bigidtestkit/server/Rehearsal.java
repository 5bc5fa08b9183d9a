package io.github.bigidtestkit.server;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What the first sandbox of a JVM does before it starts. Most of the time until the first answer
 * goes into loading classes; the I/O threads take one half of it and a login the other, so the two
 * are done at once.
 */
final class Rehearsal {

  private static final AtomicBoolean DONE = new AtomicBoolean();

  private Rehearsal() {}

  /** Does nothing but the first time. */
  static void once() {
    if (DONE.compareAndSet(false, true)) {
      for (Part part : Part.values()) {
        part.start();
      }
      login();
    }
  }

  /** What is done meanwhile, each on a thread of its own. */
  private enum Part {
    IO_THREADS,
    MBEAN_SERVER;

    void start() {
      Thread thread = new Thread(this::run, "bigid-test-kit start");
      thread.setDaemon(true);
      // Who needs it next is told that it could not be started.
      thread.setUncaughtExceptionHandler((failed, failure) -> {});
      thread.start();
    }

    private void run() {
      if (this == IO_THREADS) {
        IoWorker.worker();
      } else {
        // The I/O library tells it of its threads, and offers no way around.
        ManagementFactory.getPlatformMBeanServer();
      }
    }
  }

  /** A login on values, in a sandbox without a port that nobody sees. */
  private static void login() {
    SandboxConfig config = SandboxConfig.defaults();
    Backend backend = new Backend(config);
    User user = config.users().get(0);
    String body =
        "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(user.username(), user.password());
    Request login =
        new Request(
            "POST",
            Api.PREFIX + Api.SESSIONS,
            List.of(),
            "application/json",
            body.getBytes(StandardCharsets.UTF_8),
            null);
    Scribe scribe = backend.scribe();
    HttpAdapter.Arrival arrival = scribe.arrival(backend.clock().instant());
    scribe.record(arrival, login, null, backend.router().answer(login), null);
  }
}
