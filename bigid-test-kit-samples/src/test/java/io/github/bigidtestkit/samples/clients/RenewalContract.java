package io.github.bigidtestkit.samples.clients;

import static io.github.bigidtestkit.assertj.BigIdAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.InjectFault;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.samples.DataSource;
import io.github.bigidtestkit.token.TokenKind;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

// region contract
/** What every client of BigID has to do, whatever it is built on. */
@BigIdSandbox(dialect = Dialect.DEPLOYMENT)
@ProtectedResource(
    path = "/ds-connections",
    json =
        """
        {
          "status": "success",
          "statusCode": 200,
          "data": {"ds_connections": [{"name": "hr", "type": "rdb-mysql"}]}
        }
        """)
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
    assertThat(catalog.list()).containsExactly(new DataSource("hr", "rdb-mysql"));
    assertThat(bigId).refreshedTimes(2).neverSentKnownExpiredToken();
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

  @ParameterizedTest
  @EnumSource(names = {"REFRESH", "RESOURCE"})
  void takes_a_200_that_says_it_failed_for_a_refusal(Endpoint endpoint, FakeBigId bigId) {
    bigId.faults().inject(FaultKind.NOT_SUCCESSFUL).on(endpoint).start();
    assertThatExceptionOfType(NotAuthenticatedException.class).isThrownBy(catalog::list);
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
      Callable<List<DataSource>> call = catalog::list;
      for (Future<List<DataSource>> done :
          threads.invokeAll(Stream.generate(() -> call).limit(16).toList())) {
        assertThat(done.get()).hasSize(1);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(bigId).refreshedTimes(2).refreshedAtMostOnceAtATime().neverSentKnownExpiredToken();
  }
}
// endregion
