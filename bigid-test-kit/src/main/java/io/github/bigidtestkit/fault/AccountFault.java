package io.github.bigidtestkit.fault;

import io.github.bigidtestkit.Endpoint;

/**
 * An account that can't be used for the moment; the user itself stays as it is. Logins are refused
 * whatever the password. Of tokens, only those of a disabled account are refused.
 *
 * @param kind what is the matter with it
 */
public record AccountFault(Kind kind) implements Fault {

  /** What is the matter with an account. */
  public enum Kind {
    /** Disabled: logins and tokens are refused. */
    DISABLED("account disabled"),
    /** Locked: logins are refused. */
    LOCKED("account locked"),
    /** The password has expired: logins are refused. */
    PASSWORD_EXPIRED("password expired");

    private final String label;

    Kind(String label) {
      this.label = label;
    }
  }

  @Override
  public boolean concerns(Endpoint endpoint) {
    return kind == Kind.DISABLED || endpoint == Endpoint.ANY || endpoint == Endpoint.SESSIONS;
  }

  @Override
  public String label() {
    return kind.label;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.account(this);
  }
}
