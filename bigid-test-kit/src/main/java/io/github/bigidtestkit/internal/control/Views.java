package io.github.bigidtestkit.internal.control;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxClock;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.Users;
import io.github.bigidtestkit.fault.ActiveFault;
import io.github.bigidtestkit.journal.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of a sandbox as JSON objects. Fields that are null are not written. */
final class Views {

  private Views() {}

  /** An object in the order of its fields. */
  static Map<String, @Nullable Object> object(@Nullable Object... keysAndValues) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      object.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
    }
    return object;
  }

  static Map<String, @Nullable Object> state(FakeBigId bigId) {
    SandboxConfig config = bigId.config();
    Journal.News end = bigId.journal().since(Long.MAX_VALUE, 1);
    return object(
        "url", bigId.baseUrl(),
        "dialect", bigId.dialect().name(),
        "clock", clock(bigId.clock()),
        "lifetimes",
            object(
                "USER", config.userTokenTtl(),
                "SESSION", config.sessionTokenTtl(),
                "SYSTEM", config.systemTokenTtl()),
        "users", bigId.users().all().stream().map(user -> user(bigId, user)).toList(),
        "resources", bigId.resources().all().size(),
        "faults", bigId.faults().active().stream().map(Views::fault).toList(),
        "journal",
            object(
                "kept", end.end() - end.oldest() + 1,
                "dropped", bigId.journal().dropped(),
                "end", end.end()));
  }

  static Map<String, @Nullable Object> clock(SandboxClock clock) {
    Instant now = clock.instant();
    return object(
        "instant", now,
        "frozen", clock.isFrozen(),
        "ahead", tenths(Duration.between(Instant.now(), now)));
  }

  /** Rounded, because the two instants are not read at the same time. */
  private static Duration tenths(Duration exact) {
    return Duration.ofMillis(Math.round(exact.toMillis() / 100.0) * 100);
  }

  /** A user without the password. */
  static Map<String, @Nullable Object> user(FakeBigId bigId, User user) {
    Users users = bigId.users();
    // Found again, since it may have been removed just now.
    Optional<Duration> lockedOutFor =
        users.find(user.username()).flatMap(found -> users.lockedOutFor(found.username()));
    return object(
        "username", user.username(),
        "firstName", user.firstName(),
        "permissions", user.permissions(),
        "roleIds", user.roleIds(),
        "admin", user.admin(),
        "enabled", user.enabled(),
        "locked", user.locked(),
        "tokenOnly", user.tokenOnly(),
        "lockedOutFor", lockedOutFor.orElse(null));
  }

  static Map<String, @Nullable Object> fault(ActiveFault fault) {
    return object(
        "number", fault.number(),
        "label", fault.label(),
        "struck", fault.struck(),
        "active", fault.isActive());
  }
}
