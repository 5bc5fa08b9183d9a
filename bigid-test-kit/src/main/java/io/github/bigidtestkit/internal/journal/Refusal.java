package io.github.bigidtestkit.internal.journal;

import io.github.bigidtestkit.journal.PresentedToken;
import io.github.bigidtestkit.journal.Rejection;
import io.github.bigidtestkit.token.TokenClaims;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call that is not granted: carries the reason from where it is found to the journal and to the
 * one place that turns it into an answer.
 */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Rejection rejection;
  private final transient List<String> allowedMethods;
  private transient @Nullable String user;
  private transient @Nullable TokenClaims claims;
  private transient @Nullable PresentedToken token;

  private Refusal(Rejection rejection, List<String> allowedMethods) {
    super(rejection.explanation(), null, false, false);
    this.rejection = rejection;
    this.allowedMethods = allowedMethods;
  }

  public static Refusal of(Rejection.Reason reason, String explanation) {
    return of(new Rejection(reason, explanation));
  }

  public static Refusal of(Rejection rejection) {
    return new Refusal(rejection, List.of());
  }

  public static Refusal ofMethod(String method, List<String> allowed) {
    Rejection rejection =
        new Rejection(
            Rejection.Reason.METHOD_NOT_ALLOWED,
            "Method %s is not allowed here; allowed is %s"
                .formatted(method, String.join(", ", allowed)));
    return ofMethod(rejection, allowed);
  }

  public static Refusal ofMethod(Rejection rejection, List<String> allowed) {
    return new Refusal(rejection, allowed);
  }

  /** A token that is not accepted, with its claims as far as they can be read. */
  public static Refusal ofToken(
      Rejection.Reason reason, String explanation, @Nullable TokenClaims claims) {
    Refusal refusal = of(reason, explanation);
    refusal.claims = claims;
    return refusal;
  }

  /** Notes who was refused. */
  public Refusal to(String name) {
    user = name;
    return this;
  }

  /** Notes the token that was shown, and through it who was refused. */
  public Refusal to(PresentedToken shown) {
    token = shown;
    TokenClaims shownClaims = shown.claims();
    user = shownClaims == null ? null : shownClaims.user();
    return this;
  }

  /** The same with a hint for the journal. */
  public Refusal hinting(String hint) {
    Rejection hinted = new Rejection(rejection.reason(), rejection.explanation() + hint);
    Refusal other = new Refusal(hinted, allowedMethods);
    other.user = user;
    other.claims = claims;
    other.token = token;
    return other;
  }

  public Rejection rejection() {
    return rejection;
  }

  public List<String> allowedMethods() {
    return allowedMethods;
  }

  public @Nullable String user() {
    return user;
  }

  public @Nullable TokenClaims claims() {
    return claims;
  }

  public @Nullable PresentedToken token() {
    return token;
  }
}
