package io.github.bigidtestkit.internal.junit;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.junit.jupiter.api.extension.ExtensionContext;

/** How messages name a class, method or parameter. */
public final class ElementNames {

  private ElementNames() {}

  /** The test method of a context, or its class; of a dynamic test, the method that made it. */
  static String of(ExtensionContext context) {
    return context
        .getElement()
        .map(ElementNames::of)
        .orElseGet(() -> of(context.getParent().orElseThrow()));
  }

  public static String of(AnnotatedElement element) {
    if (element instanceof Class<?> type) {
      return name(type);
    }
    if (element instanceof Executable executable) {
      return name(executable);
    }
    Parameter parameter = (Parameter) element;
    return "%s %s of %s"
        .formatted(
            parameter.getType().getSimpleName(),
            parameter.getName(),
            name(parameter.getDeclaringExecutable()));
  }

  private static String name(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null ? type.getSimpleName() : name(outer) + "." + type.getSimpleName();
  }

  private static String name(Executable executable) {
    String declaring = name(executable.getDeclaringClass());
    return executable instanceof Constructor<?>
        ? "the constructor of " + declaring
        : declaring + "." + executable.getName();
  }
}
