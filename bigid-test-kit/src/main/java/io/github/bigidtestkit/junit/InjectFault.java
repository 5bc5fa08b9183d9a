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
 * Has something go wrong during a test, or during each test of a class. Of several that match a
 * call, the one declared last strikes; a method's come after its class's.
 *
 * <pre>{@code
 * @Test
 * @InjectFault(endpoint = Endpoint.REFRESH, fault = FaultKind.CONNECTION_RESET, times = 1)
 * void retries_after_a_reset(@BaseUrl URI baseUrl, @UserToken String token) { … }
 * }</pre>
 *
 * <p>It is under way while the test method runs, and neither before, in {@code @BeforeEach}, nor
 * after. A test whose fault never struck proves nothing, and fails, unless the fault is {@link
 * #optional()}. For faults with values of their own, see {@code FakeBigId.faults()}.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@Repeatable(InjectFault.Container.class)
@ExtendWith(BigIdSandboxExtension.class)
public @interface InjectFault {

  /** What goes wrong. */
  FaultKind fault();

  /** Whose calls it strikes. */
  Endpoint endpoint() default Endpoint.ANY;

  /** Whose calls it strikes: who logs in, or whose token is shown. Empty means anybody's. */
  String user() default "";

  /**
   * How often it strikes; 0 for each call until the end of the test, or once with {@link #nth()}.
   */
  int times() default 0;

  /** The call that it strikes first, of those it is aimed at, counted from 1; 0 for the first. */
  int nth() default 0;

  /**
   * It strikes each so-manieth of the calls it is aimed at; 0 for each. Not together with {@link
   * #nth()}.
   */
  int every() default 0;

  /** Whether the test may pass although it never struck. */
  boolean optional() default false;

  /** Holds several; the compiler writes it. */
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
