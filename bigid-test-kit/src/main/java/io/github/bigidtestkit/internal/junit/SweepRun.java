package io.github.bigidtestkit.internal.junit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/**
 * One run of a test that is run several times.
 *
 * @param name how the run is displayed
 * @param before acts after the sandbox was reset and before the methods of the test class
 * @param parameters what parameters of exactly these types receive
 */
record SweepRun(String name, Consumer<ExtensionContext> before, Map<Class<?>, Object> parameters)
    implements TestTemplateInvocationContext, BeforeEachCallback, ParameterResolver {

  @Override
  public String getDisplayName(int invocationIndex) {
    return name;
  }

  @Override
  public List<Extension> getAdditionalExtensions() {
    return List.of(this);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    before.accept(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameters.containsKey(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return Objects.requireNonNull(parameters.get(parameter.getParameter().getType()));
  }
}
