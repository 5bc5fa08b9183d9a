package io.github.bigidtestkit;

/** In which form a client sends username and password. */
public enum LoginFormat {
  /** A JSON object (contract). */
  JSON("application/json"),

  /** The fields of a form (clients). */
  FORM("application/x-www-form-urlencoded");

  private final String contentType;

  LoginFormat(String contentType) {
    this.contentType = contentType;
  }

  /** The content type that announces this form. */
  public String contentType() {
    return contentType;
  }
}
