package io.github.bigidtestkit;

/** How a client sends its token. */
public enum TokenScheme {
  /** {@code Authorization: Bearer <token>} (contract). */
  BEARER("Bearer"),

  /** {@code Authorization: <token>} (portal, connector, most clients). */
  RAW("the raw token"),

  /** {@code x-access-token: <token>} (clients). */
  X_ACCESS_TOKEN("x-access-token");

  private final String label;

  TokenScheme(String label) {
    this.label = label;
  }

  /** The scheme in words, such as {@code the raw token}. */
  public String label() {
    return label;
  }
}
