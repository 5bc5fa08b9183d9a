package io.github.bigidtestkit.internal.junit;

import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.Lifecycle;
import io.github.bigidtestkit.junit.ProtectedResource;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** Reads the annotations of a class, the classes around it and a method. */
public final class AnnotationReader {

  private AnnotationReader() {}

  /** The spec of the class of a context, or null if no class around it is annotated. */
  static @Nullable SandboxSpec ofClass(ExtensionContext context) {
    return of(outermostFirst(context));
  }

  private static @Nullable SandboxSpec of(List<Class<?>> outermostFirst) {
    SandboxSpec spec = null;
    Set<BigIdSandbox> seen = new HashSet<>();
    for (Class<?> testClass : outermostFirst) {
      BigIdSandbox sandbox = Declarations.on(testClass);
      // A nested class may have the same annotated base as its outer class: that adds nothing.
      spec = of(testClass, sandbox != null && seen.add(sandbox) ? sandbox : null, spec);
    }
    return spec;
  }

  /**
   * The spec with which a class shares its sandbox: that of the outermost class around it from
   * which on all share.
   *
   * @throws IllegalArgumentException if the class does not share one
   */
  public static SandboxSpec shared(Class<?> testClass) {
    List<Class<?>> around = new ArrayList<>();
    SandboxSpec spec = null;
    SandboxSpec shared = null;
    for (Class<?> type : outermostFirst(testClass)) {
      around.add(type);
      spec = of(around);
      boolean shares = spec != null && spec.lifecycle() == Lifecycle.SHARED;
      shared = shares ? Objects.requireNonNullElse(shared, spec) : null;
    }
    if (shared == null) {
      throw new IllegalArgumentException(
          "[%s] has %s, so there is no sandbox that lives as long as the run. Put @BigIdSandbox(lifecycle = Lifecycle.SHARED) on it."
              .formatted(
                  ElementNames.of(testClass),
                  spec == null ? "no @BigIdSandbox" : "Lifecycle." + spec.lifecycle()));
    }
    return shared;
  }

  /** A class and those that it is an inner class of. Static ones are test classes of their own. */
  private static List<Class<?>> outermostFirst(Class<?> testClass) {
    List<Class<?>> classes = new ArrayList<>();
    for (Class<?> type = testClass; type != null; type = outer(type)) {
      classes.add(0, type);
    }
    return classes;
  }

  private static @Nullable Class<?> outer(Class<?> type) {
    return Modifier.isStatic(type.getModifiers()) ? null : type.getEnclosingClass();
  }

  /** The spec of a test, or null if neither it nor a class around it is annotated. */
  static @Nullable SandboxSpec of(Method test, @Nullable SandboxSpec ofClass) {
    return of(test, Declarations.on(test), ofClass);
  }

  /** Whether a test of a class declares a sandbox, or a part of one. */
  static boolean onMethods(Class<?> testClass) {
    return Stream.of(BigIdSandbox.class, ProtectedResource.class)
        .map(
            type ->
                AnnotationSupport.findAnnotatedMethods(
                    testClass, type, HierarchyTraversalMode.TOP_DOWN))
        .anyMatch(methods -> !methods.isEmpty());
  }

  private static @Nullable SandboxSpec of(
      AnnotatedElement element, @Nullable BigIdSandbox sandbox, @Nullable SandboxSpec outer) {
    List<ProtectedResource> resources = Declarations.resourcesOn(element);
    if (sandbox == null && resources.isEmpty()) {
      return outer;
    }
    if (sandbox == null && outer == null) {
      throw new ExtensionConfigurationException(
          "@ProtectedResource on [%s]: there is no sandbox to put it in. Add @BigIdSandbox; if the class registers a BigIdSandboxExtension, put the resource into its SandboxConfig."
              .formatted(ElementNames.of(element)));
    }
    return SandboxSpec.of(element, sandbox, resources, outer);
  }

  /**
   * The classes around a context.
   *
   * <p>Taken from the contexts, not from the enclosing classes: a nested class of a base class runs
   * within the class that extends the base.
   */
  static List<Class<?>> outermostFirst(ExtensionContext context) {
    List<Class<?>> classes = new ArrayList<>();
    for (var at = Optional.of(context); at.isPresent(); at = at.get().getParent()) {
      at.get().getTestClass().filter(type -> !classes.contains(type)).ifPresent(classes::add);
    }
    Collections.reverse(classes);
    return classes;
  }
}
