package io.github.bigidtestkit.server;

import io.github.bigidtestkit.token.SandboxClock;
import io.github.bigidtestkit.token.TokenAuthority;
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
      Thread starting = new Thread(IoWorker::worker, "bigid-test-kit start");
      starting.setDaemon(true);
      // Who needs the I/O threads next is told that they could not be started.
      starting.setUncaughtExceptionHandler((thread, failure) -> {});
      starting.start();
      login();
    }
  }

  /** A login on values, in a sandbox without a port that nobody sees. */
  private static void login() {
    SandboxConfig config = SandboxConfig.defaults();
    SandboxClock clock = SandboxClock.started();
    Lockouts lockouts = new Lockouts(config::lockout, clock);
    Users users = new Users(config.users(), lockouts);
    TokenAuthority authority = new TokenAuthority(clock, users.subjects(), config.lifetimes());
    User user = config.users().get(0);
    String body =
        "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(user.username(), user.password());
    new SessionsEndpoint(users, lockouts)
        .answer(
            new Request(
                "POST",
                Api.PREFIX + Api.SESSIONS,
                List.of(),
                "application/json",
                body.getBytes(StandardCharsets.UTF_8),
                null),
            authority::issue);
  }
}
