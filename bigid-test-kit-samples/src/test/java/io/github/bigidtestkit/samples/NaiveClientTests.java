package io.github.bigidtestkit.samples;

import static io.github.bigidtestkit.assertj.BigIdAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.Rendezvous;
import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.junit.UserToken;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the assertions say of a client that does everything wrong. */
@BigIdSandbox
@ProtectedResource(path = "/ds-connections", json = DataSources.NONE)
class NaiveClientTests {

  private final FakeBigId bigId;
  private final NaiveClient client;

  NaiveClientTests(FakeBigId bigId, @BaseUrl URI baseUrl, @UserToken String token) {
    this.bigId = bigId;
    this.client = new NaiveClient(baseUrl, token);
  }

  @BeforeEach
  void get_a_token() {
    client.refresh();
  }

  private static void assertMistake(ThrowingCallable assertion, String firstLine) {
    assertThatThrownBy(assertion)
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(firstLine);
  }

  @Test
  void it_sends_expired_tokens() {
    bigId.clock().advance(Duration.ofHours(2));
    client.list();
    client.list();
    assertMistake(
        () -> assertThat(bigId).neverSentExpiredToken(),
        "Expected no expired token to be sent, but #2 showed a system token");
    assertMistake(
        () -> assertThat(bigId).neverSentKnownExpiredToken(),
        "Expected no token to be sent that was known to have expired, but #2 showed");
    assertMistake(
        () -> assertThat(bigId).neverReusedRejectedToken(),
        "Expected no token to be sent again after it was refused, but #3 showed the system token that had been refused at #2.");
    assertThat(bigId).neverAcceptedExpiredToken();
  }

  @Test
  void it_renews_too_late() {
    bigId.clock().advance(Duration.ofHours(2));
    client.refresh();
    assertMistake(
        () -> assertThat(bigId).renewedBeforeExpiry(),
        "Expected system tokens to be renewed before they expired, but #2 of user [bigid] came");
    assertMistake(
        () -> assertThat(bigId).refreshedOnce(),
        "Expected exactly 1 refresh, but there were 2: #1, #2.");
  }

  // region stampede
  @Test
  void it_renews_once_for_each_thread() {
    try (Rendezvous stampede =
        bigId.faults().rendezvous(Endpoint.REFRESH, 8, Duration.ofSeconds(5))) {
      Stream.generate(() -> new Thread(client::refresh))
          .limit(8)
          .peek(Thread::start)
          .toList()
          .forEach(NaiveClientTests::join);
      org.assertj.core.api.Assertions.assertThat(stampede.met()).isTrue();
    }
    assertMistake(
        () -> assertThat(bigId).refreshedAtMostOnceAtATime(),
        "Expected at most one refresh of a user at a time, but refreshes of user [bigid] overlapped: #2, #3, #4, #5, #6, #7, #8, #9.");
  }

  private static void join(Thread thread) {
    try {
      thread.join(10_000);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  // endregion

  @Test
  void it_logs_in_again_and_again() {
    client.login("bigid", "learner");
    client.login("bigid", "learner");
    assertMistake(
        () -> assertThat(bigId).neverSentCredentialsAgain(),
        "Expected no login of a user who had a session token, but user [bigid] logged in again at #3, although the session token of #2 was valid and had not been refused.");
    assertMistake(
        () -> assertThat(bigId).loggedInTimes(1),
        "Expected exactly 1 login, but there were 2: #2, #3.");
  }

  @Test
  void it_does_not_back_off() {
    bigId
        .faults()
        .inject(Fault.status(503).withRetryAfter(Duration.ofSeconds(30)))
        .on(Endpoint.REFRESH)
        .start();
    client.refreshStubbornly(10);
    assertMistake(
        () -> assertThat(bigId).backedOffAtLeast(Duration.ofSeconds(1)),
        "Expected a pause of at least 1s after a failed call, but #3 came");
    assertMistake(
        () -> assertThat(bigId).respectedRetryAfter(),
        "Expected no call before the time that Retry-After gave, but #3 came");
    assertMistake(
        () -> assertThat(bigId).gaveUpAfter(Endpoint.REFRESH, 3),
        "Expected the client to give up on REFRESH after 3 failed calls, but it did so after 10: #2, #3, #4, #5, #6, #7, #8, #9, #10, #11.");
  }

  @Test
  void it_calls_as_deployments_of_today_refuse() {
    client.list();
    assertMistake(
        () -> assertThat(bigId).wouldPassIn(Dialect.DEPLOYMENT),
        "Expected each call to be answered alike in DEPLOYMENT, but #1 POST /api/v1/refresh-access-token: 404 in DEPLOYMENT (Method POST is not allowed for the exchange in DEPLOYMENT; allowed is GET); #2 GET /api/v1/ds-connections: 401 in DEPLOYMENT (the token was sent as Bearer, which DEPLOYMENT does not accept; send it as the raw token or x-access-token).");
  }

  @Test
  void it_puts_its_token_into_a_url() {
    client.listByUrl();
    assertMistake(
        () -> assertThat(bigId).sentNoSecretInUrl(),
        "Expected no password or token in a URL, but there was one at #2.");
  }
}
