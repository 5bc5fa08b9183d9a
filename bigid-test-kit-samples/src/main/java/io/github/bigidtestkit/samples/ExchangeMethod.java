package io.github.bigidtestkit.samples;

/** The HTTP method by which a user token is exchanged for a system token. */
public enum ExchangeMethod {
  /** As deployments of today want it (connector). */
  GET,
  /** As BigID's contract says. Deployments of today do not know it (connector). */
  POST
}
