package io.github.bigidtestkit.assertj;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.internal.assertj.ConcurrentCalls;
import io.github.bigidtestkit.internal.assertj.Counts;
import io.github.bigidtestkit.internal.assertj.Logins;
import io.github.bigidtestkit.internal.assertj.Renewals;
import java.time.Duration;

/** Assertions about how often and when clients get themselves tokens. */
abstract class AbstractRenewalAssert<SELF extends AbstractRenewalAssert<SELF>>
    extends AbstractHistoryAssert<SELF> {

  AbstractRenewalAssert(FakeBigId actual, Class<?> selfType) {
    super(actual, selfType);
  }

  /**
   * Exactly so many logins gave a session token. Logins that were refused, or that a fault answered
   * instead, do not count; the message names them.
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
    return keepsTo(Counts.logins(times));
  }

  /**
   * Exactly so many refresh calls gave a system token. Calls that were refused, or that a fault
   * answered instead, do not count; the message names them.
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
    return keepsTo(Counts.refreshes(times));
  }

  /**
   * Exactly one refresh call gave a system token; the same as {@code refreshedTimes(1)}.
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
   * No two refresh calls of one user were under way at the same time, in real time. Calls of
   * several users may overlap.
   *
   * <pre>{@code
   * inParallel(8, client::list);
   * assertThat(bigId).refreshedAtMostOnceAtATime(); // passes if threads wait for one refresh
   *                                                 // fails if each sends its own
   * }</pre>
   */
  public SELF refreshedAtMostOnceAtATime() {
    return keepsTo(ConcurrentCalls.oneRefresh());
  }

  /**
   * No two logins of one user were under way at the same time, in real time. Logins of several
   * users may overlap.
   *
   * <pre>{@code
   * inParallel(8, client::list);
   * assertThat(bigId).loggedInAtMostOnceAtATime(); // passes if threads wait for one login
   *                                                // fails if each sends its own
   * }</pre>
   */
  public SELF loggedInAtMostOnceAtATime() {
    return keepsTo(ConcurrentCalls.oneLogin());
  }

  /**
   * Nobody logged in whose session token was still good: one that an earlier login had given, that
   * had not expired by the sandbox clock, and that had not been refused. What came with a fault is
   * left out, as the client may not have been able to read it.
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
    return keepsTo(Logins.notAgain());
  }

  /**
   * System tokens were renewed, and each before the user's previous one had expired by the sandbox
   * clock. Fails if none was renewed. A refresh that gave no token is no renewal; a previous token
   * that came with a fault does not count, as the client may not have been able to read it.
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
   * System tokens were renewed, and each within that time before the user's previous one expired:
   * neither later nor earlier. Earlier is allowed where the previous token had been refused.
   * Otherwise as {@link #renewedBeforeExpiry()}.
   *
   * <pre>{@code
   * client.list();
   * bigId.clock().advance(Duration.ofMinutes(59)); // of an hour
   * client.list();
   * assertThat(bigId).renewedBeforeExpiry(Duration.ofMinutes(5)); // passes
   * assertThat(bigId).renewedBeforeExpiry(Duration.ofSeconds(5)); // fails
   * }</pre>
   *
   * @throws IllegalArgumentException if the margin is not positive
   */
  public SELF renewedBeforeExpiry(Duration margin) {
    return keepsTo(Renewals.beforeExpiry(margin));
  }
}
