package io.github.bigidtestkit.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.testing.Http;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.AbstractSoftAssertions;
import org.assertj.core.api.AssertionErrorCollector;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The assertions in soft form: all failures are reported, in order. */
class SoftAssertionsTests {

  static class OurSoftAssertions extends AbstractSoftAssertions
      implements BigIdSoftAssertionsProvider {}

  private final FakeBigId bigId = FakeBigId.start();

  @AfterEach
  void stop() {
    bigId.close();
  }

  private static List<String> firstLines(AssertionErrorCollector softly) {
    return softly.assertionErrorsCollected().stream()
        .map(error -> error.getMessage().lines().findFirst().orElseThrow())
        .toList();
  }

  @Test
  void failures_of_every_layer_and_kind_are_collected_in_one_chain() {
    Http.login(bigId, "bigid", "learner");
    BigIdSoftAssertions softly = new BigIdSoftAssertions();
    softly
        .assertThat(bigId)
        .as("the client")
        .loggedInTimes(2)
        .sentRawTokens()
        .neverSentExpiredToken()
        .allowingNoCalls()
        .neverSentKnownExpiredToken()
        .backedOffAtLeast(Duration.ofSeconds(1));
    softly.assertThat(bigId.journal().last().orElseThrow()).hasStatus(401).hasUser("bob");
    softly.assertThatToken(bigId.tokens().userToken("bigid")).isForUser("bob").isSignedBy(bigId);
    softly.assertThat("a").isEqualTo("a");
    assertThat(firstLines(softly))
        .containsExactly(
            "[the client] Expected exactly 2 logins, but there was 1: #1.",
            "[the client] Expected tokens to be sent raw, but none was sent.",
            "[the client] Expected no expired token to be sent, but no call showed a token, so this proves nothing. Let the client make such a call, or say allowingNoCalls() before this.",
            "[the client] Expected a pause of at least 1s after a failed call, but no call failed.",
            "Expected status 401 at #1, but there was status 200.",
            "Expected a call of user [bob] at #1, but it is of user [bigid].",
            "Expected a token for user [bob], but it is for user [bigid].");
  }

  @Test
  void assert_softly_reports_all_failures_together() {
    AssertionError failure =
        catchThrowableOfType(
            AssertionError.class,
            () ->
                BigIdSoftAssertions.assertSoftly(
                    softly -> softly.assertThat(bigId).loggedInTimes(1).refreshedOnce()));
    assertThat(failure)
        .hasMessageContaining("Expected exactly 1 login, but there was none.")
        .hasMessageContaining("Expected exactly 1 refresh, but there was none.");
  }

  @Test
  void nothing_is_thrown_where_all_hold() {
    BigIdSoftAssertions.assertSoftly(
        softly -> softly.assertThat(bigId).loggedInTimes(0).refreshedTimes(0));
    assertThatThrownBy(
            () ->
                BigIdSoftAssertions.assertSoftly(
                    softly -> softly.assertThat(bigId).loggedInTimes(0).refreshedTimes(1)))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void the_provider_can_be_combined_with_others() {
    OurSoftAssertions softly = new OurSoftAssertions();
    softly.assertThat(bigId).loggedInTimes(1).refreshedOnce();
    assertThat(firstLines(softly))
        .containsExactly(
            "Expected exactly 1 login, but there was none.",
            "Expected exactly 1 refresh, but there was none.");
  }

  @Test
  void assertj_s_own_soft_assertions_take_them_too() {
    SoftAssertions softly = new SoftAssertions();
    softly.check(() -> BigIdAssertions.assertThat(bigId).loggedInTimes(1));
    softly.proxy(FakeBigIdAssert.class, FakeBigId.class, bigId).refreshedOnce().sentRawTokens();
    assertThat(firstLines(softly)).hasSize(3);
  }
}
