package io.github.bigidtestkit.samples;

import static io.github.bigidtestkit.assertj.BigIdAssertions.assertThat;
import static io.github.bigidtestkit.assertj.BigIdAssertions.assertThatToken;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.assertj.BigIdSoftAssertions;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.junit.SystemToken;
import io.github.bigidtestkit.junit.UserToken;
import io.github.bigidtestkit.token.TokenKind;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@BigIdSandbox
@ProtectedResource(path = "/ds-connections", json = DataSources.NONE)
class CallAndTokenTests {

  // region one-call
  @Test
  void says_what_happened_to_one_call(
      FakeBigId bigId, @BaseUrl URI baseUrl, @UserToken String token) {
    var catalog = new CatalogClient(baseUrl, token);
    catalog.list();
    bigId.tokens().revokeAll(TokenKind.SYSTEM);
    catalog.list();

    assertThat(bigId.journal().refused()).hasSize(1);
    assertThat(bigId.journal().refused().get(0))
        .isOf(Endpoint.RESOURCE)
        .hasUser("bigid")
        .hasTokenKind(TokenKind.SYSTEM)
        .hasStatus(401)
        .isRefusedFor(Reason.TOKEN_REVOKED);
  }

  // endregion

  // region token
  @Test
  void says_what_a_token_is(FakeBigId bigId, @SystemToken String token) {
    assertThatToken(token)
        .isOfKind(TokenKind.SYSTEM)
        .isForUser("bigid")
        .hasLifetime(Duration.ofHours(1))
        .isSignedBy(bigId)
        .isAcceptedBy(bigId);
  }

  // endregion

  // region soft
  @Test
  void shows_all_that_is_wrong_at_once(
      FakeBigId bigId, @BaseUrl URI baseUrl, @UserToken String token) {
    var sources = new CatalogClient(baseUrl, token).list();

    BigIdSoftAssertions.assertSoftly(
        softly -> {
          softly.assertThat(bigId).refreshedOnce().sentRawTokens();
          softly.assertThatToken(token).isAcceptedBy(bigId);
          softly.assertThat(sources).isEmpty();
        });
  }

  // endregion

  // region await
  @Test
  void waits_for_a_call_in_the_background(
      FakeBigId bigId, @BaseUrl URI baseUrl, @UserToken String token) {
    CompletableFuture<?> background =
        CompletableFuture.runAsync(new CatalogClient(baseUrl, token)::list);

    Exchange call =
        bigId.journal().await(it -> it.endpoint() == Endpoint.RESOURCE, Duration.ofSeconds(10));
    assertThat(call).isNotRefused();
    background.join();
  }

  // endregion
}
