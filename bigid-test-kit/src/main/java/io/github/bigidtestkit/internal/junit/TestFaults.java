package io.github.bigidtestkit.internal.junit;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.fault.ActiveFault;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.fault.Faults;
import io.github.bigidtestkit.fault.PlannedFault;
import io.github.bigidtestkit.internal.fault.ConnectionControl;
import io.github.bigidtestkit.internal.fault.FaultGate;
import io.github.bigidtestkit.internal.fault.FaultPhase;
import io.github.bigidtestkit.junit.FaultSweep;
import io.github.bigidtestkit.junit.InjectFault;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.platform.commons.support.AnnotationSupport;

/** The faults that annotations declare: starts them for a test, and sees to it that they struck. */
public final class TestFaults {

  private static final Namespace SWEPT = Namespace.create(FaultSweep.class);

  private static final Namespace DECLARED = Namespace.create(InjectFault.class);

  private TestFaults() {}

  /** Tells which fault a run of a sweep is about. */
  static void announce(ExtensionContext run, FaultKind kind) {
    run.getStore(SWEPT).put(FaultKind.class, kind);
  }

  private static List<ActiveFault> declared(ExtensionContext test) {
    List<?> started = test.getStore(DECLARED).get(List.class, List.class);
    return started == null ? List.of() : started.stream().map(ActiveFault.class::cast).toList();
  }

  /** What a run of a sweep is about, or null. */
  static @Nullable FaultKind swept(ExtensionContext context) {
    return context.getStore(SWEPT).get(FaultKind.class, FaultKind.class);
  }

  /** Starts what the classes around the test, the test itself and its sweep declare. */
  public static void start(ExtensionContext test, Faults faults) {
    List<ActiveFault> started = new ArrayList<>();
    test.getStore(DECLARED).put(List.class, started);
    for (Class<?> testClass : AnnotationReader.outermostFirst(test)) {
      started.addAll(start(testClass, faults));
    }
    Method method = test.getRequiredTestMethod();
    started.addAll(start(method, faults));
    FaultKind swept = swept(test);
    FaultSweep sweep = AnnotationSupport.findAnnotation(method, FaultSweep.class).orElse(null);
    if (swept != null && sweep != null) {
      started.add(start(method, faults, swept, sweep));
    }
  }

  /** Starts nothing, but refuses what could not be started in a sandbox with TLS, or without. */
  static void validate(AnnotatedElement element, boolean secure) {
    start(element, new FaultGate(ConnectionControl.none(secure), call -> call).faults());
  }

  private static List<ActiveFault> start(AnnotatedElement element, Faults faults) {
    return AnnotationSupport.findRepeatableAnnotations(Optional.of(element), InjectFault.class)
        .stream()
        .map(declared -> start("InjectFault", element, () -> planned(declared).start(faults)))
        .toList();
  }

  private static ActiveFault start(
      Method method, Faults faults, FaultKind swept, FaultSweep sweep) {
    boolean all = swept == FaultKind.CONNECTION_REFUSED;
    boolean blind = all || swept.fault().moment() == FaultPhase.HANDSHAKE;
    return start(
        "FaultSweep",
        method,
        () ->
            new PlannedFault(
                    swept.fault(),
                    blind ? Endpoint.ANY : sweep.endpoint(),
                    null,
                    all ? 0 : sweep.times(),
                    0,
                    0,
                    sweep.optional())
                .start(faults));
  }

  private static PlannedFault planned(InjectFault declared) {
    return new PlannedFault(
        declared.fault().fault(),
        declared.endpoint(),
        declared.user().isEmpty() ? null : declared.user(),
        declared.times(),
        declared.nth(),
        declared.every(),
        declared.optional());
  }

  private static ActiveFault start(
      String annotation, AnnotatedElement element, Supplier<ActiveFault> fault) {
    try {
      return fault.get();
    } catch (IllegalArgumentException | IllegalStateException wrong) {
      throw new ExtensionConfigurationException(
          "@%s on [%s]: %s".formatted(annotation, ElementNames.of(element), wrong.getMessage()),
          wrong);
    }
  }

  /**
   * Ends the faults of a test: all that there are, or where tests share a sandbox that is never put
   * back, those that its annotations declared.
   *
   * @param shared whether other tests may have faults under way
   * @throws AssertionError if one of them never struck and the test has not failed; what it failed
   *     with gets this as suppressed
   */
  public static void end(ExtensionContext test, Faults faults, boolean shared) {
    List<ActiveFault> started = shared ? declared(test) : faults.active();
    if (shared) {
      started.forEach(ActiveFault::clear);
    } else {
      faults.clear();
    }
    Throwable failure = test.getExecutionException().orElse(null);
    List<AssertionError> idle = new ArrayList<>();
    for (ActiveFault fault : started) {
      try {
        fault.verifyStruck();
      } catch (AssertionError neverStruck) {
        idle.add(neverStruck);
      }
    }
    if (failure != null) {
      idle.forEach(failure::addSuppressed);
    } else if (!idle.isEmpty()) {
      AssertionError first = idle.remove(0);
      idle.forEach(first::addSuppressed);
      throw first;
    }
  }
}
