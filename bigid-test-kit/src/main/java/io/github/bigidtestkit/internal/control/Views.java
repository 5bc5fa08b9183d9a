package io.github.bigidtestkit.internal.control;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.Resource;
import io.github.bigidtestkit.SandboxClock;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.fault.ActiveFault;
import io.github.bigidtestkit.journal.Journal;
import io.github.bigidtestkit.token.TokenKind;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of a sandbox as JSON objects. What is null is left out. */
final class Views {

  private Views() {}

  /** An object in the order of its fields, without those that have no value. */
  static Map<String, Object> object(@Nullable Object... keysAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      Object value = keysAndValues[i + 1];
      if (value != null) {
        object.put(String.valueOf(keysAndValues[i]), value);
      }
    }
    return object;
  }

  static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  static Map<String, Object> state(FakeBigId bigId) {
    Journal.News end = bigId.journal().since(Long.MAX_VALUE, 1);
    return object(
        "url", text(bigId.baseUrl()),
        "dialect", bigId.config().dialect().name(),
        "clock", clock(bigId.clock()),
        "lifetimes", lifetimes(bigId),
        "users", bigId.users().all().stream().map(user -> user(bigId, user)).toList(),
        "resources", bigId.resources().all().size(),
        "faults", bigId.faults().active().stream().map(Views::fault).toList(),
        "journal",
            object(
                "kept", end.end() - end.oldest() + 1,
                "dropped", bigId.journal().dropped(),
                "end", end.end()));
  }

  private static Map<String, Object> lifetimes(FakeBigId bigId) {
    Map<String, Object> lifetimes = new LinkedHashMap<>();
    for (TokenKind kind : TokenKind.values()) {
      lifetimes.put(kind.name(), bigId.config().lifetimes().of(kind).toString());
    }
    return lifetimes;
  }

  static Map<String, Object> clock(SandboxClock clock) {
    Instant now = clock.instant();
    return object(
        "instant", text(now),
        "frozen", clock.isFrozen(),
        "ahead", text(tenths(Duration.between(Instant.now(), now))));
  }

  /** Rounded, as the two instants are not read at the same one. */
  private static Duration tenths(Duration exact) {
    return Duration.ofMillis(Math.round(exact.toMillis() / 100.0) * 100);
  }

  /** A user without the password. */
  static Map<String, Object> user(FakeBigId bigId, User user) {
    return object(
        "username", user.username(),
        "firstName", user.firstName(),
        "permissions", user.permissions(),
        "roleIds", user.roleIds(),
        "admin", user.admin(),
        "enabled", user.enabled(),
        "locked", user.locked(),
        "lockedOutFor", text(lockedOut(bigId, user)));
  }

  /** Null too for a user that was removed just now. */
  private static @Nullable Duration lockedOut(FakeBigId bigId, User user) {
    return bigId.users().find(user.username()).isEmpty()
        ? null
        : bigId.users().lockedOutFor(user.username()).orElse(null);
  }

  static Map<String, Object> fault(ActiveFault fault) {
    return object(
        "number", fault.number(),
        "label", fault.label(),
        "struck", fault.struck(),
        "active", fault.isActive());
  }

  static Map<String, Object> resource(Resource resource) {
    return object(
        "method", resource.method(),
        "path", resource.path(),
        "permission", resource.permission(),
        "json", resource.json());
  }
}
