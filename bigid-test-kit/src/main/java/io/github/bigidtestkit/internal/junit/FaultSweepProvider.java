package io.github.bigidtestkit.internal.junit;

import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.fault.FaultSet;
import io.github.bigidtestkit.junit.FaultSweep;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives a {@link FaultSweep} one run for each fault. */
public final class FaultSweepProvider implements TestTemplateInvocationContextProvider {

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return AnnotationSupport.isAnnotated(context.getTestMethod(), FaultSweep.class);
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    FaultSweep sweep =
        AnnotationSupport.findAnnotation(context.getTestMethod(), FaultSweep.class).orElseThrow();
    Set<FaultKind> kinds = kinds(sweep);
    if (kinds.isEmpty()) {
      throw new ExtensionConfigurationException(
          "@FaultSweep on [%s]: no fault is left to run. Leave out fewer with [except]."
              .formatted(ElementNames.of(context.getRequiredTestMethod())));
    }
    return kinds.stream().map(Run::new);
  }

  private static Set<FaultKind> kinds(FaultSweep sweep) {
    Set<FaultKind> kinds = EnumSet.noneOf(FaultKind.class);
    Stream.of(sweep.value()).forEach(set -> kinds.addAll(set.kinds()));
    kinds.addAll(List.of(sweep.faults()));
    if (kinds.isEmpty()) {
      kinds.addAll(FaultSet.ALL.kinds());
    }
    List.of(sweep.except()).forEach(kinds::remove);
    kinds.removeIf(kind -> !kind.fault().concerns(sweep.endpoint()));
    return kinds;
  }

  /** One run: leaves its fault where {@link TestFaults} finds it, and hands it to the test. */
  private record Run(FaultKind kind)
      implements TestTemplateInvocationContext, BeforeEachCallback, ParameterResolver {

    @Override
    public String getDisplayName(int invocationIndex) {
      return kind + " (" + kind.fault().label() + ")";
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(this);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
      TestFaults.announce(context, kind);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == FaultKind.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return kind;
    }
  }
}
