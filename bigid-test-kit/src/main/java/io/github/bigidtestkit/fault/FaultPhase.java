package io.github.bigidtestkit.fault;

/** When, on a call's way through the server, a fault applies. At most one applies in each phase. */
public enum FaultPhase {
  /** The client has begun a TLS handshake. Nobody knows who connects, and what for. */
  HANDSHAKE,

  /** The head of the request was read, the body was not. Nobody knows who is calling. */
  BEFORE_BODY,

  /** The request was read; nothing was done for it. */
  AFTER_BODY,

  /** The call is granted and its answer will have a token in it. */
  TOKEN_ISSUED
}
