package io.github.bigidtestkit.internal.endpoint;

import io.github.bigidtestkit.Lockout;
import io.github.bigidtestkit.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts wrong passwords and locks users for them. Thread-safe. */
public final class Lockouts {

  private record Failures(int count, @Nullable Instant lockedUntil) {}

  private final SandboxClock clock;
  private final Map<String, Failures> byUser = new HashMap<>();
  private @Nullable Lockout rule;

  Lockouts(@Nullable Lockout rule, SandboxClock clock) {
    this.rule = rule;
    this.clock = clock;
  }

  /** How long a user still stays locked, or null if that user is not. */
  public synchronized @Nullable Duration left(String username) {
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

  /**
   * Counts a login, unless the user is locked.
   *
   * @return how long the user still stays locked for earlier logins, or null
   */
  synchronized @Nullable Duration login(String username, boolean rightPassword) {
    Duration left = left(username);
    if (left != null || rule == null) {
      return left;
    }
    if (rightPassword) {
      byUser.remove(username);
      return null;
    }
    Failures before = byUser.get(username);
    int count = before == null ? 1 : before.count() + 1;
    boolean locked = count >= rule.attempts();
    byUser.put(username, new Failures(count, locked ? clock.instant().plus(rule.time()) : null));
    return null;
  }

  public synchronized void unlock(String username) {
    byUser.remove(username);
  }

  /** Forgets all counts and uses another rule; null for none. */
  synchronized void reset(@Nullable Lockout other) {
    rule = other;
    byUser.clear();
  }
}
