package io.github.bigidtestkit.internal.endpoint;

import io.github.bigidtestkit.journal.PresentedToken;
import io.github.bigidtestkit.journal.Rejection;
import io.github.bigidtestkit.token.TokenClaims;
import org.jspecify.annotations.Nullable;

/** What became of a call: the answer, and what the journal has to know. */
public record Outcome(
    Response response,
    @Nullable String user,
    @Nullable PresentedToken token,
    @Nullable TokenClaims issued,
    @Nullable Rejection rejection) {

  /** A login that gave a token. */
  static Outcome loggedIn(Response response, String user, @Nullable TokenClaims issued) {
    return new Outcome(response, user, null, issued, null);
  }

  /** An exchange of a token for another. */
  static Outcome exchanged(Response response, Authenticated caller, @Nullable TokenClaims issued) {
    return new Outcome(response, caller.claims().user(), caller.shown(), issued, null);
  }

  /** An answer from behind the login. */
  static Outcome served(Response response, Authenticated caller) {
    return new Outcome(response, caller.claims().user(), caller.shown(), null, null);
  }

  /** What a fault answered instead of an endpoint. */
  public static Outcome injected(Response response, @Nullable String user) {
    return new Outcome(response, user, null, null, null);
  }

  /** No answer at all. */
  public static Outcome none(@Nullable String user) {
    return new Outcome(Response.NONE, user, null, null, null);
  }

  /** The same with a token that was shown but that no endpoint has seen. */
  public Outcome showing(@Nullable PresentedToken shown) {
    return new Outcome(response, user, shown, issued, rejection);
  }

  /** The same with another answer. */
  public Outcome with(Response other) {
    return new Outcome(other, user, token, issued, rejection);
  }

  static Outcome refused(Response response, Refusal refusal) {
    return new Outcome(response, refusal.user(), refusal.token(), null, refusal.rejection());
  }
}
