package io.github.bigidtestkit.samples;

import static io.github.bigidtestkit.assertj.BigIdAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.InjectFault;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.junit.UserToken;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@BigIdSandbox
@ProtectedResource(path = "/ds-connections", json = DataSources.NONE)
class ThirdCallTests {

  // region third
  @Test
  @InjectFault(endpoint = Endpoint.RESOURCE, fault = FaultKind.SLOW, nth = 3)
  void the_third_call_takes_half_a_second(@BaseUrl URI baseUrl, @UserToken String token) {
    var catalog = new CatalogClient(baseUrl, token);
    catalog.list();
    catalog.list();
    assertThat(catalog.list()).isEmpty();
  }

  @Test
  void the_third_call_takes_as_long_as_given(
      FakeBigId bigId, @BaseUrl URI baseUrl, @UserToken String token) {
    var catalog = new CatalogClient(baseUrl, token);
    Fault slow = Fault.delay(Duration.ofMillis(50));
    bigId.faults().inject(slow).on(Endpoint.RESOURCE).nth(3).start();
    catalog.list();
    catalog.list();
    assertThat(catalog.list()).isEmpty();
    assertThat(bigId.journal().last().orElseThrow()).wasStruckByFault();
  }

  // endregion
}
