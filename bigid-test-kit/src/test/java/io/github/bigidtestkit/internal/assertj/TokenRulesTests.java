package io.github.bigidtestkit.internal.assertj;

import static io.github.bigidtestkit.internal.assertj.CallOf.login;
import static io.github.bigidtestkit.internal.assertj.CallOf.refresh;
import static io.github.bigidtestkit.internal.assertj.CallOf.resource;
import static io.github.bigidtestkit.internal.assertj.CallOf.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.token.TokenKind;
import org.junit.jupiter.api.Test;

/** The rules about tokens that are shown, on values. */
class TokenRulesTests {

  private static CallOf expiredAt(long number, double seconds) {
    return resource(number).shows(TokenKind.SYSTEM, 1, 100).at(seconds);
  }

  @Test
  void an_expired_token_must_be_refused() {
    CallOf accepted = expiredAt(1, 105);
    assertThat(said(ShownTokens.expiredNeverAccepted(), accepted))
        .isEqualTo(
            "Expected no expired token to be accepted, but #1 showed a system token 5s after its expiry and was not refused.");
    assertThat(said(ShownTokens.expiredNeverAccepted(), accepted.refused(Reason.TOKEN_EXPIRED)))
        .isNull();
    assertThat(said(ShownTokens.expiredNeverAccepted(), expiredAt(1, 99), login(2))).isNull();
  }

  @Test
  void an_expired_token_is_not_to_be_sent() {
    assertThat(said(ShownTokens.expiredNeverSent(), expiredAt(1, 99.999))).isNull();
    assertThat(
            said(ShownTokens.expiredNeverSent(), expiredAt(1, 100).refused(Reason.TOKEN_EXPIRED)))
        .isEqualTo(
            "Expected no expired token to be sent, but #1 showed a system token at its expiry.");
  }

  @Test
  void a_token_may_expire_on_its_way() {
    CallOf first = expiredAt(1, 100.999).refused(Reason.TOKEN_EXPIRED);
    assertThat(said(ShownTokens.knownExpiredNeverSent(), first)).isNull();
    assertThat(said(ShownTokens.knownExpiredNeverSent(), first, expiredAt(2, 100.999)))
        .isEqualTo(
            "Expected no token to be sent that was known to have expired, but #2 showed a system token 0.999s after its expiry, although it had been refused at #1.");
    assertThat(
            said(
                ShownTokens.knownExpiredNeverSent(),
                first.underWay(1, 3),
                expiredAt(2, 100.999).underWay(2, 4)))
        .isNull();
    assertThat(said(ShownTokens.knownExpiredNeverSent(), expiredAt(1, 101)))
        .isEqualTo(
            "Expected no token to be sent that was known to have expired, but #1 showed a system token 1s after its expiry.");
  }

  @Test
  void a_refused_token_is_not_to_be_sent_again() {
    CallOf refused = resource(1).shows(TokenKind.SYSTEM, 1, 100).refused(Reason.TOKEN_REVOKED);
    CallOf again = resource(2).shows(TokenKind.SYSTEM, 1, 100);
    assertThat(said(ShownTokens.refusedNeverReused(), refused, again))
        .isEqualTo(
            "Expected no token to be sent again after it was refused, but #2 showed the system token that had been refused at #1.");
    assertThat(said(ShownTokens.refusedNeverReused(), refused, again.underWay(1.005, 2))).isNull();
    assertThat(
            said(
                ShownTokens.refusedNeverReused(),
                refused,
                resource(2).shows(TokenKind.SYSTEM, 2, 100)))
        .isNull();
  }

  @Test
  void an_unreadable_token_is_known_by_its_fingerprint() {
    CallOf refused = resource(1).showsUnreadable(7).refused(Reason.TOKEN_MALFORMED);
    assertThat(said(ShownTokens.refusedNeverReused(), refused, resource(2).showsUnreadable(7)))
        .endsWith("but #2 showed the token that had been refused at #1.");
  }

