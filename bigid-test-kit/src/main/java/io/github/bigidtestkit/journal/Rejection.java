package io.github.bigidtestkit.journal;

import io.github.bigidtestkit.internal.token.TokenFlaw;

/**
 * Why a call was refused: what the sandbox knows, not what it told the client.
 *
 * @param reason the reason to branch on
 * @param explanation the reason in words, without any secret, such as {@code system token expired 2
 *     s ago; issued by exchange #1}
 */
public record Rejection(Reason reason, String explanation) {

  /** The reasons for which calls are refused. */
  public enum Reason {
    /**
     * What came is not a sound HTTP request: its head can't be read, or it can't be told where its
     * body ends.
     */
    MALFORMED_REQUEST,
    /** The body did not come in time. */
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
    /** The {@code Authorization} header is not of the form that the dialect accepts. */
    WRONG_SCHEME,
    /** See {@link TokenFlaw#EMPTY}. */
    TOKEN_EMPTY,
    /** See {@link TokenFlaw#MALFORMED}. */
    TOKEN_MALFORMED,
    /** See {@link TokenFlaw#UNSIGNED}. */
    TOKEN_UNSIGNED,
    /** See {@link TokenFlaw#WRONG_ALGORITHM}. */
    TOKEN_WRONG_ALGORITHM,
    /** See {@link TokenFlaw#SIGNED_ELSEWHERE}. */
    TOKEN_SIGNED_ELSEWHERE,
    /** See {@link TokenFlaw#TAMPERED}. */
    TOKEN_TAMPERED,
    /** See {@link TokenFlaw#WRONG_SIGNATURE}. */
    TOKEN_WRONG_SIGNATURE,
    /** See {@link TokenFlaw#NO_EXPIRY}. */
    TOKEN_NO_EXPIRY,
    /** See {@link TokenFlaw#EXPIRED}. */
    TOKEN_EXPIRED,
    /** See {@link TokenFlaw#NOT_YET_VALID}. */
    TOKEN_NOT_YET_VALID,
    /** See {@link TokenFlaw#WRONG_KIND}. */
    TOKEN_WRONG_KIND,
    /** See {@link TokenFlaw#UNKNOWN_USER}. */
    TOKEN_UNKNOWN_USER,
    /** See {@link TokenFlaw#DISABLED_USER}. */
    TOKEN_DISABLED_USER,
    /** See {@link TokenFlaw#REVOKED}. */
    TOKEN_REVOKED,
    /** The token is sound, but does not carry the permission that the resource asks for. */
    PERMISSION_MISSING,
    /** The token is sound, but no resource is registered at the path. */
    NOT_REGISTERED,
    /** The predicate of a fault failed; or the sandbox itself, which is worth a report. */
    SANDBOX_FAILED;

    /** The reason that stands for a flaw of a token. */
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
