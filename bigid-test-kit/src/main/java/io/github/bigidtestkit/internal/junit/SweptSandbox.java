package io.github.bigidtestkit.internal.junit;

import io.github.bigidtestkit.FakeBigId;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The sandbox of a test, for what runs it many times.
 *
 * @param shared whether other tests may use it at the same time
 */
public record SweptSandbox(FakeBigId bigId, boolean shared) {

  private static final Namespace SWEPT = Namespace.create(SweptSandbox.class);

  /** Offers the sandbox of a test. */
  public static void offer(ExtensionContext test, FakeBigId bigId, boolean shared) {
    test.getStore(SWEPT).put(SweptSandbox.class, new SweptSandbox(bigId, shared));
  }

  static SweptSandbox of(ExtensionContext test) {
    return Objects.requireNonNull(
        test.getStore(SWEPT).get(SweptSandbox.class, SweptSandbox.class), "no sandbox was offered");
  }

  /** JUnit runs a method once for each annotation that makes it a test, and warns in a log. */
  static void refuseOtherTests(Method method, Class<? extends Annotation> sweep, String without) {
    long tests =
        Stream.of(method.getAnnotations())
            .filter(each -> AnnotationSupport.isAnnotated(each.annotationType(), Testable.class))
            .count();
    if (tests > 1) {
      throw new ExtensionConfigurationException(
          "@%s on [%s]: another annotation makes it a test too, so JUnit also runs it without %s. Keep one of them."
              .formatted(sweep.getSimpleName(), ElementNames.of(method), without));
    }
  }
}
