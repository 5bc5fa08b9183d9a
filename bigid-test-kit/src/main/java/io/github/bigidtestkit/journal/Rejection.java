package io.github.bigidtestkit.journal;

import io.github.bigidtestkit.internal.token.TokenFlaw;

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
    /** The request is not valid HTTP: its head or the end of its body can't be read. */
    MALFORMED_REQUEST,
    /** The body did not arrive in time. */
    REQUEST_TIMEOUT,
    /** The path is not below {@code /api/v1}. */
    OUTSIDE_API,
    /** The endpoint or resource exists, but not for this method. */
    METHOD_NOT_ALLOWED,
    /** The body is not declared to be JSON. */
    UNSUPPORTED_CONTENT_TYPE,
    /** The body is larger than 1 MiB. */
    BODY_TOO_LARGE,
    /** The body is not JSON, or not a JSON object. */
    MALFORMED_JSON,
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
    /** No {@code Authorization} header. */
    NO_TOKEN,
    /** The {@code Authorization} header does not have the form that the dialect accepts. */
    WRONG_SCHEME,
    /** Token: there is no text. */
    TOKEN_EMPTY,
    /** Token: not three parts of base64url with JSON objects in the first two. */
    TOKEN_MALFORMED,
    /** Token: the header says {@code alg: none}. */
    TOKEN_UNSIGNED,
    /** Token: the header names another algorithm than HS256. */
    TOKEN_WRONG_ALGORITHM,
    /** Token: the signature does not match, and the token names another sandbox as its issuer. */
    TOKEN_SIGNED_ELSEWHERE,
    /** Token: this sandbox made the signature for a token of this id, but with other content. */
    TOKEN_TAMPERED,
    /** Token: the signature does not match. */
    TOKEN_WRONG_SIGNATURE,
    /** Token: the {@code exp} claim is missing. */
    TOKEN_NO_EXPIRY,
    /** Token: the sandbox clock has reached {@code exp}; there is no leeway. */
    TOKEN_EXPIRED,
    /** Token: the sandbox clock has not reached {@code nbf}. */
    TOKEN_NOT_YET_VALID,
    /** Token: valid, but of a kind that is not accepted here. */
    TOKEN_WRONG_KIND,
    /** Token: its user does not exist, or no longer. */
    TOKEN_UNKNOWN_USER,
    /** Token: its user is disabled. */
    TOKEN_DISABLED_USER,
    /** Token: it was revoked. */
    TOKEN_REVOKED,
    /** The token is valid, but lacks the permission that the resource requires. */
    PERMISSION_MISSING,
    /** The token is valid, but no resource is registered at the path. */
    NOT_REGISTERED,
    /** The predicate of a fault or the sandbox itself failed; please report the latter. */
    SANDBOX_FAILED;

    /** The reason for a flaw of a token. */
    public static Reason of(TokenFlaw flaw) {
      return switch (flaw) {
        case EMPTY -> TOKEN_EMPTY;
        case MALFORMED -> TOKEN_MALFORMED;
        case UNSIGNED -> TOKEN_UNSIGNED;
        case WRONG_ALGORITHM -> TOKEN_WRONG_ALGORITHM;
        case SIGNED_ELSEWHERE -> TOKEN_SIGNED_ELSEWHERE;
        case TAMPERED -> TOKEN_TAMPERED;
        case WRONG_SIGNATURE -> TOKEN_WRONG_SIGNATURE;
        case NO_EXPIRY -> TOKEN_NO_EXPIRY;
        case EXPIRED -> TOKEN_EXPIRED;
        case NOT_YET_VALID -> TOKEN_NOT_YET_VALID;
        case WRONG_KIND -> TOKEN_WRONG_KIND;
        case UNKNOWN_USER -> TOKEN_UNKNOWN_USER;
        case DISABLED_USER -> TOKEN_DISABLED_USER;
        case REVOKED -> TOKEN_REVOKED;
      };
    }
  }

  @Override
  public String toString() {
    return reason + " (" + explanation + ")";
  }
}
