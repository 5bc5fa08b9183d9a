package io.github.bigidtestkit.assertj;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.journal.Exchange;
import org.assertj.core.annotation.CheckReturnValue;
import org.assertj.core.api.SoftAssertionsProvider;

/**
 * The assertions in soft form, to be combined with those of others.
 *
 * <pre>{@code
 * class OurSoftAssertions extends AbstractSoftAssertions
 *     implements StandardSoftAssertionsProvider, BigIdSoftAssertionsProvider {}
 * }</pre>
 */
@CheckReturnValue
public interface BigIdSoftAssertionsProvider extends SoftAssertionsProvider {

  /** Soft assertions about all calls that a sandbox received. */
  default FakeBigIdAssert assertThat(FakeBigId actual) {
    return proxy(FakeBigIdAssert.class, FakeBigId.class, actual);
  }

  /** Soft assertions about one call. */
  default ExchangeAssert assertThat(Exchange actual) {
    return proxy(ExchangeAssert.class, Exchange.class, actual);
  }

  /** Soft assertions about a token, a JWT in compact form. */
  default TokenAssert assertThatToken(String actual) {
    return proxy(TokenAssert.class, String.class, actual);
  }
}
