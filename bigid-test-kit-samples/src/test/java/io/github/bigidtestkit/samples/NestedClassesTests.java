package io.github.bigidtestkit.samples;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.junit.SandboxUser;
import io.github.bigidtestkit.junit.UserToken;
import io.github.bigidtestkit.samples.BigIdException.Reason;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

// region nested
@BigIdSandbox(users = @SandboxUser(username = "alice", password = "s3cret"))
@ProtectedResource(
    path = "/ds-connections",
    permission = "permission.tasks.edit",
    json = DataSources.NONE)
class NestedClassesTests {

  private CatalogClient catalog;

  @BeforeEach
  void log_in(@BaseUrl URI baseUrl, @UserToken(user = "alice") String token) {
    catalog = new CatalogClient(baseUrl, token);
  }

  @Nested
  class Without_a_permission {

    @Test
    void the_catalog_is_closed() {
      assertThatExceptionOfType(BigIdException.class)
          .isThrownBy(catalog::list)
          .returns(Reason.NOT_PERMITTED, BigIdException::reason);
    }
  }

  @Nested
  @BigIdSandbox(
      users =
          @SandboxUser(
              username = "alice",
              password = "s3cret",
              permissions = "permission.tasks.edit"))
  class With_the_permission {

    @Test
    void the_catalog_is_open() {
      assertThatNoException().isThrownBy(catalog::list);
    }

    @Test
    @ProtectedResource(path = "/ds-connections", permission = "permission.tasks.read_task_list")
    void the_catalog_is_closed_if_it_asks_for_more() {
      assertThatExceptionOfType(BigIdException.class)
          .isThrownBy(catalog::list)
          .returns(Reason.NOT_PERMITTED, BigIdException::reason);
    }
  }
}
// endregion
