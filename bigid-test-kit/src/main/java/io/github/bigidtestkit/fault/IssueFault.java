package io.github.bigidtestkit.fault;

import io.github.bigidtestkit.Endpoint;
import java.time.Duration;

/**
 * A true answer with a bad token in it. It applies where a token is issued, that is at logins and
 * exchanges that are granted.
 *
 * @param kind what is wrong with the token
 * @param skew how far the issuing clock is ahead, for {@link Kind#SKEWED}
 */
public record IssueFault(Kind kind, Duration skew) implements Fault {

  /** What is wrong with a token that is issued. */
  public enum Kind {
    /** Expired an hour ago. */
    EXPIRED("an expired token"),
    /** Expires within a second or two. */
    EXPIRING("a token that expires within two seconds"),
    /** Its signature is damaged. */
    WRONG_SIGNATURE("a token with a wrong signature"),
    /** Not a JWT at all. */
    NOT_A_JWT("a token that is not a JWT"),
    /** No {@code exp} claim. */
    WITHOUT_EXPIRY("a token without exp"),
    /** A user token where a session or system token is due. */
    WRONG_TYPE("a token of the wrong type"),
    /** A sound token of another user. */
    OTHER_USER("a token of another user"),
    /** {@code iat} and {@code exp} shifted, as by an issuer whose clock is off. */
    SKEWED("a token from a skewed clock");

    private final String label;

    Kind(String label) {
      this.label = label;
    }
  }

  static IssueFault of(Kind kind) {
    return new IssueFault(kind, kind == Kind.SKEWED ? Duration.ofMinutes(5) : Duration.ZERO);
  }

  static IssueFault skewed(Duration skew) {
    return new IssueFault(Kind.SKEWED, skew);
  }

  @Override
  public boolean concerns(Endpoint endpoint) {
    return endpoint != Endpoint.RESOURCE;
  }

  @Override
  public FaultPhase phase() {
    return FaultPhase.TOKEN_ISSUED;
  }

  @Override
  public String label() {
    return "issues " + kind.label + (kind == Kind.SKEWED ? " (" + skew + ")" : "");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.issue(this);
  }
}
