package io.github.bigidtestkit.internal.dialect;

/** The fixed paths of BigID's API (contract). */
public final class Api {

  public static final String PREFIX = "/api/v1";
  public static final String SESSIONS = "/sessions";
  public static final String REFRESH = "/refresh-access-token";

  private Api() {}
}
