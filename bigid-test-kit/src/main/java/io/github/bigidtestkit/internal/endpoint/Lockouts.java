package io.github.bigidtestkit.internal.endpoint;

import io.github.bigidtestkit.Lockout;
import io.github.bigidtestkit.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Counts wrong passwords and locks users for them. Thread-safe. */
public final class Lockouts {

  private record Failures(int count, @Nullable Instant lockedUntil) {}

  private volatile @Nullable Lockout rule;
  private final SandboxClock clock;
  private final Map<String, Failures> byUser = new ConcurrentHashMap<>();

  Lockouts(@Nullable Lockout rule, SandboxClock clock) {
    this.rule = rule;
    this.clock = clock;
  }

  /** How long a user still stays locked, or null if that user is not. */
  public @Nullable Duration left(String username) {
    Failures failures = byUser.get(username);
    Instant until = failures == null ? null : failures.lockedUntil();
    if (until == null) {
      return null;
    }
    Duration left = Duration.between(clock.instant(), until);
    if (left.isNegative() || left.isZero()) {
      byUser.remove(username);
      return null;
    }
    return left;
  }

  void wrongPassword(String username) {
    Lockout now = rule;
    if (now == null) {
      return;
    }
    byUser.compute(
        username,
        (name, before) -> {
          int count = before == null ? 1 : before.count() + 1;
          boolean locked = count >= now.attempts();
          return new Failures(count, locked ? clock.instant().plus(now.time()) : null);
        });
  }

  public void rightPassword(String username) {
    byUser.remove(username);
  }

  /** Forgets all counts and uses another rule; null for none. */
  void reset(@Nullable Lockout other) {
    rule = other;
    byUser.clear();
  }
}
