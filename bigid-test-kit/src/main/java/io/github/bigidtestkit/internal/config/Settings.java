package io.github.bigidtestkit.internal.config;

import io.github.bigidtestkit.Resource;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.fault.PlannedFault;
import io.github.bigidtestkit.internal.json.JsonText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The settings that one source gives: a file, an annotation or a command line. Immutable. */
public final class Settings {

  public static final Settings NONE = new Settings(Map.of());

  private final Map<Setting, Object> values = new EnumMap<>(Setting.class);

  /**
   * Copies.
   *
   * @param values of the types that the settings have
   */
  public Settings(Map<Setting, Object> values) {
    this.values.putAll(values);
  }

  /**
   * Reads a configuration in JSON, which may have comments, trailing commas and a {@code $schema}.
   *
   * @param source the name of the text in messages, such as that of a file; may be empty
   * @throws IllegalArgumentException as {@link JsonText} does
   */
  public static Settings of(String source, byte[] utf8) {
    return new Settings(JsonText.ofFile(source, utf8).members(List.of(Setting.values())));
  }

  /**
   * These settings, and those of an outer source that are not given here. Users and resources are
   * added, or replace those with the same name; host names, origins and faults are added.
   */
  public Settings over(Settings outer) {
    Map<Setting, Object> all = new EnumMap<>(outer.values);
    values.forEach((setting, value) -> all.merge(setting, value, Settings::over));
    return new Settings(all);
  }

  private static Object over(Object outer, Object inner) {
    return inner instanceof Object[] elements
        ? overlay(List.of((Object[]) outer), List.of(elements), Settings::identity)
            .toArray(size -> Arrays.copyOf(elements, size))
        : inner;
  }

  /** Elements of the same identity replace each other. */
  private static Object identity(Object element) {
    if (element instanceof User user) {
      return user.username();
    }
    if (element instanceof Resource resource) {
      return resource.call();
    }
    return element instanceof PlannedFault ? new Object() : element;
  }

  /**
   * The outer elements without those that an inner one with the same key replaces, and then the
   * inner ones. Two inner ones with the same key both stay, so that they are found and refused.
   */
  public static <T> List<T> overlay(List<T> outer, List<T> inner, Function<T, Object> key) {
    List<Object> replaced = inner.stream().map(key).toList();
    List<T> all = new ArrayList<>(outer);
    all.removeIf(element -> replaced.contains(key.apply(element)));
    all.addAll(inner);
    return all;
  }

  /**
   * The configuration, with the defaults for what is not given.
   *
   * @throws IllegalArgumentException as {@link SandboxConfig.Builder#build()}
   */
  public SandboxConfig toConfig() {
    SandboxConfig.Builder config = SandboxConfig.builder();
    for (var entry : values.entrySet()) {
      entry.getKey().requirePartner(entry.getValue(), values.keySet());
      entry.getKey().set(config, entry.getValue());
    }
    if (values.get(Setting.LOCK_AFTER) instanceof Integer attempts
        && values.get(Setting.LOCK_FOR) instanceof Duration time) {
      config.lockout(attempts, time);
    }
    return config.build();
  }

  /** The value of a setting, or null if it is not given. */
  public @Nullable Object get(Setting setting) {
    return values.get(setting);
  }

  /** What is given that a running sandbox can't change, such as {@code port [8443]}. */
  public Optional<String> fixed() {
    return values.entrySet().stream()
        .filter(entry -> entry.getKey().isFixed())
        .map(entry -> "%s [%s]".formatted(entry.getKey().key(), text(entry.getValue())))
        .findFirst();
  }

  private static String text(Object value) {
    return value instanceof String[] texts ? String.join(", ", texts) : value.toString();
  }
}
