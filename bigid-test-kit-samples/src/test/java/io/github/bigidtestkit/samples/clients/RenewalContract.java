package io.github.bigidtestkit.samples.clients;

import static io.github.bigidtestkit.assertj.BigIdAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.InjectFault;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.samples.clients.Catalog.DataSource;
import io.github.bigidtestkit.token.TokenKind;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

// region contract
/** What every client of BigID has to do, whatever it is built on. */
@BigIdSandbox
@ProtectedResource(
    path = "/ds-connections",
    json = "{\"data\":[{\"id\":\"7\",\"name\":\"hr\",\"type\":\"mongodb\"}]}")
abstract class RenewalContract {

  private CatalogClient catalog;

  abstract CatalogClient client(URI baseUrl, String userToken, Settings settings);

  @BeforeEach
  void make_a_client_that_goes_by_the_sandbox_clock(FakeBigId bigId) {
    String userToken = bigId.tokens().userToken("bigid");
    Settings settings = new Settings(bigId.clock(), Duration.ofSeconds(30), Duration.ZERO);
    catalog = client(bigId.baseUrl(), userToken, settings);
  }

  @Test
  void renews_a_token_that_has_expired(FakeBigId bigId) throws IOException {
    catalog.list();
    bigId.clock().advance(Duration.ofHours(2));
    assertThat(catalog.list().data()).containsExactly(new DataSource("7", "hr"));
    assertThat(bigId).refreshedTimes(2).neverSentKnownExpiredToken().sentBearerTokens();
  }

  @Test
  void gets_another_token_for_one_that_was_rejected(FakeBigId bigId) throws IOException {
    catalog.list();
    bigId.tokens().revokeAll(TokenKind.SYSTEM);
    catalog.list();
    assertThat(bigId).refreshedTimes(2).neverReusedRejectedToken().usedNewestToken();
  }

  @Test
  @InjectFault(endpoint = Endpoint.RESOURCE, fault = FaultKind.UNAUTHORIZED)
  void gives_up_after_one_other_token(FakeBigId bigId) {
    assertThatExceptionOfType(IOException.class).isThrownBy(catalog::list);
    assertThat(bigId).refreshedTimes(2).gaveUpAfter(Endpoint.RESOURCE, 2);
  }

  @Test
  void reports_a_user_token_that_was_revoked(FakeBigId bigId) {
    bigId.revokeAllTokens();
    assertThatExceptionOfType(NotAuthenticatedException.class).isThrownBy(catalog::list);
    assertThat(bigId).gaveUpAfter(Endpoint.REFRESH, 1);
  }

  @Test
  @InjectFault(endpoint = Endpoint.REFRESH, fault = FaultKind.SERVICE_UNAVAILABLE, times = 2)
  void outlives_a_short_outage(FakeBigId bigId) throws IOException {
    catalog.list();
    assertThat(bigId).refreshedOnce();
  }

  @Test
  void renews_once_for_sixteen_threads(FakeBigId bigId) throws Exception {
    catalog.list();
    bigId.clock().advance(Duration.ofHours(2));
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      Callable<Catalog> call = catalog::list;
      for (Future<Catalog> done :
          threads.invokeAll(Stream.generate(() -> call).limit(16).toList())) {
        assertThat(done.get().data()).hasSize(1);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(bigId).refreshedTimes(2).refreshedAtMostOnceAtATime().neverSentKnownExpiredToken();
  }
}
// endregion
