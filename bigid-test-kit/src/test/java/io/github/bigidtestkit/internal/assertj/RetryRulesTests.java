package io.github.bigidtestkit.internal.assertj;

import static io.github.bigidtestkit.internal.assertj.CallOf.login;
import static io.github.bigidtestkit.internal.assertj.CallOf.refresh;
import static io.github.bigidtestkit.internal.assertj.CallOf.resource;
import static io.github.bigidtestkit.internal.assertj.CallOf.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.journal.Rejection.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The rules about retries and about the form of requests, on values. */
class RetryRulesTests {

  private static final Rule TWO_SECONDS = Retries.backOff(Duration.ofSeconds(2));
  private static final String PAUSE = "Expected a pause of at least 2s after a failed call, but ";

  @Test
  void a_pause_is_expected_after_a_failure() {
    CallOf failed = refresh(1).at(0).status(503);
    assertThat(said(TWO_SECONDS, failed, refresh(2).at(2))).isNull();
    assertThat(said(TWO_SECONDS, failed, refresh(2).at(1.999)))
        .isEqualTo(PAUSE + "#2 came 1.999s after #1 (status 503).");
    assertThat(said(TWO_SECONDS, failed)).isNull();
  }

  @Test
  void every_kind_of_failure_is_named() {
    CallOf next = refresh(2).at(0);
    assertThat(said(TWO_SECONDS, refresh(1).at(0).status(0), next))
        .isEqualTo(PAUSE + "#2 came 0s after #1 (no answer).");
    assertThat(said(TWO_SECONDS, refresh(1).at(0).fault("connection reset"), next))
        .isEqualTo(PAUSE + "#2 came 0s after #1 (connection reset).");
    assertThat(said(TWO_SECONDS, refresh(1).at(0).status(429), next))
        .isEqualTo(PAUSE + "#2 came 0s after #1 (status 429).");
  }

  @Test
  void refusals_are_no_failures() {
    assertThat(said(TWO_SECONDS, refresh(1).at(0).refused(Reason.TOKEN_EXPIRED), refresh(2).at(0)))
        .isEqualTo(PAUSE + "no call failed.");
  }

  @Test
  void only_the_same_user_and_endpoint_must_wait() {
    CallOf failed = refresh(1).at(0).status(503);
    assertThat(said(TWO_SECONDS, failed, login(2).at(0))).isNull();
    assertThat(said(TWO_SECONDS, failed, refresh(2).user("bob").at(0))).isNull();
    assertThat(said(TWO_SECONDS, failed, refresh(2).user(null).at(0))).isNotNull();
  }

  @Test
  void calls_under_way_together_are_no_retries() {
    assertThat(
            said(
                TWO_SECONDS,
                refresh(1).at(0).status(503).underWay(0, 1),
                refresh(2).at(0).underWay(0.5, 1)))
        .isNull();
  }

  @Test
  void a_clock_that_was_set_back_is_told() {
    assertThat(said(TWO_SECONDS, refresh(1).at(60).status(503), refresh(2).at(0)))
        .isEqualTo(PAUSE + "#2 came with the clock set back by 1m after #1 (status 503).");
  }

  @Test
  void a_pause_must_be_positive() {
    assertThatThrownBy(() -> Retries.backOff(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A pause can't be [PT0S]. Give a positive one, such as Duration.ofSeconds(1).");
  }

  @Test
  void retry_after_is_a_time_before_which_none_may_come() {
    CallOf asked = refresh(1).at(0).status(429).retryAfter(30);
    String expected = "Expected no call before the time that Retry-After gave, but ";
    assertThat(said(Retries.retryAfter(), asked, login(2), refresh(3).at(30))).isNull();
    assertThat(said(Retries.retryAfter(), asked, refresh(2).at(29.5)))
        .isEqualTo(expected + "#2 came 0.5s before the time that #1 gave.");
    assertThat(said(Retries.retryAfter(), refresh(1)))
        .isEqualTo(expected + "no answer had a Retry-After.");
  }

  @Test
  void giving_up_is_a_run_of_failures_at_the_end() {
    Rule rule = Retries.gaveUp(Endpoint.REFRESH, 2);
    String expected = "Expected the client to give up on REFRESH after 2 failed calls, but ";
    CallOf good = refresh(1);
    CallOf bad = refresh(2).status(503);
    CallOf refused = refresh(3).refused(Reason.TOKEN_REVOKED);
    assertThat(said(rule, good, bad, refused, login(4))).isNull();
    assertThat(said(rule, good, bad, refused, refresh(4).status(0)))
        .isEqualTo(expected + "it did so after 3: #2, #3, #4.");
    assertThat(said(rule, bad, refused, refresh(4)))
        .isEqualTo(expected + "its last call succeeded: #4.");
    assertThat(said(rule, login(1))).isEqualTo(expected + "no call came to it.");
    assertThat(said(Retries.gaveUp(Endpoint.ANY, 1), good, resource(2).status(500))).isNull();
  }

  @Test
  void giving_up_takes_an_attempt() {
    assertThatThrownBy(() -> Retries.gaveUp(Endpoint.REFRESH, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A client can't give up after [0] attempts. Give at least one.");
  }

  @Test
  void no_secret_stands_in_a_url() {
    assertThat(said(Requests.noSecretInUrl(), login(1))).isNull();
    assertThat(said(Requests.noSecretInUrl(), login(1), login(2).secretInUrl()))
        .isEqualTo("Expected no password or token in a URL, but there was one at #2.");
  }

  @Test
  void no_request_is_unexpected() {
    CallOf expired = resource(1).refused(Reason.TOKEN_EXPIRED);
    assertThat(said(Requests.nothingUnexpected(), expired)).isNull();
    assertThat(
            said(
                Requests.nothingUnexpected(),
                expired,
                resource(2).refused(Reason.OUTSIDE_API),
                login(3).refused(Reason.MALFORMED_JSON)))
        .isEqualTo(
            "Expected no request that the sandbox does not know, but #2 was refused as OUTSIDE_API; #3 was refused as MALFORMED_JSON.");
  }
}
