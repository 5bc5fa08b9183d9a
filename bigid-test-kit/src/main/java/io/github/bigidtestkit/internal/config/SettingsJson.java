package io.github.bigidtestkit.internal.config;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.Lockout;
import io.github.bigidtestkit.Resource;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.fault.PlannedFault;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a whole configuration. What is wrong with a value is said at that value. */
final class SettingsJson {

  private static final List<String> KEYS =
      List.of(
          "port",
          "https",
          "hostNames",
          "http2",
          "dialect",
          "userTokenTtl",
          "sessionTokenTtl",
          "systemTokenTtl",
          "lockAfter",
          "lockFor",
          "journalCapacity",
          "users",
          "resources",
          "faults");

  private final Fields fields;

  private SettingsJson(Fields fields) {
    this.fields = fields;
  }

  static SandboxSettings read(Value value) {
    return new SettingsJson(new Fields(value, KEYS)).settings();
  }

  private SandboxSettings settings() {
    return new SandboxSettings(
        number("port", SandboxConfig.Builder::port),
        fields.oneOf("dialect", Dialect.class),
        duration("userTokenTtl", SandboxConfig.Builder::userTokenTtl),
        duration("sessionTokenTtl", SandboxConfig.Builder::sessionTokenTtl),
        duration("systemTokenTtl", SandboxConfig.Builder::systemTokenTtl),
        lockout(),
        number("journalCapacity", SandboxConfig.Builder::journalCapacity),
        fields.flag("https"),
        hostNames(),
        fields.flag("http2"),
        users(),
        resources(),
        faults());
  }

  private @Nullable Integer number(String key, BiConsumer<SandboxConfig.Builder, Integer> set) {
    Integer number = fields.number(key);
    return number == null ? null : checked(key, number, set);
  }

  private @Nullable Duration duration(String key, BiConsumer<SandboxConfig.Builder, Duration> set) {
    Duration duration = fields.duration(key);
    return duration == null ? null : checked(key, duration, set);
  }

  private @Nullable Lockout lockout() {
    Integer attempts = fields.number("lockAfter");
    Duration time = fields.duration("lockFor");
    if (attempts == null && time == null) {
      return null;
    }
    if (attempts == null || time == null) {
      String said = attempts == null ? "lockFor" : "lockAfter";
      throw fields
          .spotOf(said)
          .wrong(
              "%s goes with %s. Give both, or none."
                  .formatted(said, attempts == null ? "lockAfter" : "lockFor"));
    }
    check(attempts < 1 ? "lockAfter" : "lockFor", config -> config.lockout(attempts, time));
    return new Lockout(attempts, time);
  }

  /** Names without HTTPS are refused only when all is known: the command line may add that. */
  private List<String> hostNames() {
    List<String> names = fields.texts("hostNames");
    return checked(
        "hostNames",
        names,
        (config, all) -> config.https(true).hostNames(all.toArray(String[]::new)));
  }

  private List<User> users() {
    List<User> users = fields.list("users", UserJson::read);
    return checked("users", users, (config, all) -> config.users(all.toArray(User[]::new)));
  }

  private List<Resource> resources() {
    List<Resource> resources = fields.list("resources", ResourceJson::read);
    return checked(
        "resources", resources, (config, all) -> config.resources(all.toArray(Resource[]::new)));
  }

  private List<PlannedFault> faults() {
    return fields.list("faults", FaultJson::read);
  }

  private <T> T checked(String key, T value, BiConsumer<SandboxConfig.Builder, T> set) {
    if (fields.has(key)) {
      check(key, config -> set.accept(config, value));
    }
    return value;
  }

  /** Has the configuration itself judge, by one that has nothing else in it. */
  private void check(String key, Consumer<SandboxConfig.Builder> change) {
    SandboxConfig.Builder config = SandboxConfig.builder();
    try {
      change.accept(config);
      config.build();
    } catch (IllegalArgumentException wrong) {
      throw fields.spotOf(key).wrong(String.valueOf(wrong.getMessage()), wrong);
    }
  }
}
