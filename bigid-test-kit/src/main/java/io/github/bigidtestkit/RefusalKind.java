package io.github.bigidtestkit;

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

  /** Exchange: the token is missing, is sent in a way that is not accepted, or does not verify. */
  USER_TOKEN_NOT_VERIFIED(401, "Failed to authenticate token."),

  /** Exchange: the token verifies, but is not an accepted user token. */
  USER_TOKEN_NOT_ACCEPTED(401, "Refresh token not valid"),

  /** Other calls: the token is missing, is sent in a way that is not accepted, or is not valid. */
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
}
