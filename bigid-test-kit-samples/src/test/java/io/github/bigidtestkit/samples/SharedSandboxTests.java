package io.github.bigidtestkit.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.journal.Journal;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.InjectFault;
import io.github.bigidtestkit.junit.Lifecycle;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.junit.SharedSandbox;
import org.junit.jupiter.api.Test;

// region shared
@BigIdSandbox(lifecycle = Lifecycle.SHARED)
@ProtectedResource(path = "/ds-connections", json = DataSources.NONE)
abstract class SharedSandboxTests {

  /** Costly, as an application context is: made once, for all classes of the run. */
  static final CatalogClient CATALOG =
      new CatalogClient(
          new BigIdClient(
              SharedSandbox.of(SharedSandboxTests.class).baseUrl(),
              Credentials.login("bigid", "learner")));
}

class ListingTests extends SharedSandboxTests {

  @Test
  void lists_nothing() {
    assertThat(CATALOG.list()).isEmpty();
  }

  @Test
  @ProtectedResource(path = "/ds-connections", json = DataSources.HR)
  void lists_data_sources() {
    assertThat(CATALOG.list()).containsExactly(new DataSource("hr", "rdb-mysql"));
  }
}

class RefusalTests extends SharedSandboxTests {

  @Test
  @InjectFault(endpoint = Endpoint.RESOURCE, fault = FaultKind.FORBIDDEN)
  void reports_a_refusal(Journal journal) {
    assertThatExceptionOfType(BigIdException.class).isThrownBy(CATALOG::list);
    assertThat(journal.exchanges(Endpoint.RESOURCE)).hasSize(1);
  }
}
// endregion
