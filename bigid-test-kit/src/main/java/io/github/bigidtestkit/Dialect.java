package io.github.bigidtestkit;

/**
 * How strictly the sandbox keeps to BigID's contract. What the contract says and what real
 * deployments were seen to do differ; a test can have either.
 */
public enum Dialect {
  /**
   * The contract to the letter: {@code POST} only, tokens only as {@code Authorization: Bearer}.
   * Shows whether a client does what is documented.
   */
  SPECIFICATION,

  /**
   * Accepts what the contract says and what real clients were seen to send ({@code GET} on the
   * refresh endpoint, tokens without {@code Bearer}); answers as the contract says. The default.
   */
  LENIENT,

  /**
   * Accepts the same as {@link #LENIENT} and answers as recorded traffic did: the refresh endpoint
   * as {@code text/html}, and refused tokens with status 200 and {@code "success":false}. Shows
   * whether a client looks at more than the status. Evidence, not contract.
   */
  OBSERVED
}
