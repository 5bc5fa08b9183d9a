package io.github.bigidtestkit.server;

/** The fixed paths of BigID's API (contract). */
final class Api {

  static final String PREFIX = "/api/v1";
  static final String SESSIONS = "/sessions";
  static final String REFRESH = "/refresh-access-token";

  private Api() {}
}
