package io.github.bigidtestkit.internal.token;

import io.github.bigidtestkit.token.TokenClaims;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The signatures of the tokens made last. They tell a token whose content was changed from one
 * whose signature was damaged; verification itself does not need them, so making a token is to cost
 * little, and looking for one may cost more.
 */
final class RecentSignatures {

  private static final int KEPT = 1_000;

  private final Deque<IssuedToken> last = new ArrayDeque<>();

  synchronized void remember(IssuedToken token) {
    if (last.size() == KEPT) {
      last.removeFirst();
    }
    last.addLast(token);
  }

  synchronized boolean wasGivenTo(String id, String signature) {
    for (IssuedToken token : last) {
      TokenClaims claims = token.claims();
      if (claims != null && claims.id().equals(id)) {
        return signature.equals(signatureOf(token.text()));
      }
    }
    return false;
  }

  private static String signatureOf(String jwt) {
    return jwt.substring(jwt.lastIndexOf('.') + 1);
  }
}
