package io.github.bigidtestkit.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.User;
import org.junit.jupiter.api.Test;

class WithoutJUnitTests {

  @Test
  void a_sandbox_needs_no_extension() {
    // region without-junit
    SandboxConfig config =
        SandboxConfig.builder()
            .users(User.of("alice", "s3cret").withPermissions("permission.tasks.edit"))
            .protect("GET", "/ds-connections", "permission.tasks.edit", DataSources.NONE)
            .build();

    try (FakeBigId bigId = FakeBigId.start(config)) {
      var credentials = Credentials.login("alice", "s3cret");
      var catalog = new CatalogClient(new BigIdClient(bigId.baseUrl(), credentials));

      assertThat(catalog.list()).isEmpty();
    }
    // endregion
  }
}
