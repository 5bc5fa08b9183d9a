package io.github.bigidtestkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Injects a new session token into a parameter of type {@code String}.
 *
 * <p>It is as a login with username and password returns it.
 */
@Target({ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ExtendWith(BigIdSandboxExtension.class)
public @interface SessionToken {

  /** The user of the token; empty for the first user that is declared. */
  String user() default "";

  /**
   * The lifetime of the token as an ISO-8601 duration such as {@code PT1S}.
   *
   * <p>It is valid for at least that long and less than a second longer. Empty for the lifetime
   * that the sandbox is configured with. Not together with {@link Defective}.
   */
  String validFor() default "";
}
