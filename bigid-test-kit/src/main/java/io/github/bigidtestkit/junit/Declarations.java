package io.github.bigidtestkit.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * Finds the one {@link BigIdSandbox} that an element carries, directly or through annotations of
 * the user's own. JUnit's search would take the first of several without a word.
 */
final class Declarations {

  private Declarations() {}

  /** The annotation that counts for an element; for a class, the nearest in its ancestry. */
  static @Nullable BigIdSandbox on(AnnotatedElement element) {
    List<BigIdSandbox> found = declaredOn(element);
    if (found.isEmpty() && element instanceof Class<?> type) {
      found = inherited(type);
    }
    if (found.size() > 1) {
      throw new ExtensionConfigurationException(
          "@BigIdSandbox on [%s]: it is there %d times, directly or through other annotations. One must say all; merge them."
              .formatted(Place.of(element), found.size()));
    }
    return found.isEmpty() ? null : found.get(0);
  }

  private static List<BigIdSandbox> inherited(Class<?> type) {
    List<BigIdSandbox> found = new ArrayList<>();
    for (Class<?> contract : type.getInterfaces()) {
      BigIdSandbox sandbox = on(contract);
      if (sandbox != null) {
        found.add(sandbox);
      }
    }
    Class<?> parent = type.getSuperclass();
    BigIdSandbox sandbox = parent == null || parent == Object.class ? null : on(parent);
    return found.isEmpty() && sandbox != null ? List.of(sandbox) : found;
  }

  private static List<BigIdSandbox> declaredOn(AnnotatedElement element) {
    List<BigIdSandbox> found = new ArrayList<>();
    collect(element, found, new HashSet<>());
    return found;
  }

  private static void collect(
      AnnotatedElement element, List<BigIdSandbox> found, Set<Class<?>> seen) {
    for (Annotation annotation : element.getDeclaredAnnotations()) {
      Class<? extends Annotation> type = annotation.annotationType();
      if (annotation instanceof BigIdSandbox sandbox) {
        found.add(sandbox);
      } else if (!type.getName().startsWith("java.") && seen.add(type)) {
        collect(type, found, seen);
      }
    }
  }
}
