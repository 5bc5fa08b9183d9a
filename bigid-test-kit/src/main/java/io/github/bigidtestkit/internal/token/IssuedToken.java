package io.github.bigidtestkit.internal.token;

import io.github.bigidtestkit.token.TokenClaims;
import org.jspecify.annotations.Nullable;

/**
 * A token fresh from the press. Its text is a secret; {@link #toString()} does not show it.
 *
 * @param text the JWT in compact form
 * @param claims what it says, or null where it is spoilt so that nothing can be read
 */
public record IssuedToken(String text, @Nullable TokenClaims claims) {

  @Override
  public String toString() {
    return claims == null ? "unreadable token" : claims.kind().label() + " " + claims.id();
  }
}
