package io.github.bigidtestkit.internal.junit;

import io.github.bigidtestkit.junit.BigIdSandboxExtension;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.commons.support.AnnotationSupport;

/** A class has a sandbox by annotation or by an extension that is registered as a field. */
final class Registration {

  private Registration() {}

  /** Whether the class of a context, or one around it, registers a sandbox. */
  static boolean isAround(ExtensionContext context) {
    return AnnotationReader.outermostFirst(context).stream()
        .anyMatch(
            type ->
                !AnnotationSupport.findAnnotatedFields(
                        type,
                        RegisterExtension.class,
                        field -> BigIdSandboxExtension.class.isAssignableFrom(field.getType()))
                    .isEmpty());
  }

  /** For a registered extension: refuses annotations beside it. */
  static void refuseAnnotations(ExtensionContext context) {
    if (AnnotationReader.ofClass(context) != null) {
      throw declaredTwice(context.getRequiredTestClass());
    }
    Method method = context.getTestMethod().orElse(null);
    if (method != null && AnnotationReader.of(method, null) != null) {
      throw declaredTwice(method);
    }
  }

  private static ExtensionConfigurationException declaredTwice(AnnotatedElement element) {
    return new ExtensionConfigurationException(
        "@BigIdSandbox on [%s]: the class also registers a BigIdSandboxExtension. Only one can declare the sandbox; remove the other."
            .formatted(ElementNames.of(element)));
  }
}
