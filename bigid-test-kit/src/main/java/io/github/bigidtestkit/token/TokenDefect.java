package io.github.bigidtestkit.token;

import io.github.bigidtestkit.journal.Rejection;

/**
 * A way in which a token is bad. A token with a defect really has it: the signature does not match,
 * the user does not exist, the instant has passed. There is no list of "known bad" tokens.
 *
 * <p>A token with a defect is refused wherever it is sent, for the defect's own {@linkplain
 * Rejection.Reason reason}. The answer to the client does not tell the reason; it is in the
 * journal.
 */
public enum TokenDefect {
  /** It expired an hour ago by the sandbox clock. */
  EXPIRED,

  /** It expired one second ago by the sandbox clock: for clients with no leeway or too much. */
  EXPIRED_ONE_SECOND_AGO,

  /** Its {@code nbf} claim is an hour ahead of the sandbox clock. */
  NOT_YET_VALID,

  /** This sandbox issued it, but the signature is damaged. */
  WRONG_SIGNATURE,

  /** It is valid, but signed with the key of another sandbox. */
  SIGNED_BY_ANOTHER_SERVER,

  /** It has the header {@code alg: none} and no signature. */
  ALGORITHM_NONE,

  /** It is signed by HMAC-SHA-512 with the right key, where only HS256 is accepted. */
  ALGORITHM_HS512,

  /** Its header says RS256, but its signature is an HMAC with the right key. */
  ALGORITHM_RS256,

  /** It has only header and payload, without the third part. */
  TWO_PARTS,

  /** Its payload has characters that are not base64url. */
  NOT_BASE64,

  /** Its payload is base64url and correctly signed, but its content is not JSON. */
  NOT_JSON,

  /** It is the empty string. */
  EMPTY,

  /** It is correctly signed, but has no {@code exp} claim. */
  MISSING_EXPIRY,

  /**
   * It is a valid token of the wrong kind: a system token instead of a user token, and a user token
   * instead of others.
   */
  WRONG_TYPE,

  /** It is correctly signed, for a user that the sandbox does not have. */
  UNKNOWN_USER,

  /**
   * It is correctly signed, for a user that exists and is disabled. The requested user stays as it
   * is; a disabled copy, named {@code <username>-disabled}, is added to the sandbox.
   */
  DISABLED_USER,

  /**
   * It is correctly signed, but was not saved with its user, as BigID requires of a user token
   * before it works (portal). BigID answers 401 and {@code Refresh token not valid} (connector).
   */
  NOT_SAVED,

  /** It was issued and then revoked. */
  REVOKED,

  /** Its payload was changed after signing: {@code isAdmin} says the opposite of what it said. */
  TAMPERED_PAYLOAD
}
