package io.github.bigidtestkit.assertj;

import java.util.function.Consumer;
import org.assertj.core.api.AbstractSoftAssertions;
import org.assertj.core.api.SoftAssertionsProvider;
import org.assertj.core.api.StandardSoftAssertionsProvider;

/**
 * AssertJ's soft assertions and those of the kit: failures are collected and reported together.
 *
 * <p>Not thread-safe.
 *
 * <pre>{@code
 * BigIdSoftAssertions.assertSoftly(
 *     softly -> {
 *       softly.assertThat(bigId).refreshedOnce().sentBearerTokens();
 *       softly.assertThatToken(token).isAcceptedBy(bigId);
 *       softly.assertThat(client.names()).containsExactly("hr");
 *     });
 * }</pre>
 */
public class BigIdSoftAssertions extends AbstractSoftAssertions
    implements StandardSoftAssertionsProvider, BigIdSoftAssertionsProvider {

  /** Soft assertions without a failure. */
  public BigIdSoftAssertions() {}

  /**
   * Runs assertions and reports all that failed.
   *
   * @throws AssertionError if one failed or more
   */
  public static void assertSoftly(Consumer<BigIdSoftAssertions> assertions) {
    SoftAssertionsProvider.assertSoftly(BigIdSoftAssertions.class, assertions);
  }
}
