package io.github.bigidtestkit.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.junit.UserToken;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** A sandbox that is described in {@code src/test/resources/sandbox.json}. */
// region config-file
@BigIdSandbox(config = "classpath:sandbox.json")
class ConfigFileTests {

  @Test
  void lists_data_sources(@BaseUrl URI baseUrl, @UserToken(user = "alice") String token) {
    var catalog = new CatalogClient(baseUrl, token);

    assertThat(catalog.list()).containsExactly(new DataSource("hr", "rdb-mysql"));
  }

  @Test
  @ProtectedResource(path = "/ds-connections", permission = "permission.tasks.read_task_list")
  void annotations_come_on_top(@BaseUrl URI baseUrl, @UserToken(user = "alice") String token) {
    var catalog = new CatalogClient(baseUrl, token);

    assertThatExceptionOfType(BigIdException.class)
        .isThrownBy(catalog::list)
        .withMessage("The user is not permitted to GET /ds-connections");
  }
}
// endregion
