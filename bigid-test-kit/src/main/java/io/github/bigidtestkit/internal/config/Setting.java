package io.github.bigidtestkit.internal.config;

import io.github.bigidtestkit.DialectRules;
import io.github.bigidtestkit.Resource;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.fault.PlannedFault;
import io.github.bigidtestkit.internal.json.JsonText;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be set in files, annotations and on the command line, under the name that the builder of
 * the configuration has for it.
 */
public enum Setting implements JsonText.Key<Setting> {
  PORT("port", Integer.class),
  HTTPS("https", Boolean.class),
  HOST_NAMES("hostNames", String[].class),
  HTTP2("http2", Boolean.class),
  CORS_ORIGINS("corsOrigins", String[].class),
  DIALECT("dialect", DialectRules.class),
  USER_TOKEN_TTL("userTokenTtl", Duration.class),
  SESSION_TOKEN_TTL("sessionTokenTtl", Duration.class),
  SYSTEM_TOKEN_TTL("systemTokenTtl", Duration.class),
  LOCK_AFTER("lockAfter", Integer.class),
  LOCK_FOR("lockFor", Duration.class),
  JOURNAL_CAPACITY("journalCapacity", Integer.class),
  STRICT("strict", Boolean.class),
  USERS("users", User[].class),
  RESOURCES("resources", Resource[].class),
  FAULTS("faults", PlannedFault[].class);

  private final String key;
  private final Class<?> type;

  Setting(String key, Class<?> type) {
    this.key = key;
    this.type = type;
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public Class<?> type() {
    return type;
  }

  /** Whether a running sandbox can't change it, so that only the outermost class can set it. */
  public boolean isFixed() {
    return fixed(SandboxConfig.defaults()) != null;
  }

  /** The value of a setting that a running sandbox can't change; null for others. */
  private @Nullable Object fixed(SandboxConfig config) {
    return switch (this) {
      case PORT -> config.port();
      case HTTPS -> config.https();
      case HOST_NAMES -> config.hostNames();
      case HTTP2 -> config.http2();
      case JOURNAL_CAPACITY -> config.journalCapacity();
      default -> null;
    };
  }

  void set(SandboxConfig.Builder config, Object value) {
    switch (this) {
      case PORT -> config.port((Integer) value);
      case HTTPS -> config.https((Boolean) value);
      case HOST_NAMES -> config.hostNames((String[]) value);
      case HTTP2 -> config.http2((Boolean) value);
      case CORS_ORIGINS -> config.corsOrigins((String[]) value);
      case DIALECT -> config.dialect((DialectRules) value);
      case USER_TOKEN_TTL -> config.userTokenTtl((Duration) value);
      case SESSION_TOKEN_TTL -> config.sessionTokenTtl((Duration) value);
      case SYSTEM_TOKEN_TTL -> config.systemTokenTtl((Duration) value);
      // Settings sets both together. Alone, each is checked with a valid value of the other.
      case LOCK_AFTER -> config.lockout((Integer) value, Duration.ofDays(1));
      case LOCK_FOR -> config.lockout(1, (Duration) value);
      case JOURNAL_CAPACITY -> config.journalCapacity((Integer) value);
      case STRICT -> config.strict((Boolean) value);
      case USERS -> config.users((User[]) value);
      case RESOURCES -> config.resources((Resource[]) value);
      case FAULTS -> config.faults((PlannedFault[]) value);
    }
  }

  void requirePartner(Object value, Set<Setting> given) {
    Setting partner = this == LOCK_AFTER ? LOCK_FOR : this == LOCK_FOR ? LOCK_AFTER : this;
    if (!given.contains(partner)) {
      throw new IllegalArgumentException(
          "%s [%s] goes with %s. Give both, or none.".formatted(key, value, partner.key));
    }
  }

  /** Whether the value needs HTTPS is known only when all sources are put together. */
  @Override
  public void check(Object value, Set<Setting> given) {
    requirePartner(value, given);
    SandboxConfig.Builder config = SandboxConfig.builder().https(true);
    set(config, value);
    config.build();
  }

  /**
   * Checks that a running sandbox can change to another configuration.
   *
   * @throws IllegalArgumentException if a fixed setting differs
   */
  public static void requireSameFixed(SandboxConfig running, SandboxConfig other) {
    for (Setting setting : values()) {
      Object before = setting.fixed(running);
      Object after = setting.fixed(other);
      if (!Objects.equals(before, after)) {
        throw new IllegalArgumentException(
            "A running sandbox can't change its %s from [%s] to [%s]. Start another one."
                .formatted(setting.key, before, after));
      }
    }
  }
}
