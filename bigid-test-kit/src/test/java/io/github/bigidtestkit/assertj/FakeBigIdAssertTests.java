package io.github.bigidtestkit.assertj;

import static io.github.bigidtestkit.assertj.BigIdAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.testing.Http;
import io.github.bigidtestkit.token.TokenDefect;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The assertions on a real sandbox with a frozen clock. */
class FakeBigIdAssertTests {

  private final FakeBigId bigId =
      FakeBigId.start(SandboxConfig.builder().journalCapacity(12).build());

  @BeforeEach
  void freeze() {
    bigId.clock().freeze();
    bigId.clock().set(Instant.parse("2030-01-01T00:00:00Z"));
    bigId.resources().protect("GET", "/data", "permission.tasks.read_task_list", "{}");
  }

  @AfterEach
  void stop() {
    bigId.close();
  }

  private String refresh() {
    return Http.field(Http.refresh(bigId, bigId.tokens().userToken("bigid")), "systemToken");
  }

  @Test
  void a_good_client_passes_them_all() {
    Http.get(bigId, "/data", refresh());
    bigId.clock().advance(Duration.ofMinutes(59));
    bigId
        .faults()
        .inject(Fault.status(429).withRetryAfter(Duration.ofSeconds(30)))
        .times(1)
        .start();
    Http.refresh(bigId, bigId.tokens().userToken("bigid"));
    bigId.clock().advance(Duration.ofSeconds(30));
    Http.get(bigId, "/data", refresh());
    assertThat(bigId)
        .allowingNoCalls()
        .loggedInTimes(0)
        .refreshedTimes(2)
        .refreshedAtMostOnceAtATime()
        .loggedInAtMostOnceAtATime()
        .neverSentCredentialsAgain()
        .neverAcceptedExpiredToken()
        .neverSentExpiredToken()
        .neverSentKnownExpiredToken()
        .neverReusedRejectedToken()
        .renewedBeforeExpiry()
        .renewedOnlyInTheLast(Duration.ofMinutes(1))
        .backedOffAtLeast(Duration.ofSeconds(30))
        .respectedRetryAfter()
        .sentNoSecretInUrl()
        .sentBearerTokens()
        .usedNewestToken()
        .receivedNoUnexpectedRequest();
  }

  @Test
  void negative_assertions_pass_without_a_call_if_that_is_allowed() {
    assertThat(bigId)
        .allowingNoCalls()
        .refreshedTimes(0)
        .loggedInAtMostOnceAtATime()
        .refreshedAtMostOnceAtATime()
        .neverSentCredentialsAgain()
        .neverAcceptedExpiredToken()
        .neverSentExpiredToken()
        .neverSentKnownExpiredToken()
        .neverReusedRejectedToken()
        .sentNoSecretInUrl()
        .receivedNoUnexpectedRequest();
  }

  private static String unproven(String expected, String nothing) {
    return "Expected %s, but %s, so this proves nothing. Let the client make such a call, or say allowingNoCalls() before this."
        .formatted(expected, nothing);
  }

  private static Stream<Arguments> negativeAssertions() {
    String tokens = "no call showed a token";
    return Stream.of(
        negative(
            FakeBigIdAssert::neverAcceptedExpiredToken, "no expired token to be accepted", tokens),
        negative(FakeBigIdAssert::neverSentExpiredToken, "no expired token to be sent", tokens),
        negative(
            FakeBigIdAssert::neverSentKnownExpiredToken,
            "no token to be sent that was known to have expired",
            tokens),
        negative(
            FakeBigIdAssert::neverReusedRejectedToken,
            "no token to be sent again after it was refused",
            tokens),
        negative(
            FakeBigIdAssert::refreshedAtMostOnceAtATime,
            "at most one refresh of a user at a time",
            "there was no refresh"),
        negative(
            FakeBigIdAssert::loggedInAtMostOnceAtATime,
            "at most one login of a user at a time",
            "there was no login"),
        negative(
            FakeBigIdAssert::neverSentCredentialsAgain,
            "no login of a user who had a session token",
            "there was no login"),
        negative(
            FakeBigIdAssert::sentNoSecretInUrl, "no password or token in a URL", "no call came"),
        negative(
            FakeBigIdAssert::receivedNoUnexpectedRequest,
            "no request that the sandbox does not know",
            "no call came"));
  }

  private static Arguments negative(
      UnaryOperator<FakeBigIdAssert> assertion, String expected, String nothing) {
    return Arguments.of(assertion, unproven(expected, nothing));
  }

  @ParameterizedTest
  @MethodSource("negativeAssertions")
  void negative_assertions_fail_where_no_call_came(
      UnaryOperator<FakeBigIdAssert> assertion, String message) {
    assertThatThrownBy(() -> assertion.apply(assertThat(bigId)))
        .isInstanceOf(AssertionError.class)
        .hasMessage(message + "\n\nNo call came to the sandbox.");
  }

  @Test
  void and_where_none_came_that_could_have_broken_them() {
    Http.call(bigId, "GET", "/data");
    Http.login(bigId, "bigid", "wrong");
    assertThat(bigId)
        .neverSentCredentialsAgain()
        .loggedInAtMostOnceAtATime()
        .sentNoSecretInUrl()
        .receivedNoUnexpectedRequest();
    assertThat(firstLine(() -> assertThat(bigId).neverSentExpiredToken()))
        .isEqualTo(unproven("no expired token to be sent", "no call showed a token"));
    assertThat(firstLine(() -> assertThat(bigId).refreshedAtMostOnceAtATime()))
        .isEqualTo(unproven("at most one refresh of a user at a time", "there was no refresh"));
  }

