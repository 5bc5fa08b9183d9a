package io.github.bigidtestkit.internal.endpoint;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.fault.AccountFault;
import io.github.bigidtestkit.fault.Call;
import io.github.bigidtestkit.journal.Rejection;
import io.github.bigidtestkit.journal.Rejection.Reason;

/**
 * The one place where a refusal becomes an answer. Says to the client only what BigID would: of a
 * bad login or token it gives no reason.
 */
public final class Refusals {

  private static final String CHALLENGE = "WWW-Authenticate";

  private Refusals() {}

  /** The refusal that an account fault brings about. */
  public static Refusal of(AccountFault.Kind kind, Call call) {
    String user = call.user() == null ? "?" : call.user();
    Refusal refusal =
        switch (kind) {
          case LOCKED -> Refusal.of(Reason.LOCKED_USER, "user [%s] is locked".formatted(user));
          case PASSWORD_EXPIRED ->
              Refusal.of(
                  Reason.PASSWORD_EXPIRED, "the password of user [%s] has expired".formatted(user));
          case DISABLED ->
              Refusal.of(
                  call.endpoint() == Endpoint.SESSIONS
                      ? Reason.DISABLED_USER
                      : Reason.TOKEN_DISABLED_USER,
                  "user [%s] is disabled".formatted(user));
        };
    return call.user() == null ? refusal : refusal.to(user);
  }

  static Response answer(Endpoint endpoint, Refusal refusal, Dialect dialect) {
    Rejection rejection = refusal.rejection();
    String explanation = rejection.explanation();
    return switch (rejection.reason()) {
      case OUTSIDE_API, NOT_REGISTERED -> Response.failure(404, explanation);
      case METHOD_NOT_ALLOWED ->
          Response.failure(405, explanation)
              .with("Allow", String.join(", ", refusal.allowedMethods()));
      case UNSUPPORTED_CONTENT_TYPE -> Response.failure(415, explanation);
      case REQUEST_TIMEOUT -> Response.failure(408, explanation);
      case BODY_TOO_LARGE -> Response.failure(413, explanation);
      case MALFORMED_REQUEST, MALFORMED_JSON, INVALID_FIELD, DUPLICATE_AUTHORIZATION ->
          Response.failure(400, explanation);
      case UNKNOWN_USER, WRONG_PASSWORD, DISABLED_USER, LOCKED_USER, PASSWORD_EXPIRED ->
          dialect == Dialect.OBSERVED
              ? Response.failure(401, "Invalid credentials")
              : Response.empty(401);
      case PERMISSION_MISSING -> Response.failure(403, explanation);
      case SANDBOX_FAILED -> Response.failure(500, explanation);
      default -> badToken(endpoint, refusal, dialect);
    };
  }

  private static Response badToken(Endpoint endpoint, Refusal refusal, Dialect dialect) {
    boolean refresh = endpoint == Endpoint.REFRESH;
    if (dialect == Dialect.OBSERVED) {
      return refresh
          ? Response.failure(200, observedRefreshMessage(refusal)).as(Response.HTML)
          : Response.failure(200, "Authentication failed. Token is not valid.");
    }
    Response response =
        refresh ? Response.empty(401) : Response.failure(401, "Authentication failed");
    return response.with(CHALLENGE, "Bearer");
  }

  /** Recorded: one message for tokens that don't verify, another for those of a wrong kind. */
  private static String observedRefreshMessage(Refusal refusal) {
    return switch (refusal.rejection().reason()) {
      case TOKEN_WRONG_KIND, TOKEN_REVOKED, TOKEN_UNKNOWN_USER, TOKEN_DISABLED_USER ->
          "Refresh token not valid";
      default -> "Failed to authenticate token.";
    };
  }
}
