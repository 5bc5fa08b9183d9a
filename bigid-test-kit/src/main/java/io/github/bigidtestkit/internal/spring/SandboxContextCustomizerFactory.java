package io.github.bigidtestkit.internal.spring;

import java.util.List;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;

/**
 * Named in {@code META-INF/spring.factories}, so Spring asks it for every test class: also before
 * the sandbox of that class was started, and also for classes that have none.
 */
final class SandboxContextCustomizerFactory implements ContextCustomizerFactory {

  @Override
  public ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> configuration) {
    return new SandboxContextCustomizer(testClass);
  }
}
