package io.github.bigidtestkit;

/** The endpoints of the sandbox. */
public enum Endpoint {
  /** {@code POST /api/v1/sessions}: username and password for a session token. */
  SESSIONS,

  /** {@code POST /api/v1/refresh-access-token}: a user token for a system token. */
  REFRESH,

  /** Everything else: calls that are made with a session or system token. */
  RESOURCE,

  /** All of them, for faults. No exchange is of this endpoint. */
  ANY;

  /** Whether this is the other endpoint, or any. */
  public boolean covers(Endpoint other) {
    return this == ANY || this == other;
  }
}
