package io.github.bigidtestkit.internal.token;

/** Shortens secrets for messages. */
public final class Secrets {

  private Secrets() {}

  /**
   * The first characters of a secret and its length, such as {@code eyJhbG… (212 characters)};
   * never more than a quarter of it.
   */
  public static String shorten(String secret) {
    int shown = Math.min(6, secret.length() / 4);
    // Done for each call, where a format string would take the longest.
    return secret.substring(0, shown) + "… (" + secret.length() + " characters)";
  }
}
