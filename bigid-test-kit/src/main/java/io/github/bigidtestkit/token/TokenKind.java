package io.github.bigidtestkit.token;

/**
 * The three tokens of BigID's authentication API.
 *
 * <p>The {@code type} claim of real tokens is {@code refresh-token} if they can only be exchanged
 * and {@code access-token} if they authorize calls (portal, and a client that branches on it); the
 * contract does not specify it.
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
