package io.github.bigidtestkit.internal.junit;

import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.fault.FaultSet;
import io.github.bigidtestkit.junit.FaultSweep;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
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
    return kinds.stream()
        .map(
            kind ->
                new SweepRun(
                    kind + " (" + kind.fault().label() + ")",
                    run -> TestFaults.announce(run, kind),
                    Map.of(FaultKind.class, kind)));
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
}
