package io.github.bigidtestkit.internal.config;

import io.github.bigidtestkit.DialectRules;
import io.github.bigidtestkit.Resource;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.fault.PlannedFault;
import io.github.bigidtestkit.internal.json.JsonText;
import java.time.Duration;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What can be set in files, annotations and on the command line, under the name that the builder of
 * the configuration has for it.
 */
@SuppressWarnings("ImmutableEnumChecker") // the functions have no state
public enum Setting implements JsonText.Key<Setting> {
  PORT("port", Integer.class, SandboxConfig.Builder::port, SandboxConfig::port),
  HTTPS("https", Boolean.class, SandboxConfig.Builder::https, SandboxConfig::https),
  HOST_NAMES(
      "hostNames", String[].class, SandboxConfig.Builder::hostNames, SandboxConfig::hostNames),
  HTTP2("http2", Boolean.class, SandboxConfig.Builder::http2, SandboxConfig::http2),
  DIALECT("dialect", DialectRules.class, SandboxConfig.Builder::dialect),
  USER_TOKEN_TTL("userTokenTtl", Duration.class, SandboxConfig.Builder::userTokenTtl),
  SESSION_TOKEN_TTL("sessionTokenTtl", Duration.class, SandboxConfig.Builder::sessionTokenTtl),
  SYSTEM_TOKEN_TTL("systemTokenTtl", Duration.class, SandboxConfig.Builder::systemTokenTtl),
  // Settings sets both together. Alone, each is checked with a valid value of the other.
  LOCK_AFTER(
      "lockAfter",
      Integer.class,
      (config, attempts) -> config.lockout(attempts, Duration.ofDays(1))),
  LOCK_FOR("lockFor", Duration.class, (config, time) -> config.lockout(1, time)),
  JOURNAL_CAPACITY(
      "journalCapacity",
      Integer.class,
      SandboxConfig.Builder::journalCapacity,
      SandboxConfig::journalCapacity),
  USERS("users", User[].class, SandboxConfig.Builder::users),
  RESOURCES("resources", Resource[].class, SandboxConfig.Builder::resources),
  FAULTS("faults", PlannedFault[].class, SandboxConfig.Builder::faults);

  private final String key;
  private final Class<?> type;
  private final BiConsumer<SandboxConfig.Builder, Object> set;
  private final @Nullable Function<SandboxConfig, Object> fixed;

  <T> Setting(String key, Class<T> type, BiConsumer<SandboxConfig.Builder, T> set) {
    this(key, type, set, null);
  }

  /**
   * A setting that may be fixed.
   *
   * @param fixed the value of a setting that a running sandbox can't change, or null
   */
  <T> Setting(
      String key,
      Class<T> type,
      BiConsumer<SandboxConfig.Builder, T> set,
      @Nullable Function<SandboxConfig, Object> fixed) {
    this.key = key;
    this.type = type;
    this.set = (config, value) -> set.accept(config, type.cast(value));
    this.fixed = fixed;
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
    return fixed != null;
  }

  void set(SandboxConfig.Builder config, Object value) {
    set.accept(config, value);
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
      if (setting.fixed == null) {
        continue;
      }
      Object before = setting.fixed.apply(running);
      Object after = setting.fixed.apply(other);
      if (!before.equals(after)) {
        throw new IllegalArgumentException(
            "A running sandbox can't change its %s from [%s] to [%s]. Start another one."
                .formatted(setting.key, before, after));
      }
    }
  }
}
