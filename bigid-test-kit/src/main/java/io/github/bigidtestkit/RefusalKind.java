package io.github.bigidtestkit;

import io.github.bigidtestkit.journal.Rejection.Reason;

/** The kinds of refusals, each of which a dialect answers in its own way. */
public enum RefusalKind {
  /** Login: user and password are not accepted. */
  INVALID_CREDENTIALS(401, "Invalid credentials"),

  /** The body can't be read, or is not a login. */
  MALFORMED_BODY(400),

  /** Login: the body has a content type that is not accepted. */
  UNSUPPORTED_CONTENT_TYPE(415),

  /** Exchange: the method is not accepted. */
  EXCHANGE_METHOD(405),

  /**
   * Exchange: the token is missing, is sent in a way that is not accepted, or does not verify. The
   * message is BigID's for one that does not verify (recording).
   */
  USER_TOKEN_NOT_VERIFIED(401, "Failed to authenticate token."),

  /**
   * Exchange: the token verifies, but is not an accepted user token. The message is BigID's
   * (recording, connector).
   */
  USER_TOKEN_NOT_ACCEPTED(401, "Refresh token not valid"),

  /**
   * Other calls: the token is missing, is sent in a way that is not accepted, or is not valid. That
   * BigID's message begins like this is what a client looks for (client); the rest is the kit's.
   */
  ACCESS_TOKEN(401, "Authentication failed. Token is not valid."),

  /** The user lacks the permission that the resource requires. */
  PERMISSION_MISSING(403),

  /** Login and resources: the method is not accepted. */
  METHOD_NOT_ALLOWED(405),

  /** There is nothing at the path. */
  NOT_FOUND(404),

  /** The call shows more than one token. */
  SEVERAL_TOKENS(400),

  /** The body did not arrive in time. */
  REQUEST_TIMEOUT(408),

  /** The body is too large. */
  BODY_TOO_LARGE(413),

  /** The sandbox itself failed, or a predicate of the test. */
  SANDBOX_FAILED(500);

  /** The status in most dialects. */
  final int status;

  /** The message in most dialects. Of credentials BigID does not say what was wrong (recording). */
  final String message;

  RefusalKind(int status) {
    this(status, DialectRules.EXPLANATION);
  }

  RefusalKind(int status, String message) {
    this.status = status;
    this.message = message;
  }

  /** The kind of a refusal at an endpoint. */
  public static RefusalKind of(Endpoint endpoint, Reason reason) {
    boolean exchange = endpoint == Endpoint.REFRESH;
    return switch (reason) {
      case OUTSIDE_API, NOT_REGISTERED -> NOT_FOUND;
      case METHOD_NOT_ALLOWED -> exchange ? EXCHANGE_METHOD : METHOD_NOT_ALLOWED;
      case UNSUPPORTED_CONTENT_TYPE, UNSUPPORTED_CONTENT_ENCODING, UNSUPPORTED_CHARSET ->
          UNSUPPORTED_CONTENT_TYPE;
      case REQUEST_TIMEOUT -> REQUEST_TIMEOUT;
      case BODY_TOO_LARGE -> BODY_TOO_LARGE;
      case MALFORMED_JSON, DUPLICATE_FIELD, INVALID_FIELD -> MALFORMED_BODY;
      case DUPLICATE_AUTHORIZATION -> SEVERAL_TOKENS;
      case UNKNOWN_USER,
          WRONG_PASSWORD,
          DISABLED_USER,
          LOCKED_USER,
          PASSWORD_EXPIRED,
          TOKEN_ONLY_USER ->
          INVALID_CREDENTIALS;
      case PERMISSION_MISSING -> PERMISSION_MISSING;
      case SANDBOX_FAILED -> SANDBOX_FAILED;
      case TOKEN_WRONG_KIND,
          TOKEN_REVOKED,
          TOKEN_NOT_SAVED,
          TOKEN_UNKNOWN_USER,
          TOKEN_DISABLED_USER ->
          exchange ? USER_TOKEN_NOT_ACCEPTED : ACCESS_TOKEN;
      case NO_TOKEN,
          WRONG_SCHEME,
          TOKEN_EMPTY,
          TOKEN_MALFORMED,
          TOKEN_UNSIGNED,
          TOKEN_WRONG_ALGORITHM,
          TOKEN_SIGNED_ELSEWHERE,
          TOKEN_TAMPERED,
          TOKEN_WRONG_SIGNATURE,
          TOKEN_NO_EXPIRY,
          TOKEN_EXPIRED,
          TOKEN_NOT_YET_VALID ->
          exchange ? USER_TOKEN_NOT_VERIFIED : ACCESS_TOKEN;
    };
  }
}
