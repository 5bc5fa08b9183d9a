package io.github.bigidtestkit.junit;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.fault.FaultKind;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Injects a fault into a test, or into each test of a class.
 *
 * <p>If several faults match a call, the one declared last applies; those of a method count as
 * declared after those of its class.
 *
 * <pre>{@code
 * @Test
 * @InjectFault(endpoint = Endpoint.REFRESH, fault = FaultKind.CONNECTION_RESET, times = 1)
 * void retries_after_a_reset(@BaseUrl URI baseUrl, @UserToken String token) { … }
 * }</pre>
 *
 * <p>It is active only while the test method runs, not in {@code @BeforeEach} or
 * {@code @AfterEach}. A test whose fault never struck fails, as it proves nothing, unless the fault
 * is {@link #optional()}. For faults with other values, see {@code FakeBigId.faults()}.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@Repeatable(InjectFault.Container.class)
@ExtendWith(BigIdSandboxExtension.class)
public @interface InjectFault {

  /** The fault. */
  FaultKind fault();

  /** The endpoint whose calls it applies to. */
  Endpoint endpoint() default Endpoint.ANY;

  /** The user whose calls it applies to: who logs in, or whose token is shown; empty for all. */
  String user() default "";

  /** How often it applies; 0 for every call of the test, or once with {@link #nth()}. */
  int times() default 0;

  /** The first matching call that it applies to, counted from 1; 0 for the first. */
  int nth() default 0;

  /** It applies to every n-th matching call; 0 for every call. Not together with {@link #nth()}. */
  int every() default 0;

  /** Whether the test may pass even if the fault never struck. */
  boolean optional() default false;

  /** Holds several faults; the compiler writes it. */
  @Target({ElementType.TYPE, ElementType.METHOD})
  @Retention(RetentionPolicy.RUNTIME)
  @Documented
  @Inherited
  @ExtendWith(BigIdSandboxExtension.class)
  @interface Container {

    /** The faults. */
    InjectFault[] value();
  }
}
