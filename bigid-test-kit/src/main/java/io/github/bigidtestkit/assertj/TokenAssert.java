package io.github.bigidtestkit.assertj;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.token.Verdict;

/**
 * Assertions about a token. They read what it says of itself, unverified; only {@link #isSignedBy}
 * and {@link #isAcceptedBy} verify it. Messages never show the token whole.
 */
public class TokenAssert extends AbstractClaimsAssert<TokenAssert> {

  /** Assertions about that token, a JWT in compact form. */
  public TokenAssert(String actual) {
    super(actual, TokenAssert.class);
  }

  /**
   * It was signed by that sandbox and not changed since. It may have expired or been revoked.
   *
   * <pre>{@code
   * assertThatToken(token).isSignedBy(bigId);   // passes if the sandbox issued it
   * assertThatToken(token).isSignedBy(another); // fails then
   * }</pre>
   */
  public TokenAssert isSignedBy(FakeBigId bigId) {
    isNotNull();
    Verdict verdict = bigId.tokens().verify(actual);
    if (verdict instanceof Verdict.Refused refused && isForgery(refused)) {
      throw fail("a token that this sandbox signed", refused.explanation());
    }
    return myself;
  }

  private static boolean isForgery(Verdict.Refused refused) {
    return switch (refused.flaw()) {
      case EMPTY,
          MALFORMED,
          UNSIGNED,
          WRONG_ALGORITHM,
          SIGNED_ELSEWHERE,
          TAMPERED,
          WRONG_SIGNATURE ->
          true;
      default -> false;
    };
  }

  /**
   * That sandbox accepts it at this moment, at an endpoint that takes tokens of its kind.
   *
   * <pre>{@code
   * assertThatToken(token).isAcceptedBy(bigId); // passes
   * bigId.revoke(token);
   * assertThatToken(token).isAcceptedBy(bigId); // fails
   * }</pre>
   */
  public TokenAssert isAcceptedBy(FakeBigId bigId) {
    isNotNull();
    Verdict verdict = bigId.tokens().verify(actual);
    if (verdict instanceof Verdict.Refused refused) {
      throw fail("a token that this sandbox accepts", refused.explanation());
    }
    return myself;
  }
}
