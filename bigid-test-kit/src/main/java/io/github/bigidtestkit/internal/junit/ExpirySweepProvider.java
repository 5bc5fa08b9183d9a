package io.github.bigidtestkit.internal.junit;

import io.github.bigidtestkit.junit.ExpirySweep;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives an {@link ExpirySweep} one run that counts calls, and then one for each call. */
public final class ExpirySweepProvider implements TestTemplateInvocationContextProvider {

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return AnnotationSupport.isAnnotated(context.getTestMethod(), ExpirySweep.class);
  }

  /** JUnit takes a run from the stream when the one before is over. */
  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    Method method = context.getRequiredTestMethod();
    SweptSandbox.refuseOtherTests(method, ExpirySweep.class, "an expiry");
    ExpirySweep sweep = AnnotationSupport.findAnnotation(method, ExpirySweep.class).orElseThrow();
    if (sweep.tokens().length == 0) {
      throw refusal(method, "no kind of token is given. Name one in [tokens].");
    }
    if (AnnotationSupport.findAnnotation(method, Execution.class).orElseThrow().value()
        != ExecutionMode.SAME_THREAD) {
      throw refusal(
          method, "its runs can't be concurrent, as the first one counts. Remove @Execution.");
    }
    ExpiryRun first = new ExpiryRun(method, sweep, List.of(), 0);
    return Stream.concat(Stream.of(first), Stream.of(first).flatMap(ExpiryRun::others));
  }

  static ExtensionConfigurationException refusal(Method method, String rule) {
    return new ExtensionConfigurationException(
        "@ExpirySweep on [%s]: %s".formatted(ElementNames.of(method), rule));
  }
}
