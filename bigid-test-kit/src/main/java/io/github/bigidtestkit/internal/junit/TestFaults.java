package io.github.bigidtestkit.internal.junit;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.fault.ActiveFault;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.fault.FaultPhase;
import io.github.bigidtestkit.fault.Faults;
import io.github.bigidtestkit.fault.PlannedFault;
import io.github.bigidtestkit.internal.fault.FaultRegistry;
import io.github.bigidtestkit.junit.DialectSweep;
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
    Method method = test.getRequiredTestMethod();
    List<AnnotatedElement> elements = new ArrayList<>(AnnotationReader.outermostFirst(test));
    elements.add(method);
    for (AnnotatedElement element : elements) {
      for (PlannedFault fault : declaredOn(element)) {
        started.add(checked("InjectFault", element, () -> faults.start(fault)));
      }
    }
    FaultKind swept = swept(test);
    FaultSweep sweep = AnnotationSupport.findAnnotation(method, FaultSweep.class).orElse(null);
    if (sweep != null) {
      SweptSandbox.refuseOtherTests(method, FaultSweep.class, "a fault");
    }
    if (AnnotationSupport.isAnnotated(method, DialectSweep.class)) {
      SweptSandbox.refuseOtherTests(method, DialectSweep.class, "a dialect of its own");
    }
    if (swept != null && sweep != null) {
      started.add(checked("FaultSweep", method, () -> faults.start(planned(swept, sweep))));
    }
  }

  /** Refuses faults that could not be started in a sandbox with TLS, or without. */
  static void validate(AnnotatedElement element, boolean secure) {
    for (PlannedFault fault : declaredOn(element)) {
      checked(
          "InjectFault",
          element,
          () -> {
            FaultRegistry.requireTls(fault.fault(), secure);
            return fault;
          });
    }
  }

  private static List<PlannedFault> declaredOn(AnnotatedElement element) {
    return AnnotationSupport.findRepeatableAnnotations(Optional.of(element), InjectFault.class)
        .stream()
        .map(declared -> checked("InjectFault", element, () -> planned(declared)))
        .toList();
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

  /** Some faults can't be limited; the others of the sweep are. */
  private static PlannedFault planned(FaultKind swept, FaultSweep sweep) {
    Fault fault = swept.fault();
    boolean handshake = fault.phase() == FaultPhase.HANDSHAKE;
    Endpoint endpoint = handshake || fault.isRefusedConnection() ? Endpoint.ANY : sweep.endpoint();
    int times = fault.isRefusedConnection() ? 0 : sweep.times();
    return new PlannedFault(fault, endpoint, null, times, 0, 0, sweep.optional());
  }

  private static <T> T checked(String annotation, AnnotatedElement element, Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException | IllegalStateException wrong) {
      throw new ExtensionConfigurationException(
          "@%s on [%s]: %s".formatted(annotation, ElementNames.of(element), wrong.getMessage()),
          wrong);
    }
  }

  /**
   * Ends the faults of a test: all that there are, or in a sandbox that is shared and never reset,
   * those that its annotations declared.
   *
   * @param shared whether other tests may have faults under way
   * @throws AssertionError if one of them never struck or was never started, if a rendezvous was
   *     never met, if calls were never released, or if the sandbox itself failed, and the test has
   *     not failed; otherwise its failure gets this as suppressed
   */
  public static void end(ExtensionContext test, FakeBigId bigId, boolean shared) {
    Faults faults = bigId.faults();
    List<ActiveFault> started = shared ? declared(test) : faults.active();
    List<AssertionError> problems = failures(bigId);
    if (shared) {
      started.forEach(ActiveFault::clear);
    } else {
      problems.addAll(((FaultRegistry) faults).unreleased());
      faults.clear();
    }
    Throwable failure = test.getExecutionException().orElse(null);
    for (ActiveFault fault : started) {
      try {
        fault.verifyStruck();
      } catch (AssertionError neverStruck) {
        problems.add(neverStruck);
      }
    }
    if (failure != null) {
      problems.forEach(failure::addSuppressed);
      return;
    }
    if (!shared) {
      problems.addAll(((FaultRegistry) faults).unproven());
      problems.addAll(StrictCheck.problems(bigId));
    }
    if (!problems.isEmpty()) {
      AssertionError first = problems.remove(0);
      problems.forEach(first::addSuppressed);
      throw first;
    }
  }

  private static List<AssertionError> failures(FakeBigId bigId) {
    List<AssertionError> failures = new ArrayList<>();
    for (RuntimeException failure : bigId.failures()) {
      failures.add(new AssertionError("A call failed in the sandbox itself: " + failure, failure));
    }
    return failures;
  }
}