  @Test
  void a_missing_permission_says_nothing_against_the_token() {
    CallOf refused = resource(1).shows(TokenKind.SYSTEM, 1, 100).refused(Reason.PERMISSION_MISSING);
    CallOf again = resource(2).shows(TokenKind.SYSTEM, 1, 100);
    assertThat(said(ShownTokens.refusedNeverReused(), refused, again)).isNull();
  }

  @Test
  void a_token_of_the_wrong_kind_may_go_to_another_endpoint() {
    CallOf refused = resource(1).shows(TokenKind.USER, 1, 100).refused(Reason.TOKEN_WRONG_KIND);
    assertThat(said(ShownTokens.refusedNeverReused(), refused, refresh(2))).isNull();
    assertThat(
            said(
                ShownTokens.refusedNeverReused(),
                refused,
                resource(2).shows(TokenKind.USER, 1, 100)))
        .endsWith("but #2 showed the user token that had been refused at #1.");
  }

  @Test
  void the_newest_token_is_to_be_shown() {
    CallOf first = refresh(1).gets(TokenKind.SYSTEM, 2, 100);
    CallOf second = refresh(2).gets(TokenKind.SYSTEM, 3, 100);
    CallOf old = resource(3).shows(TokenKind.SYSTEM, 2, 100);
    CallOf recent = resource(3).shows(TokenKind.SYSTEM, 3, 100);
    assertThat(said(ShownTokens.newestUsed(), first, second, recent)).isNull();
    assertThat(said(ShownTokens.newestUsed(), first, second, old))
        .isEqualTo(
            "Expected the newest token of the user at each resource call, but #3 showed the system token of #1, although #2 had issued a newer one.");
    assertThat(said(ShownTokens.newestUsed(), first, second.underWay(2, 3.5), old)).isNull();
  }

  @Test
  void the_newest_token_is_the_user_s_own() {
    CallOf alice = refresh(1).gets(TokenKind.SYSTEM, 2, 100);
    CallOf bob = refresh(2).user("bob").gets(TokenKind.SYSTEM, 3, 100);
    assertThat(
            said(ShownTokens.newestUsed(), alice, bob, resource(3).shows(TokenKind.SYSTEM, 2, 100)))
        .isNull();
  }

  @Test
  void tokens_of_the_test_s_own_prove_nothing() {
    assertThat(said(ShownTokens.newestUsed(), resource(1).shows(TokenKind.SYSTEM, 9, 100)))
        .isEqualTo(
            "Expected the newest token of the user at each resource call, but none showed a token that this sandbox had issued to a client.");
  }

  @Test
  void tokens_come_as_bearer() {
    CallOf bearer = resource(1).shows(TokenKind.SYSTEM, 1, 100);
    CallOf raw = resource(2).shows(TokenKind.SYSTEM, 1, 100).raw();
    CallOf basic = resource(3).refused(Reason.WRONG_SCHEME);
    assertThat(said(Requests.bearer(), bearer, login(9))).isNull();
    assertThat(said(Requests.bearer(), bearer, raw, basic))
        .isEqualTo("Expected tokens to be sent as Bearer, but they were sent otherwise at #2, #3.");
    assertThat(said(Requests.bearer(), login(1)))
        .isEqualTo("Expected tokens to be sent as Bearer, but none was sent.");
  }

  @Test
  void tokens_come_raw() {
    CallOf bearer = resource(1).shows(TokenKind.SYSTEM, 1, 100);
    CallOf raw = resource(2).shows(TokenKind.SYSTEM, 1, 100).raw();
    assertThat(said(Requests.raw(), raw)).isNull();
    assertThat(said(Requests.raw(), bearer, raw))
        .isEqualTo("Expected tokens to be sent raw, but they were sent as Bearer at #1.");
    assertThat(said(Requests.raw()))
        .isEqualTo("Expected tokens to be sent raw, but none was sent.");
  }
}
