package io.github.bigidtestkit.token;

/**
 * A token fresh from the press. Its text is a secret; {@link #toString()} does not show it.
 *
 * @param text the JWT in compact form
 * @param claims what it says
 */
public record IssuedToken(String text, TokenClaims claims) {

  @Override
  public String toString() {
    return claims.kind().label() + " " + claims.id();
  }
}
