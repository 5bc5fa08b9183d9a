package io.github.bigidtestkit.internal.assertj;

import static io.github.bigidtestkit.internal.assertj.CallOf.login;
import static io.github.bigidtestkit.internal.assertj.CallOf.refresh;
import static io.github.bigidtestkit.internal.assertj.CallOf.resource;
import static io.github.bigidtestkit.internal.assertj.CallOf.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.token.TokenKind;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The rules about logins and refreshes, on values. */
class RenewalRulesTests {

  @Test
  void logins_are_counted() {
    CallOf granted = login(1).gets(TokenKind.SESSION, 1, 100);
    CallOf refused = login(2).refused(Reason.WRONG_PASSWORD);
    assertThat(said(TokenRequests.logins(1), granted, refused, refresh(3))).isNull();
    assertThat(said(TokenRequests.logins(0))).isNull();
    assertThat(said(TokenRequests.logins(1)))
        .isEqualTo("Expected exactly 1 login, but there was none.");
    assertThat(said(TokenRequests.logins(2), granted, refused))
        .isEqualTo(
            "Expected exactly 2 logins, but there was 1: #1. Not counted, as no token was issued: #2.");
  }

  @Test
  void refreshes_are_counted() {
    CallOf[] three = refreshes(3);
    assertThat(said(TokenRequests.refreshes(3), three)).isNull();
    assertThat(said(TokenRequests.refreshes(1), three))
        .isEqualTo("Expected exactly 1 refresh, but there were 3: #1, #2, #3.");
    assertThat(said(TokenRequests.refreshes(1), refreshes(12)))
        .isEqualTo(
            "Expected exactly 1 refresh, but there were 12: #1, #2, #3, #4, #5, #6, #7, #8, #9, #10 and 2 more.");
  }

  @Test
  void a_negative_count_is_refused() {
    assertThatThrownBy(() -> TokenRequests.refreshes(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Can't expect [-1] refreshes. Give zero or more.");
  }

  private static CallOf[] refreshes(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> refresh(i).gets(TokenKind.SYSTEM, i, 100))
        .toArray(CallOf[]::new);
  }

  @Test
  void refreshes_one_after_the_other_do_not_overlap() {
    assertThat(
            said(
                TokenRequests.oneRefreshAtATime(),
                refresh(1).underWay(0, 1),
                refresh(2).underWay(1, 2)))
        .isNull();
  }

  @Test
  void overlapping_refreshes_are_found_also_behind_a_short_one() {
    assertThat(
            said(
                TokenRequests.oneRefreshAtATime(),
                refresh(1).underWay(0, 9),
                refresh(2).underWay(1, 2),
                refresh(3).underWay(3, 4),
                refresh(4).underWay(9, 10)))
        .isEqualTo(
            "Expected at most one refresh of a user at a time, but refreshes of user [alice] overlapped: #1, #2, #3.");
  }

  @Test
  void calls_of_several_users_may_overlap() {
    CallOf alice = login(1).underWay(0, 5);
    CallOf bob = login(2).user("bob").underWay(1, 5);
    assertThat(said(TokenRequests.oneLoginAtATime(), alice, bob)).isNull();
    assertThat(
            said(TokenRequests.oneLoginAtATime(), alice, bob, login(3).user("bob").underWay(4, 6)))
        .isEqualTo(
            "Expected at most one login of a user at a time, but logins of user [bob] overlapped: #2, #3.");
  }

  @Test
  void a_login_is_due_where_the_token_is_no_longer_good() {
    CallOf first = login(1).gets(TokenKind.SESSION, 1, 100);
    CallOf refused = resource(2).shows(TokenKind.SESSION, 1, 100).refused(Reason.TOKEN_REVOKED);
    assertThat(said(Renewals.noNeedlessLogin(), first, login(3).at(100))).isNull();
    assertThat(said(Renewals.noNeedlessLogin(), first, refused, login(3))).isNull();
    assertThat(said(Renewals.noNeedlessLogin(), first, login(3).user("bob"))).isNull();
    assertThat(said(Renewals.noNeedlessLogin(), first, login(3).underWay(1, 2))).isNull();
    assertThat(said(Renewals.noNeedlessLogin(), first.fault("reset"), login(3))).isNull();
  }

  @Test
  void a_login_is_not_due_while_the_token_is_good() {
    CallOf first = login(1).gets(TokenKind.SESSION, 1, 100);
    CallOf forbidden =
        resource(2).shows(TokenKind.SESSION, 1, 100).refused(Reason.PERMISSION_MISSING);
    assertThat(said(Renewals.noNeedlessLogin(), first, forbidden, login(3).at(99.9)))
        .isEqualTo(
            "Expected no login of a user who had a session token, but user [alice] logged in again at #3, although the session token of #1 was valid and had not been refused.");
  }

  @Test
  void a_renewal_comes_before_the_expiry() {
    CallOf first = refresh(1).gets(TokenKind.SYSTEM, 1, 100);
    CallOf second = refresh(2).gets(TokenKind.SYSTEM, 2, 200);
    String expected = "Expected system tokens to be renewed before they expired, but ";
    assertThat(said(Renewals.beforeExpiry(), first, second.at(99.999))).isNull();
    assertThat(said(Renewals.beforeExpiry(), first, second.at(100)))
        .isEqualTo(expected + "#2 of user [alice] came at the expiry of the token of #1.");
    assertThat(said(Renewals.beforeExpiry(), first, second.at(3_700.5)))
        .isEqualTo(
            expected + "#2 of user [alice] came 1h 0.5s after the expiry of the token of #1.");
    assertThat(said(Renewals.beforeExpiry(), first)).isEqualTo(expected + "none was renewed.");
  }

  @Test
  void users_renew_each_for_themselves() {
    CallOf alice = refresh(1).gets(TokenKind.SYSTEM, 1, 100);
    CallOf bob = refresh(2).user("bob").at(150).gets(TokenKind.SYSTEM, 2, 300);
    assertThat(said(Renewals.beforeExpiry(), alice, bob)).endsWith("but none was renewed.");
  }

  @Test
  void a_margin_forbids_a_renewal_that_is_too_early() {
    Rule rule = Renewals.onlyInTheLast(Duration.ofSeconds(10));
    CallOf first = refresh(1).gets(TokenKind.SYSTEM, 1, 100);
    CallOf second = refresh(3).gets(TokenKind.SYSTEM, 2, 200);
    CallOf refused = resource(2).shows(TokenKind.SYSTEM, 1, 100).refused(Reason.TOKEN_REVOKED);
    assertThat(said(rule, first, second.at(90))).isNull();
    assertThat(said(rule, first, second.at(89)))
        .isEqualTo(
            "Expected system tokens to be renewed in the last 10s before they expired, but #3 of user [alice] came 11s before the expiry of the token of #1.");
    assertThat(said(rule, first, refused, second.at(89))).isNull();
    assertThatThrownBy(() -> Renewals.onlyInTheLast(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The last [PT0S] before an expiry can't be. Give a positive duration, such as Duration.ofMinutes(1).");
  }

  @Test
  void more_than_three_findings_are_counted() {
    CallOf first = login(1).gets(TokenKind.SESSION, 1, 100);
    assertThat(
            said(
                Renewals.noNeedlessLogin(),
                first,
                login(2),
                login(3),
                login(4),
                login(5),
                login(6)))
        .endsWith("; and 2 more.")
        .contains("at #2, ", "; user [alice] logged in again at #4, ")
        .doesNotContain("#5");
  }
}
