package io.github.bigidtestkit.internal.endpoint;

import io.github.bigidtestkit.journal.PresentedToken;
import io.github.bigidtestkit.journal.Rejection;
import io.github.bigidtestkit.token.TokenClaims;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call that is not granted. Endpoint logic throws it; {@link Refusals} alone turns it into an
 * answer.
 */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Rejection rejection;
  private final transient List<String> allowedMethods;
  private transient @Nullable String user;
  private transient @Nullable PresentedToken token;

  private Refusal(Rejection rejection, List<String> allowedMethods) {
    super(rejection.explanation(), null, false, false);
    this.rejection = rejection;
    this.allowedMethods = allowedMethods;
  }

  public static Refusal of(Rejection.Reason reason, String explanation) {
    return new Refusal(new Rejection(reason, explanation), List.of());
  }

  static Refusal ofMethod(String method, List<String> allowed) {
    Rejection rejection =
        new Rejection(
            Rejection.Reason.METHOD_NOT_ALLOWED,
            "Method %s is not allowed here; allowed is %s"
                .formatted(method, String.join(", ", allowed)));
    return new Refusal(rejection, allowed);
  }

  /** Notes who was refused. */
  Refusal to(String name) {
    user = name;
    return this;
  }

  /** Notes the token that was shown, and through it who was refused. */
  Refusal to(PresentedToken shown) {
    token = shown;
    TokenClaims claims = shown.claims();
    user = claims == null ? null : claims.user();
    return this;
  }

  /** The same with a hint for the journal. */
  Refusal hinting(String hint) {
    Rejection hinted = new Rejection(rejection.reason(), rejection.explanation() + hint);
    Refusal other = new Refusal(hinted, allowedMethods);
    other.user = user;
    other.token = token;
    return other;
  }

  public Rejection rejection() {
    return rejection;
  }

  List<String> allowedMethods() {
    return allowedMethods;
  }

  @Nullable String user() {
    return user;
  }

  @Nullable PresentedToken token() {
    return token;
  }
}
