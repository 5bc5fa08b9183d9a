package io.github.bigidtestkit.internal.junit;

import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.internal.config.Settings;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.Lifecycle;
import io.github.bigidtestkit.junit.ProtectedResource;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * What is needed at one place in the tests: a configuration, how long the sandbox lives, and
 * whether it is reset. Made from annotations, outermost first.
 *
 * @param given what all annotations around the place give together
 * @param config the configuration that results
 */
public record SandboxSpec(
    Settings given, SandboxConfig config, Lifecycle lifecycle, boolean reset) {

  /** The annotation with its defaults. */
  static final BigIdSandbox NOTHING =
      Objects.requireNonNull(Bare.class.getAnnotation(BigIdSandbox.class));

  /** Carries the annotation with its defaults. */
  @BigIdSandbox
  private static final class Bare {}

  public static SandboxSpec of(SandboxConfig config, Lifecycle lifecycle) {
    if (lifecycle == Lifecycle.INHERITED) {
      throw new IllegalArgumentException(
          "A registered sandbox inherits nothing, so Lifecycle.INHERITED is not for it. Use Lifecycle.PER_CLASS.");
    }
    return new SandboxSpec(Settings.NONE, config, lifecycle, true);
  }

  /** What an element's annotations give, over what is given around it. */
  public static SandboxSpec of(
      AnnotatedElement element,
      @Nullable BigIdSandbox declared,
      List<ProtectedResource> resources,
      @Nullable SandboxSpec outer) {
    BigIdSandbox sandbox = declared == null ? NOTHING : declared;
    try {
      Settings file = AnnotationSettings.ofFile(sandbox, loader(element));
      Settings own = AnnotationSettings.of(sandbox, resources);
      if (outer == null) {
        return spec(own.over(file), sandbox, Lifecycle.PER_CLASS, sandbox.reset());
      }
      refuseFixed("config [%s]: ".formatted(sandbox.config()), file.fixed());
      refuseFixed("", own.fixed());
      refuseFixed("", sandbox.reset() ? Optional.empty() : Optional.of("reset [false]"));
      SandboxSpec inner =
          spec(own.over(file).over(outer.given), sandbox, outer.lifecycle, outer.reset);
      if (!outer.reset() && inner.lifecycle() != Lifecycle.PER_METHOD) {
        throw new IllegalArgumentException(
            "the class around it has [reset = false], so its sandbox can't be changed for some of the tests. Remove one of the two.");
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

  private static SandboxSpec spec(
      Settings given, BigIdSandbox sandbox, Lifecycle otherwise, boolean reset) {
    SandboxConfig config = given.toConfig();
    Lifecycle declared = sandbox.lifecycle();
    Lifecycle lifecycle = declared == Lifecycle.INHERITED ? otherwise : declared;
    if (config.strict() && !reset) {
      throw new IllegalArgumentException(
          "strict [true] needs a sandbox that is reset before each test, but [reset = false]. Remove one of the two.");
    }
    if (config.port() != 0 && lifecycle == Lifecycle.PER_METHOD) {
      throw new IllegalArgumentException(
          "port [%s] is fixed, but with Lifecycle.PER_METHOD each test has a sandbox on its own port. Leave the port out."
              .formatted(config.port()));
    }
    return new SandboxSpec(given, config, lifecycle, reset);
  }

  /** The loader of the tests, which sees their resources. */
  private static ClassLoader loader(AnnotatedElement element) {
    Class<?> type =
        element instanceof Class<?> self ? self : ((Member) element).getDeclaringClass();
    return Objects.requireNonNull(type.getClassLoader());
  }

  private static void refuseFixed(String source, Optional<String> setting) {
    if (setting.isPresent()) {
      throw new IllegalArgumentException(
          "%s%s can only be set on the outermost class. Move it to the @BigIdSandbox there."
              .formatted(source, setting.get()));
    }
  }
}
