package io.github.bigidtestkit.internal.config;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.Lockout;
import io.github.bigidtestkit.Resource;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.fault.PlannedFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The part of a configuration that somebody said; null or empty is what was not. Several are laid
 * over each other, such as a command line over a file. Internal.
 */
public record SandboxSettings(
    @Nullable Integer port,
    @Nullable Dialect dialect,
    @Nullable Duration userTokenTtl,
    @Nullable Duration sessionTokenTtl,
    @Nullable Duration systemTokenTtl,
    @Nullable Lockout lockout,
    @Nullable Integer journalCapacity,
    @Nullable Boolean https,
    List<String> hostNames,
    @Nullable Boolean http2,
    List<User> users,
    List<Resource> resources,
    List<PlannedFault> faults) {

  /** Copies. */
  public SandboxSettings {
    hostNames = List.copyOf(hostNames);
    users = List.copyOf(users);
    resources = List.copyOf(resources);
    faults = List.copyOf(faults);
  }

  /** Nothing said. */
  public static final SandboxSettings NONE =
      new SandboxSettings(
          null, null, null, null, null, null, null, null, List.of(), null, List.of(), List.of(),
          List.of());

  /**
   * These, and what they do not say as others say it. Users and resources are added, or replace
   * those of the same name; host names and faults are added.
   */
  public SandboxSettings over(SandboxSettings others) {
    List<PlannedFault> allFaults = new ArrayList<>(others.faults);
    allFaults.addAll(faults);
    return new SandboxSettings(
        or(port, others.port),
        or(dialect, others.dialect),
        or(userTokenTtl, others.userTokenTtl),
        or(sessionTokenTtl, others.sessionTokenTtl),
        or(systemTokenTtl, others.systemTokenTtl),
        or(lockout, others.lockout),
        or(journalCapacity, others.journalCapacity),
        or(https, others.https),
        overlay(others.hostNames, hostNames, name -> name),
        or(http2, others.http2),
        overlay(others.users, users, User::username),
        overlay(others.resources, resources, r -> r.method() + " " + r.path()),
        allFaults);
  }

  /**
   * The configuration, with the defaults where nothing is said.
   *
   * @throws IllegalArgumentException as {@link SandboxConfig.Builder#build()}
   */
  public SandboxConfig toConfig() {
    SandboxConfig.Builder builder = SandboxConfig.builder();
    ifSaid(port, builder::port);
    ifSaid(dialect, builder::dialect);
    ifSaid(userTokenTtl, builder::userTokenTtl);
    ifSaid(sessionTokenTtl, builder::sessionTokenTtl);
    ifSaid(systemTokenTtl, builder::systemTokenTtl);
    ifSaid(lockout, said -> builder.lockout(said.attempts(), said.time()));
    ifSaid(journalCapacity, builder::journalCapacity);
    ifSaid(https, builder::https);
    ifSaid(http2, builder::http2);
    return builder
        .hostNames(hostNames.toArray(String[]::new))
        .users(users.toArray(User[]::new))
        .resources(resources.toArray(Resource[]::new))
        .faults(faults.toArray(PlannedFault[]::new))
        .build();
  }

  /**
   * The outer elements, less those that an inner one of the same key replaces, and then the inner
   * ones. Twins within the inner list stay, so that they are found and refused.
   */
  public static <T> List<T> overlay(List<T> outer, List<T> inner, Function<T, String> key) {
    List<String> replaced = inner.stream().map(key).toList();
    List<T> all = new ArrayList<>();
    outer.stream().filter(element -> !replaced.contains(key.apply(element))).forEach(all::add);
    all.addAll(inner);
    return all;
  }

  private static <T> @Nullable T or(@Nullable T said, @Nullable T otherwise) {
    return said == null ? otherwise : said;
  }

  private static <T> void ifSaid(@Nullable T said, Consumer<T> then) {
    if (said != null) {
      then.accept(said);
    }
  }
}
