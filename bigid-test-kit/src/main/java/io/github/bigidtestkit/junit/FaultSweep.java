package io.github.bigidtestkit.junit;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.fault.FaultSet;
import io.github.bigidtestkit.internal.junit.FaultSweepProvider;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test once for each fault of a set, with that fault active.
 *
 * <p>Each run is named after its fault and fails if the fault never struck. A parameter of type
 * {@code FaultKind} receives the fault. It makes the method a test by itself; {@code @Test} beside
 * it is refused.
 *
 * <pre>{@code
 * @FaultSweep(value = FaultSet.GATEWAY, endpoint = Endpoint.REFRESH, times = 1)
 * void survives(FaultKind fault, @BaseUrl URI baseUrl, @UserToken String token) { … }
 * }</pre>
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@TestTemplate
@ExtendWith({BigIdSandboxExtension.class, FaultSweepProvider.class})
public @interface FaultSweep {

  /** The sets to run; {@link FaultSet#ALL} if neither sets nor {@link #faults()} are given. */
  FaultSet[] value() default {};

  /** Further faults to run. */
  FaultKind[] faults() default {};

  /** Faults to leave out. */
  FaultKind[] except() default {};

  /**
   * The endpoint whose calls are struck; faults that don't concern it are left out.
   *
   * <p>{@link FaultKind#CONNECTION_REFUSED} applies to all calls, and those of {@link FaultSet#TLS}
   * strike handshakes.
   */
  Endpoint endpoint() default Endpoint.ANY;

  /** How often each fault applies; 0 for every call of the test. */
  int times() default 0;

  /** Whether a run may pass even if its fault never struck. */
  boolean optional() default false;
}
