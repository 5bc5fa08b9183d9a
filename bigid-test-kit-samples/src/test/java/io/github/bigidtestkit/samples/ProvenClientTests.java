package io.github.bigidtestkit.samples;

import static io.github.bigidtestkit.assertj.BigIdAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.junit.UserToken;
import io.github.bigidtestkit.token.TokenKind;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What the assertions prove of a client that does it right. */
@BigIdSandbox
@ProtectedResource(path = "/ds-connections", json = DataSources.NONE)
class ProvenClientTests {

  private final FakeBigId bigId;
  private final BigIdClient client;

  ProvenClientTests(FakeBigId bigId, @BaseUrl URI baseUrl, @UserToken String token) {
    this.bigId = bigId;
    ClientSettings settings =
        ClientSettings.defaults().withClock(bigId.clock()).withPause(this::moveTheClock);
    this.client = new BigIdClient(baseUrl, Credentials.userToken(token), settings);
  }

  private CompletableFuture<Void> moveTheClock(Duration pause) {
    bigId.clock().advance(pause);
    return CompletableFuture.completedFuture(null);
  }

  // region proof
  @Test
  void renews_in_time_and_only_once() {
    client.get("/ds-connections");
    bigId.clock().advance(Duration.ofMinutes(59).plusSeconds(45));
    client.get("/ds-connections");
    assertThat(bigId)
        .refreshedTimes(2)
        .renewedOnlyInTheLast(BigIdClient.RENEWAL_MARGIN)
        .neverSentExpiredToken()
        .usedNewestToken()
        .wouldPassIn(Dialect.DEPLOYMENT)
        .sentNoSecretInUrl()
        .receivedNoUnexpectedRequest();
  }

  // endregion

  @Test
  void gets_another_token_for_one_that_was_revoked_and_never_shows_the_old_one_again() {
    client.get("/ds-connections");
    bigId.tokens().revokeAll(TokenKind.SYSTEM);
    client.get("/ds-connections");
    client.get("/ds-connections");
    assertThat(bigId).refreshedTimes(2).neverReusedRejectedToken().neverSentKnownExpiredToken();
  }

  @Test
  void waits_as_long_as_it_is_asked_to_and_gives_up_in_the_end() {
    bigId
        .faults()
        .inject(Fault.status(503).withRetryAfter(Duration.ofSeconds(30)))
        .on(Endpoint.REFRESH)
        .start();
    assertThatExceptionOfType(BigIdException.class).isThrownBy(() -> client.get("/ds-connections"));
    assertThat(bigId)
        .respectedRetryAfter()
        .backedOffAtLeast(Duration.ofSeconds(30))
        .gaveUpAfter(Endpoint.REFRESH, 3);
  }

  @Test
  void logs_in_once_as_long_as_its_token_is_good(@BaseUrl URI baseUrl) {
    BigIdClient person =
        new BigIdClient(baseUrl, Credentials.login("bigid", "learner"), bigId.clock());
    person.get("/ds-connections");
    person.get("/ds-connections");
    assertThat(bigId).loggedInTimes(1).loggedInAtMostOnceAtATime().neverSentCredentialsAgain();
  }
}
