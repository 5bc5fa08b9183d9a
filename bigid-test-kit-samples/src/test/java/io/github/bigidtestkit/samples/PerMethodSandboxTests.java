package io.github.bigidtestkit.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.Lifecycle;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.junit.UserToken;
import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

// region per-method
@BigIdSandbox(lifecycle = Lifecycle.PER_METHOD)
@ProtectedResource(path = "/ds-connections", json = DataSources.NONE)
@Execution(ExecutionMode.CONCURRENT)
class PerMethodSandboxTests {

  @RepeatedTest(8)
  void has_the_clock_to_itself(FakeBigId bigId, @UserToken String token) {
    var credentials = Credentials.userToken(token);
    var catalog = new CatalogClient(new BigIdClient(bigId.baseUrl(), credentials, bigId.clock()));

    catalog.list();
    bigId.clock().advance(Duration.ofHours(2));
    catalog.list();

    assertThat(bigId.journal().exchanges(Endpoint.REFRESH)).hasSize(2);
  }

  @RepeatedTest(8)
  void has_the_journal_to_itself(FakeBigId bigId, @UserToken String token) {
    var credentials = Credentials.userToken(token);
    var catalog = new CatalogClient(new BigIdClient(bigId.baseUrl(), credentials, bigId.clock()));

    catalog.list();
    catalog.list();

    assertThat(bigId.journal().exchanges()).hasSize(3);
  }
}
// endregion
