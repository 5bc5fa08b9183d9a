package io.github.bigidtestkit.token;

import io.github.bigidtestkit.internal.token.TokenFlaw;
import org.jspecify.annotations.Nullable;

/** What verification says of a token. */
public sealed interface Verdict {

  /**
   * What the token says of itself, or null where that can't be read. Only an {@link Accepted}
   * token's claims can be relied on.
   */
  @Nullable TokenClaims claims();

  /** Whether the token is sound. */
  default boolean accepted() {
    return this instanceof Accepted;
  }

  /**
   * The token is sound.
   *
   * @param claims what it says
   */
  record Accepted(TokenClaims claims) implements Verdict {}

  /**
   * The token is not sound.
   *
   * @param flaw the first flaw found; checked are form, algorithm, signature, expiry, kind, user
   *     and revocation, in this order
   * @param explanation the flaw in words, without any part of the token
   * @param claims what the token says of itself, where that can be read
   */
  record Refused(TokenFlaw flaw, String explanation, @Nullable TokenClaims claims)
      implements Verdict {}
}
