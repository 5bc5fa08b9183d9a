package io.github.bigidtestkit.server;

import io.github.bigidtestkit.fault.Target;

/** The endpoints of the sandbox. */
public enum Endpoint implements Target {
  /** {@code POST /api/v1/sessions}: username and password for a session token. */
  SESSIONS,

  /** {@code POST /api/v1/refresh-access-token}: a user token for a system token. */
  REFRESH,

  /** Everything else: calls that are made with a session or system token. */
  RESOURCE
}
