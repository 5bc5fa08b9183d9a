package io.github.bigidtestkit.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxClock;
import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.junit.UserToken;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

// region expired
@BigIdSandbox(systemTokenTtl = "PT15M")
@ProtectedResource(path = "/ds-connections", json = DataSources.NONE)
class ExpiredTokensTests {

  @Test
  void renews_a_token_before_it_expires(
      FakeBigId bigId, SandboxClock clock, @BaseUrl URI baseUrl, @UserToken String token) {
    var catalog = new CatalogClient(new BigIdClient(baseUrl, Credentials.userToken(token), clock));

    catalog.list();
    clock.advance(Duration.ofMinutes(16)); // nobody has to sleep
    catalog.list();

    assertThat(bigId.journal().exchanges(Endpoint.REFRESH)).hasSize(2);
    assertThat(bigId.journal().refused()).isEmpty();
  }
}
// endregion
