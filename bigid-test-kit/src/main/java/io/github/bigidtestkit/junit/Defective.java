package io.github.bigidtestkit.junit;

import io.github.bigidtestkit.token.TokenDefect;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Has a token injected that is defective.
 *
 * <p>It stands beside {@link UserToken}, {@link SessionToken} or {@link SystemToken}:
 *
 * <pre>{@code
 * void reports_an_expired_token(@UserToken @Defective(TokenDefect.EXPIRED) String token) { … }
 * }</pre>
 */
@Target({ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ExtendWith(BigIdSandboxExtension.class)
public @interface Defective {

  /** The defect. */
  TokenDefect value();
}
