package io.github.bigidtestkit.internal.token;

/** Why a token was refused. */
public enum TokenFlaw {
  /** There is no text. */
  EMPTY,
  /** Not three parts of base64url with JSON objects in the first two. */
  MALFORMED,
  /** The header says {@code alg: none}. */
  UNSIGNED,
  /** The header names another algorithm than HS256. */
  WRONG_ALGORITHM,
  /** The signature does not match, and the token names another sandbox as its maker. */
  SIGNED_ELSEWHERE,
  /** The signature is one that this sandbox made for this token; the content is not. */
  TAMPERED,
  /** The signature does not match. */
  WRONG_SIGNATURE,
  /** The {@code exp} claim is missing. */
  NO_EXPIRY,
  /** {@code exp} has been reached by the sandbox clock; no leeway is given. */
  EXPIRED,
  /** {@code nbf} has not been reached by the sandbox clock. */
  NOT_YET_VALID,
  /** A sound token of a kind that is not accepted at this place. */
  WRONG_KIND,
  /** The sandbox has no such user, or no longer. */
  UNKNOWN_USER,
  /** The user is disabled. */
  DISABLED_USER,
  /** The token was revoked. */
  REVOKED
}
