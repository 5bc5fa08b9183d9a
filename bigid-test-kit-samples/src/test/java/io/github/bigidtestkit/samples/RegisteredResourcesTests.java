package io.github.bigidtestkit.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.junit.UserToken;
import java.net.URI;
import org.junit.jupiter.api.Test;

// region resources
@BigIdSandbox
@ProtectedResource(
    path = "/ds-connections",
    permission = "permission.tasks.edit",
    json = DataSources.HR)
@ProtectedResource(path = "/ds-connections/{id}", json = "{\"name\":\"hr\"}")
class RegisteredResourcesTests {

  @Test
  void lists_data_sources(@BaseUrl URI baseUrl, @UserToken String token) {
    assertThat(new CatalogClient(baseUrl, token).list())
        .containsExactly(new DataSource("hr", "rdb-mysql"));
  }

  @Test
  @ProtectedResource(path = "/ds-connections", json = DataSources.NONE) // for this test only
  void lists_nothing(@BaseUrl URI baseUrl, @UserToken String token) {
    assertThat(new CatalogClient(baseUrl, token).list()).isEmpty();
  }

  @Test
  void sees_what_changes_while_it_runs(
      FakeBigId bigId, @BaseUrl URI baseUrl, @UserToken String token) {
    var catalog = new CatalogClient(baseUrl, token);
    assertThat(catalog.list()).hasSize(1);

    bigId.resources().protect("GET", "/ds-connections", DataSources.NONE);
    assertThat(catalog.list()).isEmpty();

    bigId.resources().remove("GET", "/ds-connections");
    assertThatExceptionOfType(BigIdException.class)
        .isThrownBy(catalog::list)
        .withMessage("BigID answered GET /ds-connections with 404");
  }

  @Test
  void a_segment_in_braces_matches_any(@BaseUrl URI baseUrl, @UserToken String token) {
    var client = new BigIdClient(baseUrl, Credentials.userToken(token));
    assertThat(client.get("/ds-connections/4711").path("name").asText()).isEqualTo("hr");
  }
}
// endregion
