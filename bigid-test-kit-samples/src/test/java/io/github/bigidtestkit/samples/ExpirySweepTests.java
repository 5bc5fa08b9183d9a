package io.github.bigidtestkit.samples;

import static io.github.bigidtestkit.assertj.BigIdAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.ExpirySweep;
import io.github.bigidtestkit.junit.InjectFault;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.junit.UserToken;
import java.net.URI;

// region expiry
/** Each step of a synchronization copes with a token that is no longer good. */
@BigIdSandbox
@ProtectedResource(path = "/ds-connections", json = DataSources.HR)
@ProtectedResource(path = "/data-catalog", json = "{\"results\":[{\"objectName\":\"salaries\"}]}")
class ExpirySweepTests {

  @ExpirySweep
  void an_expired_token_is_renewed_at_every_step(@BaseUrl URI baseUrl, @UserToken String token) {
    synchronize(new CatalogClient(baseUrl, token));
  }

  @ExpirySweep(ExpirySweep.Cause.REVOKED)
  @InjectFault(endpoint = Endpoint.REFRESH, fault = FaultKind.SERVICE_UNAVAILABLE, times = 1)
  void so_is_a_revoked_one_when_the_first_renewal_fails(
      FakeBigId bigId, @BaseUrl URI baseUrl, @UserToken String token) {
    synchronize(new CatalogClient(baseUrl, token));
    assertThat(bigId).neverReusedRejectedToken();
  }

  private static void synchronize(CatalogClient catalog) {
    assertThat(catalog.list()).hasSize(1);
    assertThat(catalog.objects()).containsExactly("salaries");
    assertThat(catalog.list()).hasSize(1);
  }
}
// endregion
