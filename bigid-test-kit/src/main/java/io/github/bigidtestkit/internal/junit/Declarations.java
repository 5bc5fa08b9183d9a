package io.github.bigidtestkit.internal.junit;

import io.github.bigidtestkit.internal.config.Settings;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.ProtectedResource;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * Finds what an element carries, directly or through annotations of the user's own. JUnit's search
 * would take the first {@link BigIdSandbox} of several silently, and would not tell a class's own
 * resources from those that it inherits.
 */
final class Declarations {

  private Declarations() {}

  /** The annotation that counts for an element; for a class, the nearest in its ancestry. */
  static @Nullable BigIdSandbox on(AnnotatedElement element) {
    List<BigIdSandbox> found = declaredOn(element, BigIdSandbox.class);
    if (found.isEmpty() && element instanceof Class<?> type) {
      found = inherited(type);
    }
    if (found.size() > 1) {
      throw new ExtensionConfigurationException(
          "@BigIdSandbox on [%s]: it is there %s times, directly or through other annotations. One must say all; merge them."
              .formatted(ElementNames.of(element), found.size()));
    }
    return found.isEmpty() ? null : found.get(0);
  }

  /** All resources of an element; a class's own replace those that it inherits. */
  static List<ProtectedResource> resourcesOn(AnnotatedElement element) {
    List<ProtectedResource> own = new ArrayList<>();
    for (var several : declaredOn(element, ProtectedResource.Container.class)) {
      own.addAll(List.of(several.value()));
    }
    own.addAll(declaredOn(element, ProtectedResource.class));
    if (!(element instanceof Class<?> type)) {
      return own;
    }
    List<ProtectedResource> inherited =
        Stream.concat(parent(type), Stream.of(type.getInterfaces()))
            .flatMap(ancestor -> resourcesOn(ancestor).stream())
            .distinct()
            .toList();
    return Settings.overlay(inherited, own, r -> r.method() + " " + r.path());
  }

  private static List<BigIdSandbox> inherited(Class<?> type) {
    Set<BigIdSandbox> found = new LinkedHashSet<>();
    for (Class<?> contract : type.getInterfaces()) {
      BigIdSandbox sandbox = on(contract);
      if (sandbox != null) {
        found.add(sandbox);
      }
    }
    if (found.isEmpty()) {
      return parent(type).map(Declarations::on).filter(s -> s != null).toList();
    }
    return List.copyOf(found);
  }

  private static Stream<Class<?>> parent(Class<?> type) {
    Class<?> parent = type.getSuperclass();
    return parent == null || parent == Object.class ? Stream.empty() : Stream.of(parent);
  }

  private static <A extends Annotation> List<A> declaredOn(
      AnnotatedElement element, Class<A> wanted) {
    List<A> found = new ArrayList<>();
    collect(element, wanted, found, new HashSet<>());
    return found;
  }

  private static <A extends Annotation> void collect(
      AnnotatedElement element, Class<A> wanted, List<A> found, Set<Class<?>> seen) {
    for (Annotation annotation : element.getDeclaredAnnotations()) {
      Class<? extends Annotation> type = annotation.annotationType();
      if (wanted.isInstance(annotation)) {
        found.add(wanted.cast(annotation));
      } else if (!type.getName().startsWith("java.") && seen.add(type)) {
        collect(type, wanted, found, seen);
      }
    }
  }
}
