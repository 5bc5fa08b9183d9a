package io.github.bigidtestkit.server;

import io.github.bigidtestkit.journal.Rejection.Reason;
import java.util.function.Supplier;

/** Sends a call to its endpoint, and turns what the endpoint refuses into an answer. */
final class Router {

  private final Supplier<Dialect> dialect;
  private final SessionsEndpoint sessions;
  private final RefreshEndpoint refresh;
  private final ResourceEndpoint resource;

  Router(
      Supplier<Dialect> dialect,
      SessionsEndpoint sessions,
      RefreshEndpoint refresh,
      ResourceEndpoint resource) {
    this.dialect = dialect;
    this.sessions = sessions;
    this.refresh = refresh;
    this.resource = resource;
  }

  Outcome answer(Request request) {
    Dialect now = dialect.get();
    try {
      return route(request, now);
    } catch (Refusal refusal) {
      return Outcome.refused(Refusals.answer(request.endpoint(), refusal, now), refusal);
    } catch (RuntimeException defect) {
      Refusal refusal = Refusal.of(Reason.SANDBOX_FAILED, "The sandbox itself failed: " + defect);
      return Outcome.refused(Refusals.answer(request.endpoint(), refusal, now), refusal);
    }
  }

  private Outcome route(Request request, Dialect now) {
    if (request.unreadable() != null) {
      throw request.unreadable();
    }
    return switch (request.endpoint()) {
      case SESSIONS -> sessions.answer(request);
      case REFRESH -> refresh.answer(request, now);
      case RESOURCE -> resource.answer(request, now);
    };
  }
}
