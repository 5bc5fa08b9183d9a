package io.github.bigidtestkit.internal.endpoint;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.fault.Call;
import io.github.bigidtestkit.internal.fault.FailedPredicateException;
import io.github.bigidtestkit.internal.journal.Refusal;
import io.github.bigidtestkit.journal.PresentedToken;
import io.github.bigidtestkit.journal.Rejection;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.token.TokenClaims;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sends a call to its endpoint, and turns what the endpoint refuses into an answer. */
public final class Router {

  private static final String CHALLENGE = "WWW-Authenticate";

  private volatile Dialect dialect;
  private final Consumer<RuntimeException> failures;
  private final Authentication authentication;
  private final SessionsEndpoint sessions;
  private final RefreshEndpoint refresh;
  private final ResourceEndpoint resource;

  public Router(
      Dialect dialect,
      Consumer<RuntimeException> failures,
      Authentication authentication,
      SessionsEndpoint sessions,
      RefreshEndpoint refresh,
      ResourceEndpoint resource) {
    this.dialect = dialect;
    this.failures = failures;
    this.authentication = authentication;
    this.sessions = sessions;
    this.refresh = refresh;
    this.resource = resource;
  }

  /** Continues with another dialect. */
  void setDialect(Dialect other) {
    dialect = other;
  }

  /** The answer of the endpoint, with a token from that issuer if one is granted. */
  public Response answer(Request request, Issuer issuer) {
    Dialect now = dialect;
    try {
      return route(request, now, issuer);
    } catch (Refusal refusal) {
      return refuse(request, refusal);
    } catch (RuntimeException defect) {
      return failed(request, defect);
    }
  }

  /** The answer to a call that failed in the sandbox or in a predicate of the test. */
  public Response failed(Request request, RuntimeException defect) {
    failures.accept(defect);
    String explanation =
        defect instanceof FailedPredicateException
            ? String.valueOf(defect.getMessage())
            : "The sandbox itself failed: " + defect;
    return refuse(request, Refusal.of(Reason.SANDBOX_FAILED, explanation));
  }

  /** The one place that turns a refusal into an answer. */
  public Response refuse(Request request, Refusal refusal) {
    return answer(request.endpoint(), refusal, dialect).of(refusal);
  }

  /** The call as faults see it. */
  public Call call(Request request, Instant at, String protocol) {
    PresentedToken shown = shownIn(request);
    TokenClaims claims = shown == null ? null : shown.claims();
    String user = claims == null ? null : claims.user();
    if (request.endpoint() == Endpoint.SESSIONS) {
      user = Login.nameIn(request);
    }
    return new Call(request.endpoint(), request.method(), request.path(), user, at, protocol);
  }

  /** The token that a call shows, unverified; at a login it would mean nothing. */
  public @Nullable PresentedToken shownIn(Request request) {
    return request.endpoint() == Endpoint.SESSIONS ? null : authentication.shownIn(request);
  }

  private Response route(Request request, Dialect now, Issuer issuer) {
    if (request.unreadable() != null) {
      throw request.unreadable();
    }
    return switch (request.endpoint()) {
      case SESSIONS -> sessions.answer(request, issuer);
      case REFRESH -> refresh.answer(request, now, issuer);
      case RESOURCE, ANY -> resource.answer(request, now);
    };
  }

  /** Tells the client only what BigID would: of a bad login or token it gives no reason. */
  private static Response answer(Endpoint endpoint, Refusal refusal, Dialect dialect) {
    Rejection rejection = refusal.rejection();
    String explanation = rejection.explanation();
    return switch (rejection.reason()) {
      case OUTSIDE_API, NOT_REGISTERED -> Response.failure(404, explanation);
      case METHOD_NOT_ALLOWED ->
          Response.failure(405, explanation)
              .with("Allow", String.join(", ", refusal.allowedMethods()));
      case UNSUPPORTED_CONTENT_TYPE, UNSUPPORTED_CONTENT_ENCODING, UNSUPPORTED_CHARSET ->
          Response.failure(415, explanation);
      case REQUEST_TIMEOUT -> Response.failure(408, explanation);
      case BODY_TOO_LARGE -> Response.failure(413, explanation);
      case MALFORMED_JSON, DUPLICATE_FIELD, INVALID_FIELD, DUPLICATE_AUTHORIZATION ->
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
      case TOKEN_WRONG_KIND,
          TOKEN_REVOKED,
          TOKEN_NOT_SAVED,
          TOKEN_UNKNOWN_USER,
          TOKEN_DISABLED_USER ->
          "Refresh token not valid";
      default -> "Failed to authenticate token.";
    };
  }
}
