package io.github.bigidtestkit.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.Journal;
import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.junit.SandboxUser;
import io.github.bigidtestkit.junit.UserToken;
import java.net.URI;
import org.junit.jupiter.api.Test;

// region users
@BigIdSandbox(
    users = {
      @SandboxUser(username = "alice", password = "s3cret", permissions = "permission.tasks.edit"),
      @SandboxUser(username = "bob", password = "hunter2")
    })
@ProtectedResource(
    path = "/ds-connections",
    permission = "permission.tasks.edit",
    json = DataSources.NONE)
class SeveralUsersTests {

  @Test
  void each_user_has_permissions_of_its_own(
      @BaseUrl URI baseUrl,
      @UserToken(user = "alice") String alices,
      @UserToken(user = "bob") String bobs) {
    var alice = catalog(baseUrl, Credentials.userToken(alices));
    var bob = catalog(baseUrl, Credentials.userToken(bobs));

    assertThatNoException().isThrownBy(alice::list);
    assertThatExceptionOfType(BigIdException.class)
        .isThrownBy(bob::list)
        .withMessage("The user is not permitted to GET /ds-connections");
  }

  @Test
  void users_log_in_with_their_passwords(Journal journal, @BaseUrl URI baseUrl) {
    catalog(baseUrl, Credentials.login("alice", "s3cret")).list();

    assertThat(journal.exchanges())
        .extracting(Exchange::endpoint, Exchange::user)
        .containsExactly(tuple(Endpoint.SESSIONS, "alice"), tuple(Endpoint.RESOURCE, "alice"));
  }

  @Test
  void a_wrong_password_is_reported_as_such(@BaseUrl URI baseUrl) {
    assertThatExceptionOfType(BigIdException.class)
        .isThrownBy(catalog(baseUrl, Credentials.login("alice", "hunter2"))::list)
        .withMessage("BigID rejected POST /sessions");
  }

  @Test
  void one_user_can_be_disabled_without_the_others(FakeBigId bigId, @BaseUrl URI baseUrl) {
    var alice = catalog(baseUrl, Credentials.login("alice", "s3cret"));
    bigId.users().disable("bob");

    assertThatNoException().isThrownBy(alice::list);
    assertThatExceptionOfType(BigIdException.class)
        .isThrownBy(catalog(baseUrl, Credentials.login("bob", "hunter2"))::list)
        .withMessage("BigID rejected POST /sessions");
  }

  private static CatalogClient catalog(URI baseUrl, Credentials credentials) {
    return new CatalogClient(new BigIdClient(baseUrl, credentials));
  }
}
// endregion
