package io.github.bigidtestkit;

import io.github.bigidtestkit.fault.Target;

/** The endpoints of the sandbox. */
public enum Endpoint implements Target {
  /** {@code POST /api/v1/sessions}: username and password for a session token. */
  SESSIONS,

  /** {@code POST /api/v1/refresh-access-token}: a user token for a system token. */
  REFRESH,

  /** Everything else: calls that are made with a session or system token. */
  RESOURCE,

  /** All of them, to aim faults at. No exchange is of this endpoint. */
  ANY;

  @Override
  public boolean isAny() {
    return this == ANY;
  }

  @Override
  public boolean covers(Target endpoint) {
    return isAny() || this == endpoint;
  }
}
