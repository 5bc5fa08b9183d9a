package io.github.bigidtestkit.junit;

import io.github.bigidtestkit.config.IsoDuration;
import io.github.bigidtestkit.journal.Journal;
import io.github.bigidtestkit.server.Lockout;
import io.github.bigidtestkit.server.Resource;
import io.github.bigidtestkit.server.SandboxConfig;
import io.github.bigidtestkit.server.Transport;
import io.github.bigidtestkit.server.User;
import io.github.bigidtestkit.token.Lifetimes;
import java.lang.reflect.AnnotatedElement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * What is to be had at one place in the tests: a configuration, how long the sandbox lives, and
 * whether it is put back. Made from annotations, outermost first.
 */
record Plan(SandboxConfig config, boolean demoUserOnly, Lifecycle lifecycle, boolean reset) {

  /** What is so where nothing is said. */
  static final Plan DEFAULT = new Plan(SandboxConfig.defaults(), true, Lifecycle.PER_CLASS, true);

  private static final BigIdSandbox NOTHING =
      Objects.requireNonNull(Bare.class.getAnnotation(BigIdSandbox.class));

  /** Carries the annotation as it is where nothing is said. */
  @BigIdSandbox
  private static final class Bare {}

  static Plan of(SandboxConfig config, Lifecycle lifecycle) {
    return new Plan(config, false, lifecycle, true);
  }

  /** This plan with what an element's annotations add. */
  static Plan of(
      AnnotatedElement element,
      @Nullable BigIdSandbox declared,
      List<ProtectedResource> resources,
      @Nullable Plan outer) {
    BigIdSandbox sandbox = declared == null ? NOTHING : declared;
    try {
      if (outer == null) {
        return DEFAULT.with(sandbox, resources, true);
      }
      refuseOutermostOnly(sandbox);
      Plan inner = outer.with(sandbox, resources, false);
      if (!outer.reset() && inner.lifecycle() == Lifecycle.PER_CLASS) {
        throw new IllegalArgumentException(
            "the class around it says [reset = false], so its sandbox can't be changed for a part of the tests. Remove one of the two.");
      }
      return inner;
    } catch (IllegalArgumentException wrong) {
      throw new ExtensionConfigurationException(
          "@%s on [%s]: %s"
              .formatted(
                  declared == null ? "ProtectedResource" : "BigIdSandbox",
                  Place.of(element),
                  wrong.getMessage()),
          wrong);
    }
  }

  private Plan with(BigIdSandbox sandbox, List<ProtectedResource> beside, boolean outermost) {
    List<User> declared = Arrays.stream(sandbox.users()).map(Plan::user).toList();
    List<Resource> resources = new ArrayList<>();
    Arrays.stream(sandbox.resources()).map(Plan::resource).forEach(resources::add);
    beside.stream().map(Plan::resource).forEach(resources::add);
    Lifetimes now = config.lifetimes();
    SandboxConfig merged =
        new SandboxConfig(
            Overlay.of(demoUserOnly ? List.of() : config.users(), declared, User::username),
            new Lifetimes(
                ttl("userTokenTtl", sandbox.userTokenTtl(), now.user()),
                ttl("sessionTokenTtl", sandbox.sessionTokenTtl(), now.session()),
                ttl("systemTokenTtl", sandbox.systemTokenTtl(), now.system())),
            single("dialect", sandbox.dialect(), config.dialect()),
            outermost ? sandbox.port() : config.port(),
            outermost ? capacity(sandbox) : config.journalCapacity(),
            Overlay.of(config.resources(), resources, r -> r.method() + " " + r.path()),
            lockout(sandbox, config.lockout()),
            outermost ? transport(sandbox) : config.transport(),
            config.faults());
    Lifecycle living = single("lifecycle", sandbox.lifecycle(), lifecycle);
    if (merged.port() != 0 && living == Lifecycle.PER_METHOD) {
      throw new IllegalArgumentException(
          "port [%s] is one, but with Lifecycle.PER_METHOD each test has a sandbox on a port of its own. Leave the port out."
              .formatted(merged.port()));
    }
    return new Plan(
        merged, demoUserOnly && declared.isEmpty(), living, outermost ? sandbox.reset() : reset);
  }

  private static void refuseOutermostOnly(BigIdSandbox sandbox) {
    if (sandbox.port() != 0) {
      throw outermostOnly("port", sandbox.port());
    }
    if (sandbox.journalCapacity() != 0) {
      throw outermostOnly("journalCapacity", sandbox.journalCapacity());
    }
    if (!sandbox.reset()) {
      throw outermostOnly("reset", false);
    }
    if (sandbox.https()) {
      throw outermostOnly("https", true);
    }
    if (sandbox.hostNames().length > 0) {
      throw outermostOnly("hostNames", String.join(", ", sandbox.hostNames()));
    }
    if (sandbox.http2()) {
      throw outermostOnly("http2", true);
    }
  }

  private static Transport transport(BigIdSandbox sandbox) {
    return new Transport(sandbox.https(), List.of(sandbox.hostNames()), sandbox.http2());
  }

  private static IllegalArgumentException outermostOnly(String attribute, Object value) {
    return new IllegalArgumentException(
        "%s [%s] is said inside of a class that has a sandbox already. Move it to the outermost @BigIdSandbox."
            .formatted(attribute, value));
  }

  private static int capacity(BigIdSandbox sandbox) {
    return sandbox.journalCapacity() == 0 ? Journal.DEFAULT_CAPACITY : sandbox.journalCapacity();
  }

  private static @Nullable Lockout lockout(BigIdSandbox sandbox, @Nullable Lockout otherwise) {
    if (sandbox.lockAfter() == 0 && sandbox.lockFor().isEmpty()) {
      return otherwise;
    }
    if (sandbox.lockAfter() == 0 || sandbox.lockFor().isEmpty()) {
      throw new IllegalArgumentException(
          "lockAfter [%s] and lockFor [%s] belong together. Give both, or none."
              .formatted(sandbox.lockAfter(), sandbox.lockFor()));
    }
    return new Lockout(sandbox.lockAfter(), IsoDuration.parse("lockFor", sandbox.lockFor()));
  }

  private static Duration ttl(String attribute, String text, Duration otherwise) {
    return text.isEmpty() ? otherwise : IsoDuration.parse(attribute, text);
  }

  private static <T> T single(String attribute, T[] values, T otherwise) {
    if (values.length > 1) {
      throw new IllegalArgumentException(
          "%s %s has %s values. There can be only one; remove the others."
              .formatted(attribute, Arrays.toString(values), values.length));
    }
    return values.length == 0 ? otherwise : values[0];
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

  private static Resource resource(ProtectedResource resource) {
    String permission = resource.permission().isEmpty() ? null : resource.permission();
    return new Resource(resource.method(), resource.path(), permission, resource.json());
  }
}
