package io.github.bigidtestkit.junit;

import io.github.bigidtestkit.token.TokenDefect;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Injects a fresh user token into a parameter of type {@code String}: long-lived, to be exchanged
 * for a system token.
 */
@Target({ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ExtendWith(BigIdSandboxExtension.class)
public @interface UserToken {

  /** Whose token it is. Empty means the first user that is declared. */
  String user() default "";

  /** What is wrong with the token; at most one. Without: nothing. */
  TokenDefect[] defect() default {};

  /**
   * How long the token is valid, as an ISO-8601 duration such as {@code PT1S}; for at least that
   * long and less than a second longer. Empty means as long as the sandbox says. Not together with
   * a defect.
   */
  String validFor() default "";
}
