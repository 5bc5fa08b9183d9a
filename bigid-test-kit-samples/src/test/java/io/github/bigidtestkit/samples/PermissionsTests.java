package io.github.bigidtestkit.samples;

import static io.github.bigidtestkit.assertj.BigIdAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.junit.SandboxUser;
import io.github.bigidtestkit.junit.UserToken;
import io.github.bigidtestkit.samples.BigIdException.Reason;
import java.net.URI;
import org.junit.jupiter.api.Test;

@BigIdSandbox(
    users =
        @SandboxUser(
            username = "alice",
            password = "s3cret",
            permissions = {"permission.tasks.edit", "permission.tasks.read_task_list"}))
@ProtectedResource(
    path = "/ds-connections",
    permission = "permission.tasks.edit",
    json = DataSources.NONE)
@ProtectedResource(
    path = "/data-catalog",
    permission = "permission.tasks.read_task_list",
    json = "{\"results\":[{\"objectName\":\"salaries\"}]}")
class PermissionsTests {

  // region permissions
  @Test
  void a_permission_can_be_taken_away_while_the_client_runs(
      FakeBigId bigId, @BaseUrl URI baseUrl, @UserToken(user = "alice") String token) {
    var catalog = new CatalogClient(baseUrl, token);
    catalog.objects();

    bigId.users().change("alice", alice -> alice.withPermissions("permission.tasks.edit"));

    assertThatNoException().isThrownBy(catalog::list);
    assertThatExceptionOfType(BigIdException.class)
        .isThrownBy(catalog::objects)
        .withMessage("The user is not permitted to GET /data-catalog");
  }

  // endregion

  @Test
  void a_permission_that_is_given_counts_at_once(
      FakeBigId bigId, @BaseUrl URI baseUrl, @UserToken String token) {
    bigId.users().change("alice", alice -> alice.withPermissions());
    var catalog = new CatalogClient(baseUrl, token);
    assertThatExceptionOfType(BigIdException.class).isThrownBy(catalog::list);

    bigId.users().change("alice", alice -> alice.withPermissions("permission.tasks.edit"));

    assertThatNoException().isThrownBy(catalog::list);
  }

  @Test
  void a_missing_permission_is_no_reason_to_renew_the_token(
      FakeBigId bigId, @BaseUrl URI baseUrl, @UserToken String token) {
    var catalog = new CatalogClient(baseUrl, token);
    bigId.users().change("alice", alice -> alice.withPermissions());

    assertThatExceptionOfType(BigIdException.class)
        .isThrownBy(catalog::list)
        .returns(Reason.NOT_PERMITTED, BigIdException::reason);

    assertThat(bigId).refreshedOnce();
  }
}
