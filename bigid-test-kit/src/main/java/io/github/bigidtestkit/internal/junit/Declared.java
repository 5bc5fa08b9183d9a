package io.github.bigidtestkit.internal.junit;

import io.github.bigidtestkit.Lockout;
import io.github.bigidtestkit.Resource;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.internal.config.ConfigFile;
import io.github.bigidtestkit.internal.config.IsoDuration;
import io.github.bigidtestkit.internal.config.SandboxSettings;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.junit.SandboxUser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what annotations say of a sandbox, which may be next to nothing. */
final class Declared {

  private Declared() {}

  /** What a {@link BigIdSandbox} and the resources beside it say by themselves. */
  static SandboxSettings by(BigIdSandbox sandbox, List<ProtectedResource> beside) {
    return new SandboxSettings(
        sandbox.port() == 0 ? null : sandbox.port(),
        single("dialect", sandbox.dialect()),
        ttl("userTokenTtl", sandbox.userTokenTtl()),
        ttl("sessionTokenTtl", sandbox.sessionTokenTtl()),
        ttl("systemTokenTtl", sandbox.systemTokenTtl()),
        lockout(sandbox),
        sandbox.journalCapacity() == 0 ? null : sandbox.journalCapacity(),
        sandbox.https() ? true : null,
        List.of(sandbox.hostNames()),
        sandbox.http2() ? true : null,
        Arrays.stream(sandbox.users()).map(Declared::user).toList(),
        resources(sandbox, beside),
        List.of());
  }

  /** What the file says that a {@link BigIdSandbox} names, if it names one. */
  static SandboxSettings byFile(BigIdSandbox sandbox, ClassLoader loader) {
    String location = sandbox.config();
    return location.isEmpty()
        ? SandboxSettings.NONE
        : ConfigFile.at("config [%s]".formatted(location), location, loader);
  }

  /** The only one of an attribute that is an array so that it can be left out. */
  static <T> @Nullable T single(String attribute, T[] values) {
    if (values.length > 1) {
      throw new IllegalArgumentException(
          "%s %s has %s values. There can be only one; remove the others."
              .formatted(attribute, Arrays.toString(values), values.length));
    }
    return values.length == 0 ? null : values[0];
  }

  private static @Nullable Duration ttl(String attribute, String text) {
    return text.isEmpty() ? null : IsoDuration.parse(attribute, text);
  }

  private static @Nullable Lockout lockout(BigIdSandbox sandbox) {
    if (sandbox.lockAfter() == 0 && sandbox.lockFor().isEmpty()) {
      return null;
    }
    if (sandbox.lockAfter() == 0 || sandbox.lockFor().isEmpty()) {
      throw new IllegalArgumentException(
          "lockAfter [%s] and lockFor [%s] belong together. Give both, or none."
              .formatted(sandbox.lockAfter(), sandbox.lockFor()));
    }
    return new Lockout(sandbox.lockAfter(), IsoDuration.parse("lockFor", sandbox.lockFor()));
  }

  private static User user(SandboxUser user) {
    String firstName = user.firstName().isEmpty() ? user.username() : user.firstName();
    return new User(
        user.username(),
        user.password(),
        firstName,
        List.of(user.permissions()),
        List.of(user.roleIds()),
        user.admin(),
        user.enabled(),
        user.locked());
  }

  private static List<Resource> resources(BigIdSandbox sandbox, List<ProtectedResource> beside) {
    List<ProtectedResource> all = new ArrayList<>(List.of(sandbox.resources()));
    all.addAll(beside);
    return all.stream().map(Declared::resource).toList();
  }

  private static Resource resource(ProtectedResource resource) {
    String permission = resource.permission().isEmpty() ? null : resource.permission();
    return new Resource(resource.method(), resource.path(), permission, resource.json());
  }
}
