package io.github.bigidtestkit.internal.dialect;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.RefusalKind;
import io.github.bigidtestkit.journal.Rejection.Reason;

/** Sorts the reasons of refusals into the kinds that dialects tell apart. */
public final class Refusals {

  private Refusals() {}

  /** The kind of a refusal at an endpoint. */
  public static RefusalKind kind(Endpoint endpoint, Reason reason) {
    boolean exchange = endpoint == Endpoint.REFRESH;
    return switch (reason) {
      case OUTSIDE_API, NOT_REGISTERED -> RefusalKind.NOT_FOUND;
      case METHOD_NOT_ALLOWED ->
          exchange ? RefusalKind.EXCHANGE_METHOD : RefusalKind.METHOD_NOT_ALLOWED;
      case UNSUPPORTED_CONTENT_TYPE, UNSUPPORTED_CONTENT_ENCODING, UNSUPPORTED_CHARSET ->
          RefusalKind.UNSUPPORTED_CONTENT_TYPE;
      case REQUEST_TIMEOUT -> RefusalKind.REQUEST_TIMEOUT;
      case BODY_TOO_LARGE -> RefusalKind.BODY_TOO_LARGE;
      case MALFORMED_JSON, DUPLICATE_FIELD, INVALID_FIELD -> RefusalKind.MALFORMED_BODY;
      case DUPLICATE_AUTHORIZATION -> RefusalKind.SEVERAL_TOKENS;
      case UNKNOWN_USER,
          WRONG_PASSWORD,
          DISABLED_USER,
          LOCKED_USER,
          PASSWORD_EXPIRED,
          TOKEN_ONLY_USER ->
          RefusalKind.INVALID_CREDENTIALS;
      case PERMISSION_MISSING -> RefusalKind.PERMISSION_MISSING;
      case SANDBOX_FAILED -> RefusalKind.SANDBOX_FAILED;
      case TOKEN_WRONG_KIND,
          TOKEN_REVOKED,
          TOKEN_NOT_SAVED,
          TOKEN_UNKNOWN_USER,
          TOKEN_DISABLED_USER ->
          exchange ? RefusalKind.USER_TOKEN_NOT_ACCEPTED : RefusalKind.ACCESS_TOKEN;
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
          exchange ? RefusalKind.USER_TOKEN_NOT_VERIFIED : RefusalKind.ACCESS_TOKEN;
    };
  }
}
