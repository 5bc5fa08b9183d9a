package io.github.bigidtestkit.internal.endpoint;

import io.github.bigidtestkit.DialectRules;
import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.RefusalKind;
import io.github.bigidtestkit.fault.Call;
import io.github.bigidtestkit.internal.fault.FailedPredicateException;
import io.github.bigidtestkit.internal.journal.Refusal;
import io.github.bigidtestkit.journal.PresentedToken;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.token.TokenClaims;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sends a call to its endpoint, and turns what the endpoint refuses into an answer. */
public final class Router {

  private volatile DialectRules rules;
  private final Consumer<RuntimeException> failures;
  private final Authentication authentication;
  private final SessionsEndpoint sessions;
  private final RefreshEndpoint refresh;
  private final ResourceEndpoint resource;

  public Router(
      DialectRules rules,
      Consumer<RuntimeException> failures,
      Authentication authentication,
      SessionsEndpoint sessions,
      RefreshEndpoint refresh,
      ResourceEndpoint resource) {
    this.rules = rules;
    this.failures = failures;
    this.authentication = authentication;
    this.sessions = sessions;
    this.refresh = refresh;
    this.resource = resource;
  }

  /** The dialect in which calls that come now are answered. */
  public DialectRules rules() {
    return rules;
  }

  /** Continues with another dialect; calls under way keep theirs. */
  void setDialect(DialectRules other) {
    rules = other;
  }

  /** The answer of the endpoint, with a token from that issuer if one is granted. */
  public Response answer(Request request, Issuer issuer) {
    try {
      return route(request, issuer);
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

  /** The one place that turns a refusal into an answer: as the dialect says. */
  public Response refuse(Request request, Refusal refusal) {
    Reason reason = refusal.rejection().reason();
    DialectRules.Answer answer =
        request.rules().refusal(RefusalKind.of(request.endpoint(), reason));
    Response response = Response.refused(request, answer, refusal.rejection().explanation());
    return refusal.allowedMethods().isEmpty() || answer.status() != 405
        ? response.of(refusal)
        : response.with("Allow", String.join(", ", refusal.allowedMethods())).of(refusal);
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

  /** The text of the token that a call shows, or null if it shows none. */
  public @Nullable String tokenIn(Request request) {
    return request.endpoint() == Endpoint.SESSIONS ? null : authentication.tokenIn(request);
  }

  private Response route(Request request, Issuer issuer) {
    if (request.unreadable() != null) {
      throw request.unreadable();
    }
    return switch (request.endpoint()) {
      case SESSIONS -> sessions.answer(request, issuer);
      case REFRESH -> refresh.answer(request, issuer);
      case RESOURCE, ANY -> resource.answer(request);
    };
  }
}
