package io.github.bigidtestkit.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxClock;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.Journal;
import io.github.bigidtestkit.journal.Rejection;
import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.junit.UserToken;
import io.github.bigidtestkit.samples.BigIdException.Reason;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@BigIdSandbox(systemTokenTtl = "PT15M")
@ProtectedResource(path = "/ds-connections", json = DataSources.NONE)
class RejectedTokensTests {

  @Test
  void renews_a_token_that_expired_unnoticed(
      FakeBigId bigId, SandboxClock clock, @BaseUrl URI baseUrl, @UserToken String token) {
    var catalog = new CatalogClient(baseUrl, token);

    catalog.list();
    clock.advance(Duration.ofMinutes(16)); // The client uses its own clock.
    catalog.list();

    assertThat(bigId.journal().refused())
        .singleElement()
        .extracting(refused -> refused.rejection().reason())
        .isEqualTo(Rejection.Reason.TOKEN_EXPIRED);
  }

  @Test
  void gives_up_when_the_user_token_has_expired_too(
      SandboxClock clock, @BaseUrl URI baseUrl, @UserToken(validFor = "PT10M") String token) {
    var catalog = new CatalogClient(new BigIdClient(baseUrl, Credentials.userToken(token), clock));

    catalog.list();
    clock.advance(Duration.ofMinutes(16));

    assertThatExceptionOfType(BigIdException.class)
        .isThrownBy(catalog::list)
        .withMessage("BigID rejected GET /refresh-access-token")
        .returns(Reason.NOT_AUTHENTICATED, BigIdException::reason);
  }

  @Test
  @ProtectedResource(path = "/ds-connections", json = "{\"success\":false,\"message\":\"…\"}")
  void a_call_is_not_repeated_for_ever(
      Journal journal, @BaseUrl URI baseUrl, @UserToken String token) {
    var catalog = new CatalogClient(baseUrl, token);

    assertThatExceptionOfType(BigIdException.class)
        .isThrownBy(catalog::list)
        .withMessage("BigID rejected GET /ds-connections");

    assertThat(journal.exchanges())
        .extracting(Exchange::endpoint)
        .containsExactly(Endpoint.REFRESH, Endpoint.RESOURCE, Endpoint.REFRESH, Endpoint.RESOURCE);
  }

  @Test
  void logs_in_again_when_the_session_token_is_revoked(
      FakeBigId bigId, Journal journal, @BaseUrl URI baseUrl) {
    var client = new BigIdClient(baseUrl, Credentials.login("bigid", "learner"));
    var catalog = new CatalogClient(client);

    catalog.list();
    bigId.revokeAllTokens();
    catalog.list();

    assertThat(journal.exchanges(Endpoint.SESSIONS)).hasSize(2);
    assertThat(journal.refused()).hasSize(1);
  }
}
