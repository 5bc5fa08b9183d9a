package io.github.bigidtestkit.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandboxExtension;
import io.github.bigidtestkit.junit.UserToken;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

// region programmatic
class ProgrammaticRegistrationTests {

  static final User ALICE = User.of("alice", "s3cret").withPermissions("permission.tasks.edit");

  @RegisterExtension
  static final BigIdSandboxExtension BIG_ID =
      new BigIdSandboxExtension(
          SandboxConfig.builder()
              .users(ALICE)
              .protect("GET", "/ds-connections", "permission.tasks.edit", DataSources.NONE)
              .build());

  @Test
  void lists_data_sources(@BaseUrl URI baseUrl, @UserToken String token) {
    assertThat(new CatalogClient(baseUrl, token).list()).isEmpty();
  }
}
// endregion
