package io.github.bigidtestkit.internal.token;

import io.github.bigidtestkit.token.TokenClaims;
import org.jspecify.annotations.Nullable;

/**
 * A token that was just issued. Its text is a secret; {@link #toString()} does not show it.
 *
 * @param text the JWT in compact form
 * @param claims what the token says of itself, or null if a defect makes it unreadable
 */
public record IssuedToken(String text, @Nullable TokenClaims claims) {

  @Override
  public String toString() {
    return claims == null ? "unreadable token" : claims.label();
  }
}
