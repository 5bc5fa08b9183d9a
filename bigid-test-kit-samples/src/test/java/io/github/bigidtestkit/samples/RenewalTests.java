package io.github.bigidtestkit.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.SandboxClock;
import io.github.bigidtestkit.journal.Journal;
import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.junit.UserToken;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@BigIdSandbox
@ProtectedResource(path = "/ds-connections", json = DataSources.NONE)
class RenewalTests {

  private static final int THREADS = 32;

  @Test
  void many_threads_share_the_first_token(
      Journal journal, @BaseUrl URI baseUrl, @UserToken String token) throws Exception {
    listAtOnce(new CatalogClient(baseUrl, token));

    assertThat(journal.exchanges(Endpoint.REFRESH)).hasSize(1);
    assertThat(journal.exchanges(Endpoint.RESOURCE)).hasSize(THREADS);
  }

  // region threads
  @Test
  void many_threads_share_the_renewal_of_a_token_that_is_about_to_expire(
      Journal journal, SandboxClock clock, @BaseUrl URI baseUrl, @UserToken String token)
      throws Exception {
    var catalog = new CatalogClient(new BigIdClient(baseUrl, Credentials.userToken(token), clock));
    catalog.list();
    clock.advance(Duration.ofHours(1).minus(BigIdClient.RENEWAL_MARGIN));

    listAtOnce(catalog);

    assertThat(journal.exchanges(Endpoint.REFRESH)).hasSize(2);
    assertThat(journal.refused()).isEmpty();
  }

  // endregion

  @Test
  void many_threads_share_the_renewal_of_a_token_that_was_rejected(
      Journal journal, SandboxClock clock, @BaseUrl URI baseUrl, @UserToken String token)
      throws Exception {
    var catalog = new CatalogClient(baseUrl, token);
    catalog.list();
    clock.advance(Duration.ofHours(2)); // The client uses its own clock.

    listAtOnce(catalog);

    assertThat(journal.exchanges(Endpoint.REFRESH)).hasSize(2);
    assertThat(journal.refused()).isNotEmpty();
  }

  @Test
  void keeps_a_token_for_as_long_as_it_is_good(
      Journal journal, SandboxClock clock, @BaseUrl URI baseUrl, @UserToken String token) {
    var catalog = new CatalogClient(new BigIdClient(baseUrl, Credentials.userToken(token), clock));

    catalog.list();
    clock.advance(Duration.ofMinutes(14));
    catalog.list();

    assertThat(journal.exchanges(Endpoint.REFRESH)).hasSize(1);
  }

  private static void listAtOnce(CatalogClient catalog) throws Exception {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    Callable<List<DataSource>> call =
        () -> {
          start.await(20, TimeUnit.SECONDS);
          return catalog.list();
        };
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (Future<List<DataSource>> done : threads.invokeAll(Collections.nCopies(THREADS, call))) {
        assertThat(done.get(20, TimeUnit.SECONDS)).isEmpty();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
