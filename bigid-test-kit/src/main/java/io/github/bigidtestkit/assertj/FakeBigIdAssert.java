package io.github.bigidtestkit.assertj;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.DialectRules;
import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.internal.assertj.Requests;
import io.github.bigidtestkit.internal.assertj.Retries;
import io.github.bigidtestkit.internal.assertj.ShownTokens;
import java.time.Duration;

/**
 * Assertions about all calls that a sandbox received since its journal was empty.
 *
 * <p>All fail if nothing happened that could prove them: those about tokens if no call showed one,
 * those about logins or refreshes if there was none, the others if no call came. {@link
 * #allowingNoCalls} lets negative ones ({@code never…}, {@code …No…}, {@code …AtMostOnce…}) pass
 * all the same. All fail if the journal has dropped calls. A message ends with the calls that
 * matter and their neighbours.
 */
public class FakeBigIdAssert extends AbstractTokenRequestAssert<FakeBigIdAssert> {

  /** Assertions about that sandbox. */
  public FakeBigIdAssert(FakeBigId actual) {
    super(actual, FakeBigIdAssert.class);
  }

  /**
   * Every call with an expired token was refused.
   *
   * <p>A token has expired if the sandbox clock had reached its {@code exp} when the call arrived.
   *
   * <pre>{@code
   * client.list();
   * bigId.clock().advance(Duration.ofHours(2));
   * client.list();
   * assertThat(bigId).neverAcceptedExpiredToken(); // passes
   * // fails if the clock was set back while a call waited, so that it was served all the same
   * }</pre>
   */
  public FakeBigIdAssert neverAcceptedExpiredToken() {
    return keepsTo(ShownTokens.expiredNeverAccepted());
  }

  /**
   * No call showed an expired token, whether the client could know it or not.
   *
   * <p>A token has expired if the sandbox clock had reached its {@code exp} when the call arrived.
   *
   * <pre>{@code
   * client.list();
   * bigId.clock().advance(Duration.ofHours(2));
   * client.list();
   * assertThat(bigId).neverSentExpiredToken(); // passes if the client looks at exp
   *                                            // fails if it waits for a refusal
   * }</pre>
   */
  public FakeBigIdAssert neverSentExpiredToken() {
    return keepsTo(ShownTokens.expiredNeverSent());
  }

  /**
   * No call showed a token that the client could know to have expired.
   *
   * <p>The client could know if {@code exp} had passed before it made the call, or if an earlier
   * call with the same token had been refused. The sandbox can't see when a call was made: a token
   * that expired less than a second before the call arrived counts as expired on the way.
   *
   * <pre>{@code
   * client.list();
   * bigId.clock().advance(untilExpiry); // the token expires as the call is on its way
   * client.list();
   * assertThat(bigId).neverSentKnownExpiredToken(); // passes if the client renews it when refused
   *                                                 // fails if the client tries again with it
   * }</pre>
   */
  public FakeBigIdAssert neverSentKnownExpiredToken() {
    return keepsTo(ShownTokens.knownExpiredNeverSent());
  }

  /**
   * No token was shown again after it had been refused for any flaw of the token.
   *
   * <p>Calls that arrived before the refusal was answered do not count, nor does a token of the
   * wrong kind that is shown to another endpoint.
   *
   * <pre>{@code
   * bigId.revokeAllTokens();
   * client.list();
   * assertThat(bigId).neverReusedRejectedToken(); // passes if the client gets another token
   *                                               // fails if it tries again with the same
   * }</pre>
   */
  public FakeBigIdAssert neverReusedRejectedToken() {
    return keepsTo(ShownTokens.refusedNeverReused());
  }

  /**
   * Each resource call showed the newest session or system token that its user had received.
   *
   * <p>Tokens that a test made itself, and calls with them, are ignored; so are tokens that came
   * with a fault, as the client may not have been able to read them. Fails if no resource call
   * showed a token that the sandbox had issued to a client.
   *
   * <pre>{@code
   * client.renew();
   * client.list();
   * assertThat(bigId).usedNewestToken(); // passes if the client shows the new token
   *                                      // fails if it goes on with the old one
   * }</pre>
   */
  public FakeBigIdAssert usedNewestToken() {
    return keepsTo(ShownTokens.newestUsed());
  }

  /**
   * All tokens were sent after {@code Bearer}, as the contract says.
   *
   * <p>Fails if none was sent. Calls that a fault answered before the token was read are ignored.
   *
   * <pre>{@code
   * request.header("Authorization", "Bearer " + token); // passes
   * request.header("Authorization", token);             // fails
   * assertThat(bigId).sentBearerTokens();
   * }</pre>
   */
  public FakeBigIdAssert sentBearerTokens() {
    return keepsTo(Requests.bearer());
  }

  /**
   * Each call would have been answered with the same status in another dialect.
   *
   * <p>Shows what a client relies on that other deployments refuse, without running the test again.
   * Bodies and content types are not compared; a {@code @DialectSweep} shows whether the client
   * copes with them. Fails if there was no call.
   *
   * <pre>{@code
   * get("/refresh-access-token", token);  // passes
   * post("/refresh-access-token", token); // fails: 404 in DEPLOYMENT
   * assertThat(bigId).wouldPassIn(Dialect.DEPLOYMENT);
   * }</pre>
   */
  public FakeBigIdAssert wouldPassIn(Dialect dialect) {
    return wouldPassIn(dialect.rules());
  }

  /** The same for an own dialect. */
  public FakeBigIdAssert wouldPassIn(DialectRules dialect) {
    return keepsTo(Requests.passIn(dialect));
  }

  /**
   * All tokens were sent without {@code Bearer}, as most clients send them (clients).
   *
   * <p>Fails if none was sent. Calls that a fault answered before the token was read are ignored.
   *
   * <pre>{@code
   * request.header("Authorization", token);             // passes
   * request.header("Authorization", "Bearer " + token); // fails
   * assertThat(bigId).sentRawTokens();
   * }</pre>
   */
  public FakeBigIdAssert sentRawTokens() {
    return keepsTo(Requests.raw());
  }

  /**
   * After each failed call, its user made the next call to the endpoint no sooner than the pause.
   *
   * <p>The pause is measured by the sandbox clock, from arrival to arrival. A call failed if a
   * fault struck it or if it was answered with 429, 5xx or not at all. Calls that arrived before
   * the failure was answered are ignored. Fails if no call failed.
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
   * After an answer with {@code Retry-After}, its user did not call the endpoint before that time.
   *
   * <p>The time is judged by the sandbox clock. Fails if no answer had a {@code Retry-After}.
   *
   * <pre>{@code
   * bigId.faults().inject(Fault.status(429).withRetryAfter(Duration.ofSeconds(30))).times(1).start();
   * client.list();
   * assertThat(bigId).respectedRetryAfter(); // passes if the client retries after 30 seconds
   *                                          // fails if it retries earlier
   * }</pre>
   */
  public FakeBigIdAssert respectedRetryAfter() {
    return keepsTo(Retries.retryAfter());
  }

  /**
   * The last calls to an endpoint failed, exactly the given number in a row.
   *
   * <p>A call failed if it was refused, if a fault struck it, or if it was answered with 429, 5xx
   * or not at all.
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
   * No password or token was in a path or query string, where proxies and logs keep it.
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
   * No request was refused for its target or its form.
   *
   * <p>That is: a path outside of the API or without a resource, a wrong method, content type or
   * scheme, a body that is too large, not JSON or without a field, more than one {@code
   * Authorization} header. Invalid credentials and tokens and missing permissions do not count.
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
