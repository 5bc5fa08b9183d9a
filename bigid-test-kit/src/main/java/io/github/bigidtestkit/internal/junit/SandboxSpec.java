package io.github.bigidtestkit.internal.junit;

import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.internal.config.SandboxSettings;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.Lifecycle;
import io.github.bigidtestkit.junit.ProtectedResource;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * What is to be had at one place in the tests: a configuration, how long the sandbox lives, and
 * whether it is put back. Made from annotations, outermost first.
 *
 * @param said what the annotations say together
 * @param config what comes of that
 */
public record SandboxSpec(
    SandboxSettings said, SandboxConfig config, Lifecycle lifecycle, boolean reset) {

  private static final BigIdSandbox NOTHING =
      Objects.requireNonNull(Bare.class.getAnnotation(BigIdSandbox.class));

  /** Carries the annotation as it is where nothing is said. */
  @BigIdSandbox
  private static final class Bare {}

  public static SandboxSpec of(SandboxConfig config, Lifecycle lifecycle) {
    return new SandboxSpec(SandboxSettings.NONE, config, lifecycle, true);
  }

  /** What an element's annotations say, and what is around it where they say nothing. */
  public static SandboxSpec of(
      AnnotatedElement element,
      @Nullable BigIdSandbox declared,
      List<ProtectedResource> resources,
      @Nullable SandboxSpec outer) {
    BigIdSandbox sandbox = declared == null ? NOTHING : declared;
    try {
      SandboxSettings file = Declared.byFile(sandbox, loader(element));
      SandboxSettings own = Declared.by(sandbox, resources);
      if (outer == null) {
        return plan(own.over(file), sandbox, Lifecycle.PER_CLASS, sandbox.reset());
      }
      refuseOutermostOnly("config [%s]: ".formatted(sandbox.config()), file);
      refuseOutermostOnly("", own);
      if (!sandbox.reset()) {
        throw outermostOnly("", "reset", false);
      }
      SandboxSpec inner =
          plan(own.over(file).over(outer.said), sandbox, outer.lifecycle, outer.reset);
      if (!outer.reset() && inner.lifecycle() != Lifecycle.PER_METHOD) {
        throw new IllegalArgumentException(
            "the class around it says [reset = false], so its sandbox can't be changed for a part of the tests. Remove one of the two.");
      }
      return inner;
    } catch (IllegalArgumentException wrong) {
      throw new ExtensionConfigurationException(
          "@%s on [%s]: %s"
              .formatted(
                  declared == null ? "ProtectedResource" : "BigIdSandbox",
                  ElementNames.of(element),
                  wrong.getMessage()),
          wrong);
    }
  }

  private static SandboxSpec plan(
      SandboxSettings said, BigIdSandbox sandbox, Lifecycle otherwise, boolean reset) {
    SandboxConfig config = said.toConfig();
    Lifecycle declared = Declared.single("lifecycle", sandbox.lifecycle());
    Lifecycle lifecycle = declared == null ? otherwise : declared;
    if (config.port() != 0 && lifecycle == Lifecycle.PER_METHOD) {
      throw new IllegalArgumentException(
          "port [%s] is one, but with Lifecycle.PER_METHOD each test has a sandbox on a port of its own. Leave the port out."
              .formatted(config.port()));
    }
    return new SandboxSpec(said, config, lifecycle, reset);
  }

  /** The loader of the tests, which sees their resources. */
  private static ClassLoader loader(AnnotatedElement element) {
    Class<?> type =
        element instanceof Class<?> self ? self : ((Member) element).getDeclaringClass();
    return Objects.requireNonNull(type.getClassLoader());
  }

  private static void refuseOutermostOnly(String who, SandboxSettings said) {
    refuse(who, "port", said.port());
    refuse(who, "journalCapacity", said.journalCapacity());
    refuse(who, "https", said.https());
    refuse(
        who, "hostNames", said.hostNames().isEmpty() ? null : String.join(", ", said.hostNames()));
    refuse(who, "http2", said.http2());
  }

  private static void refuse(String who, String attribute, @Nullable Object value) {
    if (value != null) {
      throw outermostOnly(who, attribute, value);
    }
  }

  private static IllegalArgumentException outermostOnly(
      String who, String attribute, Object value) {
    return new IllegalArgumentException(
        "%s%s [%s] is said inside of a class that has a sandbox already. Move it to the outermost @BigIdSandbox."
            .formatted(who, attribute, value));
  }
}
