package io.github.bigidtestkit.assertj;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.internal.assertj.Renewals;
import io.github.bigidtestkit.internal.assertj.Rule;
import io.github.bigidtestkit.internal.assertj.TokenRequests;
import java.time.Duration;
import org.assertj.core.api.AbstractAssert;

/** Assertions about how often and when clients request tokens. */
abstract class AbstractTokenRequestAssert<SELF extends AbstractTokenRequestAssert<SELF>>
    extends AbstractAssert<SELF, FakeBigId> {

  private boolean noCallsAllowed;

  AbstractTokenRequestAssert(FakeBigId actual, Class<?> selfType) {
    super(actual, selfType);
  }

  final SELF keepsTo(Rule rule) {
    isNotNull();
    String violation = rule.violation(actual.journal(), noCallsAllowed);
    if (violation != null) {
      throw failure("%s", violation);
    }
    return myself;
  }

  /**
   * Lets negative assertions after this pass if there was no call that they are about.
   *
   * <p>Without it they fail, since they would prove nothing.
   *
   * <pre>{@code
   * assertThat(bigId).allowingNoCalls().neverSentExpiredToken(); // passes without a call
   * assertThat(bigId).neverSentExpiredToken();                   // fails
   * }</pre>
   */
  public SELF allowingNoCalls() {
    noCallsAllowed = true;
    return myself;
  }

  /**
   * Exactly the given number of logins returned a session token.
   *
   * <p>Logins that were refused or answered by a fault do not count; the message lists them.
   *
   * <pre>{@code
   * client.login("alice", "s3cret");
   * assertThat(bigId).loggedInTimes(1); // passes
   * assertThat(bigId).loggedInTimes(2); // fails
   * }</pre>
   *
   * @throws IllegalArgumentException if the number is negative
   */
  public SELF loggedInTimes(int times) {
    return keepsTo(TokenRequests.logins(times));
  }

  /**
   * Exactly the given number of refresh calls returned a system token.
   *
   * <p>Calls that were refused or answered by a fault do not count; the message lists them.
   *
   * <pre>{@code
   * client.list();
   * bigId.clock().advance(Duration.ofHours(2));
   * client.list();
   * assertThat(bigId).refreshedTimes(2); // passes
   * assertThat(bigId).refreshedTimes(1); // fails
   * }</pre>
   *
   * @throws IllegalArgumentException if the number is negative
   */
  public SELF refreshedTimes(int times) {
    return keepsTo(TokenRequests.refreshes(times));
  }

  /**
   * Exactly one refresh call returned a system token; the same as {@code refreshedTimes(1)}.
   *
   * <pre>{@code
   * client.list();
   * client.list();
   * assertThat(bigId).refreshedOnce(); // passes if the client keeps its system token
   *                                    // fails if it gets one for every call
   * }</pre>
   */
  public SELF refreshedOnce() {
    return refreshedTimes(1);
  }

  /**
   * No two refresh calls of one user overlapped in real time.
   *
   * <p>Calls of different users may overlap.
   *
   * <pre>{@code
   * inParallel(8, client::list);
   * assertThat(bigId).refreshedAtMostOnceAtATime(); // passes if threads wait for one refresh
   *                                                 // fails if each sends its own
   * }</pre>
   */
  public SELF refreshedAtMostOnceAtATime() {
    return keepsTo(TokenRequests.oneRefreshAtATime());
  }

  /**
   * No two logins of one user overlapped in real time.
   *
   * <p>Logins of different users may overlap.
   *
   * <pre>{@code
   * inParallel(8, client::list);
   * assertThat(bigId).loggedInAtMostOnceAtATime(); // passes if threads wait for one login
   *                                                // fails if each sends its own
   * }</pre>
   */
  public SELF loggedInAtMostOnceAtATime() {
    return keepsTo(TokenRequests.oneLoginAtATime());
  }

  /**
   * No user logged in again while a session token was still valid.
   *
   * <p>A token counts if an earlier login returned it, it had not expired by the sandbox clock and
   * it had not been refused. Tokens that came with a fault are ignored, as the client may not have
   * been able to read them.
   *
   * <pre>{@code
   * client.list();
   * bigId.clock().advance(Duration.ofHours(25));
   * client.list();
   * assertThat(bigId).neverSentCredentialsAgain(); // passes if the client logs in twice
   *                                                // fails if it logs in for every call
   * }</pre>
   */
  public SELF neverSentCredentialsAgain() {
    return keepsTo(Renewals.noNeedlessLogin());
  }

  /**
   * System tokens were renewed, each before the user's previous one expired.
   *
   * <p>Expiry is judged by the sandbox clock. Fails if no token was renewed. A refresh that
   * returned no token is not a renewal; a previous token that came with a fault does not count, as
   * the client may not have been able to read it.
   *
   * <pre>{@code
   * client.list();
   * bigId.clock().advance(Duration.ofMinutes(59)); // of an hour
   * client.list();
   * assertThat(bigId).renewedBeforeExpiry(); // passes if the client renews ahead of time
   *                                          // fails if it waits for a refusal
   * }</pre>
   */
  public SELF renewedBeforeExpiry() {
    return keepsTo(Renewals.beforeExpiry());
  }

  /**
   * System tokens were renewed, each only in the last stretch before the user's previous one
   * expired.
   *
   * <p>Neither later nor earlier; earlier is allowed if the previous token had been refused.
   * Otherwise like {@link #renewedBeforeExpiry()}.
   *
   * <pre>{@code
   * client.list();
   * bigId.clock().advance(Duration.ofMinutes(59)); // of an hour
   * client.list();
   * assertThat(bigId).renewedOnlyInTheLast(Duration.ofMinutes(5)); // passes
   * assertThat(bigId).renewedOnlyInTheLast(Duration.ofSeconds(5)); // fails: a minute is too early
   * }</pre>
   *
   * @param stretch the longest time before the expiry
   * @throws IllegalArgumentException if the stretch is not positive
   */
  public SELF renewedOnlyInTheLast(Duration stretch) {
    return keepsTo(Renewals.onlyInTheLast(stretch));
  }
}
