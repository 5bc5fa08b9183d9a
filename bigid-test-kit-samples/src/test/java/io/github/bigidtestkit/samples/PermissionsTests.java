package io.github.bigidtestkit.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.bigidtestkit.Endpoint;
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
        @SandboxUser(username = "alice", password = "s3cret", permissions = "VIEW_DATA_SOURCES"))
@ProtectedResource(
    path = "/ds-connections",
    permission = "VIEW_DATA_SOURCES",
    json = "{\"data\":[{\"id\":\"7\",\"name\":\"hr\"}]}")
@ProtectedResource(
    path = "/ds-connections/{id}",
    permission = "MANAGE_DATA_SOURCES",
    json = "{\"id\":\"7\",\"name\":\"hr\"}")
class PermissionsTests {

  @Test
  void a_permission_opens_what_it_is_for(@BaseUrl URI baseUrl, @UserToken String token) {
    var catalog = catalog(baseUrl, token);

    assertThat(catalog.list()).containsExactly(new DataSource("7", "hr"));
    assertThatExceptionOfType(BigIdException.class)
        .isThrownBy(() -> catalog.get("7"))
        .withMessage("The user is not permitted to GET /ds-connections/7")
        .returns(Reason.NOT_PERMITTED, BigIdException::reason);
  }

  // region permissions
  @Test
  void a_permission_can_be_taken_away_while_the_client_runs(
      FakeBigId bigId, @BaseUrl URI baseUrl, @UserToken(user = "alice") String token) {
    var catalog = new CatalogClient(new BigIdClient(baseUrl, Credentials.userToken(token)));
    catalog.list();

    bigId.users().change("alice", alice -> alice.withPermissions());

    assertThatExceptionOfType(BigIdException.class)
        .isThrownBy(catalog::list)
        .withMessage("The user is not permitted to GET /ds-connections");
  }

  // endregion

  @Test
  void a_missing_permission_is_no_reason_to_renew_the_token(
      FakeBigId bigId, @BaseUrl URI baseUrl, @UserToken String token) {
    var catalog = catalog(baseUrl, token);
    bigId.users().change("alice", alice -> alice.withPermissions());

    assertThatExceptionOfType(BigIdException.class).isThrownBy(catalog::list);

    assertThat(bigId.journal().exchanges(Endpoint.REFRESH)).hasSize(1);
  }

  @Test
  void a_new_permission_comes_with_a_new_user_token(
      FakeBigId bigId, @BaseUrl URI baseUrl, @UserToken String old) {
    bigId.users().change("alice", alice -> alice.withPermissions("MANAGE_DATA_SOURCES"));

    assertThatExceptionOfType(BigIdException.class)
        .isThrownBy(() -> catalog(baseUrl, old).get("7"));
    assertThatNoException()
        .isThrownBy(() -> catalog(baseUrl, bigId.tokens().userToken("alice")).get("7"));
  }

  private static CatalogClient catalog(URI baseUrl, String token) {
    return new CatalogClient(new BigIdClient(baseUrl, Credentials.userToken(token)));
  }
}
