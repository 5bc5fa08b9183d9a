package io.github.bigidtestkit.token;

/**
 * The three tokens of BigID's authentication API.
 *
 * <p>The value of the {@code type} claim was observed, not specified: real tokens say {@code
 * refresh-token} if they can only be exchanged and {@code access-token} if they authorize calls.
 */
public enum TokenKind {
  /**
   * Long-lived, made by an administrator, exchanged for a system token. Accepted at no other call.
   */
  USER("refresh-token", "user token"),

  /** Returned by a login with username and password ({@code auth_token} in the contract). */
  SESSION("access-token", "session token"),

  /**
   * Short-lived, returned by the exchange of a user token ({@code systemToken} in the contract).
   */
  SYSTEM("access-token", "system token");

  private final String typeClaim;
  private final String label;

  TokenKind(String typeClaim, String label) {
    this.typeClaim = typeClaim;
    this.label = label;
  }

  /** What the token says in its {@code type} claim. */
  public String typeClaim() {
    return typeClaim;
  }

  /** The kind in words, such as {@code system token}. */
  public String label() {
    return label;
  }
}
