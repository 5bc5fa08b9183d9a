package io.github.bigidtestkit.internal.fault;

/** When, on a call's way through the server, a fault strikes. */
public enum FaultPhase {
  /** The client has begun a TLS handshake. Nobody knows who connects, and what for. */
  HANDSHAKE,

  /** The head of the request is there, the body is not read. Nobody knows who is calling. */
  BEFORE_REQUEST,

  /** The request was read; nothing was done for it. */
  AFTER_REQUEST,

  /** The call is granted and its answer will have a token in it. */
  TOKEN_ISSUED
}
