package io.github.bigidtestkit.assertj;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.journal.Exchange;
import org.assertj.core.annotation.CheckReturnValue;

/**
 * Entry points of the assertions, to be imported statically beside AssertJ's own.
 *
 * <pre>{@code
 * assertThat(bigId).refreshedTimes(2).neverAcceptedExpiredToken();
 * assertThat(bigId.journal().last().orElseThrow()).isRefusedFor(Reason.TOKEN_EXPIRED);
 * assertThatToken(token).isSignedBy(bigId).isForUser("alice");
 * }</pre>
 */
@CheckReturnValue
public final class BigIdAssertions {

  static {
    String needed = "org.assertj.core.api.AbstractAssert";
    try {
      Class.forName(needed, false, BigIdAssertions.class.getClassLoader());
    } catch (ClassNotFoundException missing) {
      throw new LinkageError(
          "AssertJ is not on the class path, and BigIdAssertions needs it. Add org.assertj:assertj-core as a test dependency.",
          missing);
    }
  }

  private BigIdAssertions() {}

  /** Assertions about all calls that a sandbox received. */
  public static FakeBigIdAssert assertThat(FakeBigId actual) {
    return new FakeBigIdAssert(actual);
  }

  /** Assertions about one call. */
  public static ExchangeAssert assertThat(Exchange actual) {
    return new ExchangeAssert(actual);
  }

  /** Assertions about a token, a JWT in compact form. */
  public static TokenAssert assertThatToken(String actual) {
    return new TokenAssert(actual);
  }
}
