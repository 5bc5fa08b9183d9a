package io.github.bigidtestkit.internal.token;

import io.github.bigidtestkit.journal.Rejection;
import io.github.bigidtestkit.token.TokenClaims;
import io.github.bigidtestkit.token.Verdict;
import org.jspecify.annotations.Nullable;

/** A token is not accepted. */
final class TokenRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Verdict.Refused verdict;

  TokenRefused(Rejection.Reason reason, String explanation, @Nullable TokenClaims claims) {
    super(explanation, null, false, false);
    this.verdict = new Verdict.Refused(new Rejection(reason, explanation), claims);
  }

  Verdict.Refused verdict() {
    return verdict;
  }
}
