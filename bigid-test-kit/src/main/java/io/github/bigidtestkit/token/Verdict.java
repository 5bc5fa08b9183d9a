package io.github.bigidtestkit.token;

import io.github.bigidtestkit.journal.Rejection;
import org.jspecify.annotations.Nullable;

/** What verification says of a token. */
public sealed interface Verdict {

  /**
   * What the token says of itself, or null where that can't be read. Only an {@link Accepted}
   * token's claims can be relied on.
   */
  @Nullable TokenClaims claims();

  /** Whether the token is accepted. */
  default boolean accepted() {
    return this instanceof Accepted;
  }

  /**
   * The token is accepted.
   *
   * @param claims what it says
   */
  record Accepted(TokenClaims claims) implements Verdict {}

  /**
   * The token is refused.
   *
   * @param rejection the first reason found; form, algorithm, signature, expiry, kind, user,
   *     whether it was saved, and revocation are checked in this order
   * @param claims what the token says of itself, where that can be read
   */
  record Refused(Rejection rejection, @Nullable TokenClaims claims) implements Verdict {

    /** The reason to branch on; its name starts with {@code TOKEN_}. */
    public Rejection.Reason reason() {
      return rejection.reason();
    }

    /** The reason in words, without any part of the token. */
    public String explanation() {
      return rejection.explanation();
    }
  }
}