  @Test
  void positive_assertions_fail_where_no_call_came() {
    assertThatThrownBy(() -> assertThat(bigId).refreshedOnce())
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "Expected exactly 1 refresh, but there was none.\n\nNo call came to the sandbox.");
    assertThat(firstLine(() -> assertThat(bigId).usedNewestToken())).contains(", but none showed");
    assertThat(firstLine(() -> assertThat(bigId).respectedRetryAfter()))
        .contains(", but no answer");
    assertThat(firstLine(() -> assertThat(bigId).sentRawTokens())).contains(", but none was sent");
  }

  @Test
  void a_message_shows_the_calls_that_matter_and_their_neighbours() {
    String session = Http.field(Http.login(bigId, "bigid", "learner"), "auth_token");
    for (int i = 0; i < 3; i++) {
      Http.get(bigId, "/data", session);
    }
    refresh();
    Http.get(bigId, "/data", session);
    Http.get(bigId, "/data", session);
    List<Exchange> calls = bigId.journal().exchanges();
    assertThatThrownBy(() -> assertThat(bigId).refreshedTimes(2))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "Expected exactly 2 refreshes, but there was 1: #5.\n\n      … 3 calls\n%s\n%s\n%s\n      … 1 call",
            calls.get(3), calls.get(4), calls.get(5));
  }

  @Test
  void an_expired_token_that_is_sent_is_found() {
    String token = refresh();
    bigId.clock().advance(Duration.ofHours(2));
    Http.get(bigId, "/data", token);
    Http.get(bigId, "/data", token);
    assertThat(bigId).neverAcceptedExpiredToken();
    assertThat(firstLine(() -> assertThat(bigId).neverSentExpiredToken()))
        .isEqualTo(
            "Expected no expired token to be sent, but #2 showed a system token 1h after its expiry; #3 showed a system token 1h after its expiry.");
    assertThat(firstLine(() -> assertThat(bigId).neverSentKnownExpiredToken()))
        .isEqualTo(
            "Expected no token to be sent that was known to have expired, but #2 showed a system token 1h after its expiry; #3 showed a system token 1h after its expiry, although it had been refused at #2.");
    assertThat(firstLine(() -> assertThat(bigId).neverReusedRejectedToken()))
        .isEqualTo(
            "Expected no token to be sent again after it was refused, but #3 showed the system token that had been refused at #2.");
  }

  @Test
  void a_token_without_a_readable_claim_is_none_that_expired() {
    Http.refresh(bigId, bigId.tokens().userToken("bigid", TokenDefect.NOT_JSON));
    Http.refresh(bigId, bigId.tokens().userToken("bigid", TokenDefect.MISSING_EXPIRY));
    assertThat(bigId).neverSentExpiredToken().neverReusedRejectedToken();
  }

  @Test
  void a_client_that_knocks_at_once_and_gives_up_late_is_found() {
    bigId.faults().inject(Fault.status(503)).on(Endpoint.REFRESH).start();
    String token = bigId.tokens().userToken("bigid");
    for (int i = 0; i < 3; i++) {
      Http.refresh(bigId, token);
    }
    assertThat(bigId).gaveUpAfter(Endpoint.REFRESH, 3);
    assertThat(firstLine(() -> assertThat(bigId).gaveUpAfter(Endpoint.REFRESH, 2)))
        .isEqualTo(
            "Expected the client to give up on REFRESH after 2 failed calls, but it did so after 3: #1, #2, #3.");
    assertThat(firstLine(() -> assertThat(bigId).backedOffAtLeast(Duration.ofSeconds(1))))
        .isEqualTo(
            "Expected a pause of at least 1s after a failed call, but #2 came 0s after #1 (status 503); #3 came 0s after #2 (status 503).");
  }

  @Test
  void a_journal_that_dropped_calls_proves_nothing() {
    for (int i = 0; i < 14; i++) {
      Http.login(bigId, "bigid", "wrong");
    }
    assertThatThrownBy(() -> assertThat(bigId).neverSentExpiredToken())
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "The journal has dropped 2 of the calls, as it keeps only 12, so nothing can be said of all of them. Raise journalCapacity, or clear the journal before what is tested.");
  }

  @Test
  void a_description_stands_before_the_message() {
    assertThat(firstLine(() -> assertThat(bigId).as("the %s", "catalog").loggedInTimes(1)))
        .isEqualTo("[the catalog] Expected exactly 1 login, but there was none.");
  }

  @Test
  void no_secret_is_in_a_message() {
    String token = bigId.tokens().systemToken("bigid");
    Http.get(bigId, "/data?token=" + token + "&password=learner", token);
    assertThatThrownBy(() -> assertThat(bigId).sentNoSecretInUrl())
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            "Expected no password or token in a URL, but there was one at #1.\n\n")
        .hasMessageContaining("/api/v1/data?token=…&password=…")
        .hasMessageNotContaining(token)
        .hasMessageNotContaining("learner");
  }

  @Test
  void a_sandbox_that_is_null_is_an_ordinary_failure() {
    assertThat(firstLine(() -> assertThat((FakeBigId) null).as("it").refreshedOnce()))
        .startsWith("[it]");
  }

  private static String firstLine(org.assertj.core.api.ThrowableAssert.ThrowingCallable failing) {
    AssertionError failure =
        org.assertj.core.api.Assertions.catchThrowableOfType(AssertionError.class, failing);
    return failure.getMessage().lines().findFirst().orElseThrow();
  }
}
