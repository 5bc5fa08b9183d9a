package io.github.bigidtestkit.assertj;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.internal.assertj.Requests;
import io.github.bigidtestkit.internal.assertj.Retries;
import java.time.Duration;

/**
 * Assertions about all calls that came to a sandbox since its journal was empty.
 *
 * <p>What is negative ({@code never…}, {@code …NoSecret…}, {@code …AtMostOnce…}) holds if no call
 * came at all; what is positive fails if nothing happened that could prove it. All fail if the
 * journal has dropped calls. A message ends with the calls that matter and their neighbours.
 */
public class FakeBigIdAssert extends AbstractTokenUseAssert<FakeBigIdAssert> {

  /** Assertions about that sandbox. */
  public FakeBigIdAssert(FakeBigId actual) {
    super(actual, FakeBigIdAssert.class);
  }

  /**
   * Between each failed call and the next of its user to the same endpoint there was at least that
   * pause, by the sandbox clock, from when the one came to when the other did. Failed is what a
   * fault struck, and what was answered by 429, 5xx or not at all. Calls that came before the
   * failure was answered are left out. Fails if no call failed.
   *
   * <pre>{@code
   * bigId.faults().inject(Fault.status(503)).times(1).start();
   * client.list();
   * assertThat(bigId).backedOffAtLeast(Duration.ofSeconds(1)); // passes if the client waits a
   *                                                            // second, fails if it does not
   * }</pre>
   *
   * @throws IllegalArgumentException if the pause is not positive
   */
  public FakeBigIdAssert backedOffAtLeast(Duration pause) {
    return keepsTo(Retries.backOff(pause));
  }

  /**
   * After an answer with {@code Retry-After}, no call of its user came to the same endpoint before
   * that time, by the sandbox clock. Fails if no answer had one.
   *
   * <pre>{@code
   * bigId.faults().inject(Fault.status(429).withRetryAfter(Duration.ofSeconds(30))).times(1).start();
   * client.list();
   * assertThat(bigId).respectedRetryAfter(); // passes if the client comes again after 30 seconds
   *                                          // fails if it comes earlier
   * }</pre>
   */
  public FakeBigIdAssert respectedRetryAfter() {
    return keepsTo(Retries.retryAfter());
  }

  /**
   * The last calls to an endpoint failed, exactly so many in a row, and no more came. Failed is
   * what was refused, what a fault struck, and what was answered by 429, 5xx or not at all.
   *
   * <pre>{@code
   * bigId.faults().inject(Fault.status(503)).on(Endpoint.REFRESH).start();
   * assertThatThrownBy(client::list);
   * assertThat(bigId).gaveUpAfter(Endpoint.REFRESH, 3); // passes if the client tries three times
   *                                                     // fails if it tries four times
   * }</pre>
   *
   * @throws IllegalArgumentException if the number is not positive
   */
  public FakeBigIdAssert gaveUpAfter(Endpoint endpoint, int attempts) {
    return keepsTo(Retries.gaveUp(endpoint, attempts));
  }

  /**
   * No password and no token was in a path or query string, where proxies and logs keep them.
   *
   * <pre>{@code
   * GET /api/v1/ds-connections?limit=1       // passes
   * GET /api/v1/ds-connections?token=eyJ…    // fails
   * assertThat(bigId).sentNoSecretInUrl();
   * }</pre>
   */
  public FakeBigIdAssert sentNoSecretInUrl() {
    return keepsTo(Requests.noSecretInUrl());
  }

  /**
   * No request was refused for what it asked for or for its form: a path outside of the API or
   * without a resource, a wrong method, content type or scheme, a body that is too large, not JSON
   * or without a field, more than one {@code Authorization} header. Bad credentials and tokens and
   * missing permissions are not meant.
   *
   * <pre>{@code
   * GET /api/v1/ds-connections    // passes if it is registered
   * GET /api/ds-connections       // fails
   * assertThat(bigId).receivedNoUnexpectedRequest();
   * }</pre>
   */
  public FakeBigIdAssert receivedNoUnexpectedRequest() {
    return keepsTo(Requests.nothingUnexpected());
  }
}
