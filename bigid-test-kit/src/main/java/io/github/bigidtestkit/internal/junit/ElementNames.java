package io.github.bigidtestkit.internal.junit;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;

/** How a class, method or parameter is called in messages. */
public final class ElementNames {

  private ElementNames() {}

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
    return executable instanceof java.lang.reflect.Constructor<?>
        ? "the constructor of " + declaring
        : declaring + "." + executable.getName();
  }
}
