package io.github.bigidtestkit.journal;

/**
 * Why a call was refused, as the sandbox knows it; the answer on the wire tells less.
 *
 * @param reason the reason to branch on
 * @param explanation the reason in words, without any secret, such as {@code system token expired 2
 *     s ago; issued by exchange #1}
 */
public record Rejection(Reason reason, String explanation) {

  /** The reasons for which calls are refused. */
  public enum Reason {
    /** The body did not arrive in time. */
    REQUEST_TIMEOUT,
    /** The path is not below {@code /api/v1}. */
    OUTSIDE_API,
    /** The endpoint or resource exists, but not for this method. */
    METHOD_NOT_ALLOWED,
    /** The body is not declared to be JSON. */
    UNSUPPORTED_CONTENT_TYPE,
    /** The body is compressed. */
    UNSUPPORTED_CONTENT_ENCODING,
    /** The body is not in UTF-8, or not declared to be. */
    UNSUPPORTED_CHARSET,
    /** The body is larger than 1 MiB. */
    BODY_TOO_LARGE,
    /** The body is not JSON, or not a JSON object. */
    MALFORMED_JSON,
    /** A key is there twice in an object of the body. */
    DUPLICATE_FIELD,
    /** A field of the body is missing, blank or of the wrong type. */
    INVALID_FIELD,
    /** More than one {@code Authorization} header. */
    DUPLICATE_AUTHORIZATION,
    /** Login: there is no such user. */
    UNKNOWN_USER,
    /** Login: the password is wrong. */
    WRONG_PASSWORD,
    /** Login: the user is disabled. */
    DISABLED_USER,
    /** Login: the user is locked. */
    LOCKED_USER,
    /** Login: the password has expired. */
    PASSWORD_EXPIRED,
    /** Login: the user has no password and can only come by token. */
    TOKEN_ONLY_USER,
    /** No {@code Authorization} header. */
    NO_TOKEN,
    /** The {@code Authorization} header does not have the form that the dialect accepts. */
    WRONG_SCHEME,
    /** The token is the empty string. */
    TOKEN_EMPTY,
    /**
     * The token is not three parts of base64url with a JSON object in each of the first two, or a
     * claim has the wrong type, or {@code user_name} or {@code type} is missing or unknown.
     */
    TOKEN_MALFORMED,
    /** The header of the token has {@code alg: none}. */
    TOKEN_UNSIGNED,
    /** The header of the token names another algorithm than HS256. */
    TOKEN_WRONG_ALGORITHM,
    /** The signature does not match, and the token names another sandbox as its issuer. */
    TOKEN_SIGNED_ELSEWHERE,
    /** This sandbox made the signature, but for other content. */
    TOKEN_TAMPERED,
    /** The signature of the token does not match. */
    TOKEN_WRONG_SIGNATURE,
    /** The token has no {@code exp} claim. */
    TOKEN_NO_EXPIRY,
    /** The sandbox clock has reached {@code exp}; there is no leeway. */
    TOKEN_EXPIRED,
    /** The sandbox clock has not reached {@code nbf}. */
    TOKEN_NOT_YET_VALID,
    /** The token is valid, but of a kind that is not accepted here. */
    TOKEN_WRONG_KIND,
    /** The sandbox has no such user, or no longer. */
    TOKEN_UNKNOWN_USER,
    /** The user of the token is disabled. */
    TOKEN_DISABLED_USER,
    /** The token is correctly signed, but was not saved with its user. */
    TOKEN_NOT_SAVED,
    /** The token was revoked. */
    TOKEN_REVOKED,
    /** The token is valid, but its user lacks the permission that the resource requires. */
    PERMISSION_MISSING,
    /** The token is valid, but no resource is registered at the path. */
    NOT_REGISTERED,
    /** The predicate of a fault failed; or the sandbox itself, which is worth a report. */
    SANDBOX_FAILED
  }

  @Override
  public String toString() {
    return reason + " (" + explanation + ")";
  }
}
