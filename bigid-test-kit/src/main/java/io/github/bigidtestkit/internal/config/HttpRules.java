package io.github.bigidtestkit.internal.config;

/** What the values of an answer must comply with. */
public final class HttpRules {

  private HttpRules() {}

  /** Checks a status. */
  public static void requireStatus(int status) {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException(
          "status [%s] is not one that a server ends a call with. Give one from 200 to 599."
              .formatted(status));
    }
  }

  /** Checks a header. */
  public static void requireHeader(String name, String value) {
    if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+") || !value.matches("[\\x20-\\x7e\\t]*")) {
      throw new IllegalArgumentException(
          "header [%s] with the value [%s] can't be sent. Names are words, values printable ASCII."
              .formatted(name, value));
    }
  }
}
