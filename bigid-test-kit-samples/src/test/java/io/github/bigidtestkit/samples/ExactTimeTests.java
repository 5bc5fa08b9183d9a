package io.github.bigidtestkit.samples;

import static io.github.bigidtestkit.assertj.BigIdAssertions.assertThat;
import static io.github.bigidtestkit.assertj.BigIdAssertions.assertThatToken;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxClock;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.junit.UserToken;
import io.github.bigidtestkit.token.TokenKind;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

@BigIdSandbox
@ProtectedResource(path = "/ds-connections", json = DataSources.NONE)
class ExactTimeTests {

  // region boundary
  @Test
  void a_token_expires_exactly_at_its_exp(FakeBigId bigId) {
    SandboxClock clock = bigId.clock();
    clock.freeze();
    clock.set(clock.instant().truncatedTo(ChronoUnit.SECONDS));
    Instant exp = clock.instant().plusSeconds(10);
    String token = bigId.tokens().validFor(TokenKind.SYSTEM, "bigid", Duration.ofSeconds(10));

    assertThatToken(token).isValidAt(exp.minusNanos(1)).isExpiredAt(exp).isAcceptedBy(bigId);
    clock.set(exp.minusNanos(1));
    assertThatToken(token).isAcceptedBy(bigId);
    clock.set(exp);
    assertThatToken(token).hasLifetime(Duration.ofSeconds(10)).isSignedBy(bigId);
  }

  // endregion

  // region unaware
  @Test
  void a_client_with_its_own_clock_is_refused_and_renews(
      FakeBigId bigId, @BaseUrl URI baseUrl, @UserToken String token) {
    var catalog = new CatalogClient(baseUrl, token); // uses the time of the machine

    catalog.list();
    bigId.clock().advance(Duration.ofHours(2)); // so the client believes its token to be valid
    catalog.list();

    assertThat(bigId).refreshedTimes(2).neverReusedRejectedToken();
    assertThat(bigId.journal().refused().get(0)).isRefusedFor(Reason.TOKEN_EXPIRED);
  }

  // endregion
}
