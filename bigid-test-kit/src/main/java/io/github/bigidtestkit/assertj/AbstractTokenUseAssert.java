package io.github.bigidtestkit.assertj;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.internal.assertj.ExpiredTokens;
import io.github.bigidtestkit.internal.assertj.NewestTokens;
import io.github.bigidtestkit.internal.assertj.RejectedTokens;
import io.github.bigidtestkit.internal.assertj.Requests;

/** Assertions about the tokens that clients show. */
abstract class AbstractTokenUseAssert<SELF extends AbstractTokenUseAssert<SELF>>
    extends AbstractRenewalAssert<SELF> {

  AbstractTokenUseAssert(FakeBigId actual, Class<?> selfType) {
    super(actual, selfType);
  }

  /**
   * Whoever showed an expired token was refused. Expired is what had reached its {@code exp} by the
   * sandbox clock when the call came.
   *
   * <pre>{@code
   * client.list();
   * bigId.clock().advance(Duration.ofHours(2));
   * client.list();
   * assertThat(bigId).neverAcceptedExpiredToken(); // passes
   * // fails if the clock was set back while a call waited, so that it was served all the same
   * }</pre>
   */
  public SELF neverAcceptedExpiredToken() {
    return keepsTo(ExpiredTokens.neverAccepted());
  }

  /**
   * No call showed an expired token, whether the client could know it or not. Expired is what had
   * reached its {@code exp} by the sandbox clock when the call came.
   *
   * <pre>{@code
   * client.list();
   * bigId.clock().advance(Duration.ofHours(2));
   * client.list();
   * assertThat(bigId).neverSentExpiredToken(); // passes if the client looks at exp
   *                                            // fails if it waits for a refusal
   * }</pre>
   */
  public SELF neverSentExpiredToken() {
    return keepsTo(ExpiredTokens.neverSent());
  }

  /**
   * No call showed an expired token of which the client could know that it had expired. It could if
   * {@code exp} had passed before it made the call, or if an earlier call with that very token had
   * been answered by a refusal. When a call was made is not seen; what expired less than a second
   * before the call came counts as expired on its way.
   *
   * <pre>{@code
   * client.list();
   * bigId.clock().advance(untilExpiry); // the token expires as the call is on its way
   * client.list();
   * assertThat(bigId).neverSentKnownExpiredToken(); // passes if the client renews it when refused
   *                                                 // fails if the client tries again with it
   * }</pre>
   */
  public SELF neverSentKnownExpiredToken() {
    return keepsTo(ExpiredTokens.neverSentKnowingly());
  }

  /**
   * No token was shown again after it had been refused, for whatever flaw of the token. Calls that
   * came before the refusal was answered do not count, nor does a token of the wrong kind that is
   * shown to another endpoint.
   *
   * <pre>{@code
   * bigId.revokeAllTokens();
   * client.list();
   * assertThat(bigId).neverReusedRejectedToken(); // passes if the client gets another token
   *                                               // fails if it tries again with the same
   * }</pre>
   */
  public SELF neverReusedRejectedToken() {
    return keepsTo(RejectedTokens.neverReused());
  }

  /**
   * Each resource call showed the newest session or system token that its user had been given
   * before. Tokens that a test made itself, and calls with them, are left out; so are tokens that
   * came with a fault, as the client may not have been able to read them. Fails if no resource call
   * showed a token that the sandbox had issued to a client.
   *
   * <pre>{@code
   * client.renew();
   * client.list();
   * assertThat(bigId).usedNewestToken(); // passes if the client shows the new token
   *                                      // fails if it goes on with the old one
   * }</pre>
   */
  public SELF usedNewestToken() {
    return keepsTo(NewestTokens.used());
  }

  /**
   * All tokens came after {@code Bearer}, as the contract says. Fails if none was sent. What a
   * fault answered instead of the sandbox is left out.
   *
   * <pre>{@code
   * request.header("Authorization", "Bearer " + token); // passes
   * request.header("Authorization", token);             // fails
   * assertThat(bigId).sentBearerTokens();
   * }</pre>
   */
  public SELF sentBearerTokens() {
    return keepsTo(Requests.bearer());
  }

  /**
   * All tokens came without {@code Bearer}, as real clients were seen to send them (observed).
   * Fails if none was sent. What a fault answered instead of the sandbox is left out.
   *
   * <pre>{@code
   * request.header("Authorization", token);             // passes
   * request.header("Authorization", "Bearer " + token); // fails
   * assertThat(bigId).sentRawTokens();
   * }</pre>
   */
  public SELF sentRawTokens() {
    return keepsTo(Requests.raw());
  }
}
