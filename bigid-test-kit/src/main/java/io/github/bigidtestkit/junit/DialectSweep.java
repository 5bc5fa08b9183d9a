package io.github.bigidtestkit.junit;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.internal.junit.DialectSweepProvider;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test once in each dialect that it names.
 *
 * <p>There is no default: which dialects a client must cope with is for its team to decide. Each
 * run is named after its dialect, and a failure says what that dialect answered otherwise than
 * {@link Dialect#LENIENT} would have. A parameter of type {@code DialectRules} receives the
 * dialect, and one of type {@code Dialect} if it is built in. Faults, users and resources can be
 * declared as with any other test.
 *
 * <pre>{@code
 * @DialectSweep({Dialect.LENIENT, Dialect.DEPLOYMENT})
 * void works_with_both(Dialect dialect, @BaseUrl URI baseUrl, @UserToken String token) { … }
 * }</pre>
 *
 * <p>The dialect replaces that of {@link BigIdSandbox#dialect()} after the sandbox was reset for
 * the run and before the {@code @BeforeEach} methods.
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@TestTemplate
@ExtendWith({BigIdSandboxExtension.class, DialectSweepProvider.class})
public @interface DialectSweep {

  /** Built-in dialects to run in. */
  Dialect[] value() default {};

  /**
   * Configuration files with own dialects to run in, located as {@link BigIdSandbox#config()} says.
   *
   * <p>Of each file only its {@code dialect} is used.
   */
  String[] files() default {};
}
