package io.github.bigidtestkit.internal.endpoint;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.fault.Call;
import io.github.bigidtestkit.internal.fault.FailedPredicateException;
import io.github.bigidtestkit.journal.PresentedToken;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.token.TokenClaims;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sends a call to its endpoint, and turns what the endpoint refuses into an answer. */
public final class Router {

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

  /** The answer of the endpoint, with a token from that issuer where one is due. */
  public Outcome answer(Request request, Issuer issuer) {
    Dialect now = dialect;
    try {
      return route(request, now, issuer);
    } catch (Refusal refusal) {
      return Outcome.refused(Refusals.answer(request.endpoint(), refusal, now), refusal);
    } catch (RuntimeException defect) {
      return failed(request, defect);
    }
  }

  /** The answer to a call that the sandbox, or what a test gave it, could not deal with. */
  public Outcome failed(Request request, RuntimeException defect) {
    failures.accept(defect);
    String explanation =
        defect instanceof FailedPredicateException
            ? String.valueOf(defect.getMessage())
            : "The sandbox itself failed: " + defect;
    return refuse(request, Refusal.of(Reason.SANDBOX_FAILED, explanation));
  }

  /** The answer to a call that is refused before an endpoint sees it. */
  public Outcome refuse(Request request, Refusal refusal) {
    return Outcome.refused(Refusals.answer(request.endpoint(), refusal, dialect), refusal);
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

  private Outcome route(Request request, Dialect now, Issuer issuer) {
    if (request.unreadable() != null) {
      throw request.unreadable();
    }
    return switch (request.endpoint()) {
      case SESSIONS -> sessions.answer(request, issuer);
      case REFRESH -> refresh.answer(request, now, issuer);
      case RESOURCE, ANY -> resource.answer(request, now);
    };
  }
}
