package io.github.bigidtestkit.junit;

import io.github.bigidtestkit.internal.junit.ExpirySweepProvider;
import io.github.bigidtestkit.token.TokenKind;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Runs a test once for each of its calls, with the token expired just before that call.
 *
 * <p>A first run, in which nothing expires, counts the calls of the test method that show a valid
 * token. Then the test runs once for each of them: when that call arrives, and before its token is
 * verified, the sandbox clock is moved past the expiry of the token. So the one step is found that
 * forgets to renew. The name of each run says before which call it happens, and so does its
 * failure.
 *
 * <pre>{@code
 * @ExpirySweep
 * void synchronizes_all_pages(@BaseUrl URI baseUrl, @UserToken String token) {
 *   assertThat(new CatalogClient(baseUrl, token).pages()).hasSize(3);
 * }
 * }</pre>
 *
 * <p>The test must pass whichever token expires. Faults, users, resources and the dialect can be
 * declared as with any other test. Calls that a fault answers show their token to nobody and are
 * not counted; nor are those of {@code @BeforeEach} methods.
 *
 * <p>Each run must make the same calls in the same order up to the one that is affected; a test
 * that does not is refused. The runs follow one another in one thread, and the sandbox must not be
 * shared with other tests ({@link BigIdSandbox#reset()}).
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@TestTemplate
@Execution(ExecutionMode.SAME_THREAD)
@ExtendWith({BigIdSandboxExtension.class, ExpirySweepProvider.class})
public @interface ExpirySweep {

  /** What makes a call fail. */
  enum Cause {
    /** The token has expired: the sandbox clock is moved to a second after its expiry. */
    EXPIRED,
    /** The token was revoked; others stay valid. */
    REVOKED,
    /** The user of the token has lost all permissions, for the rest of the run. */
    NOT_PERMITTED
  }

  /** What happens just before the call. */
  Cause value() default Cause.EXPIRED;

  /**
   * The kinds of tokens whose calls are counted.
   *
   * <p>User tokens are left out by default: a client can't renew them.
   */
  TokenKind[] tokens() default {TokenKind.SESSION, TokenKind.SYSTEM};
}
