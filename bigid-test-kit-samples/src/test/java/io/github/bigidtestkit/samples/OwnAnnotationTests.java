package io.github.bigidtestkit.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.junit.SandboxUser;
import io.github.bigidtestkit.junit.UserToken;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import org.junit.jupiter.api.Test;

// region own-annotation
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@BigIdSandbox(
    users =
        @SandboxUser(
            username = "alice",
            password = "s3cret",
            permissions = "permission.tasks.edit"))
@ProtectedResource(
    path = "/ds-connections",
    permission = "permission.tasks.edit",
    json = DataSources.HR)
@interface CatalogSandbox {}

@CatalogSandbox
class OwnAnnotationTests {

  @Test
  void lists_data_sources(@BaseUrl URI baseUrl, @UserToken String token) {
    assertThat(new CatalogClient(baseUrl, token).list())
        .containsExactly(new DataSource("hr", "rdb-mysql"));
  }
}
// endregion
