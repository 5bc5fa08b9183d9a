package io.github.bigidtestkit.token;

import io.github.bigidtestkit.journal.Rejection;

/**
 * A way in which a token is bad. A token minted with a defect really has it: the signature does not
 * match, the user does not exist, the instant has passed. No list of "known bad" tokens is kept.
 *
 * <p>All but {@link #PERMISSIONS_STRIPPED} are refused wherever the token is shown, each for a
 * reason of its own ({@link Rejection.Reason}). The answer on the wire is the same for all of them,
 * as it would be with BigID; the reason is in the journal.
 */
public enum TokenDefect {
  /** Expired an hour ago by the sandbox clock. */
  EXPIRED,

  /** Expired one second ago by the sandbox clock: for clients that allow no leeway, or too much. */
  EXPIRED_ONE_SECOND_AGO,

  /** Its {@code nbf} claim lies an hour ahead of the sandbox clock. */
  NOT_YET_VALID,

  /** Well-formed and made by this sandbox, but the signature is damaged. */
  WRONG_SIGNATURE,

  /** Sound in every way, but signed with the key of another sandbox. */
  SIGNED_BY_ANOTHER_SERVER,

  /** Header {@code alg: none} and no signature. */
  ALGORITHM_NONE,

  /** Signed with HMAC-SHA-512 over the right key, where only HS256 is accepted. */
  ALGORITHM_HS512,

  /** The header claims RS256 while the signature is an HMAC over the right key. */
  ALGORITHM_RS256,

  /** Only header and payload, without the third part. */
  TWO_PARTS,

  /** The payload has characters that base64url does not know. */
  NOT_BASE64,

  /** The payload is base64url, correctly signed, but its content is not JSON. */
  NOT_JSON,

  /** The empty string. */
  EMPTY,

  /** Correctly signed, but without an {@code exp} claim. */
  MISSING_EXPIRY,

  /**
   * A sound token of the wrong kind: a system token for a user token, and a user token for others.
   */
  WRONG_TYPE,

  /** Correctly signed for a user that the sandbox does not have. */
  UNKNOWN_USER,

  /**
   * Correctly signed for a user that exists and is disabled. The user that was asked for stays as
   * it is; a disabled twin of it, named {@code <username>-disabled}, is added to the sandbox.
   */
  DISABLED_USER,

  /** Issued and then revoked. */
  REVOKED,

  /**
   * Sound, but without any permission of its user. It is accepted as a token and then refused where
   * a permission is asked for; exchanged, it gives a system token without permissions.
   */
  PERMISSIONS_STRIPPED,

  /** The payload was changed after signing, to say that its user is an administrator. */
  TAMPERED_PAYLOAD;

  /**
   * Whether a token with this defect is refused as a token, wherever it is shown. All are but
   * {@link #PERMISSIONS_STRIPPED}, which shows only where a permission is asked for.
   */
  public boolean isRefusedAsToken() {
    return this != PERMISSIONS_STRIPPED;
  }
}
