package io.github.bigidtestkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.junit.SandboxUser;
import io.github.bigidtestkit.junit.UserToken;
import io.github.bigidtestkit.testing.Http;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A user of single sign-on: no login, but tokens. */
@BigIdSandbox(
    users = {
      @SandboxUser(username = "alice", password = "s3cret"),
      @SandboxUser(
          username = "carol",
          tokenOnly = true,
          permissions = "permission.tasks.read_task_list")
    },
    lockAfter = 2,
    lockFor = "PT15M")
@ProtectedResource(path = "/tasks", permission = "permission.tasks.read_task_list")
class TokenOnlyUserTests {

  @Test
  void comes_by_token(FakeBigId bigId, @UserToken(user = "carol") String token) {
    String system = Http.field(Http.refresh(bigId, token), "systemToken");
    assertThat(Http.get(bigId, "/tasks", system).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3cret", "carol", "null", "…"})
  void does_not_log_in_with_any_password(String password, FakeBigId bigId) {
    for (int i = 0; i < 3; i++) {
      assertThat(Http.login(bigId, "carol", password).statusCode()).isEqualTo(401);
      assertThat(bigId.journal().last().orElseThrow().rejection())
          .hasToString("TOKEN_ONLY_USER (user [carol] can only come by token)");
    }
    assertThat(bigId.users().lockedOutFor("carol")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void the_client_is_told_what_it_is_told_of_a_wrong_password(Dialect dialect) {
    SandboxConfig config =
        SandboxConfig.builder()
            .users(User.of("alice", "s3cret"), User.tokenOnly("carol"))
            .dialect(dialect)
            .build();
    try (FakeBigId bigId = FakeBigId.start(config)) {
      var wrong = Http.login(bigId, "alice", "wrong");
      var tokenOnly = Http.login(bigId, "carol", "wrong");
      assertThat(tokenOnly.statusCode()).isEqualTo(wrong.statusCode());
      assertThat(tokenOnly.body()).isEqualTo(wrong.body());
      assertThat(tokenOnly.headers().map().keySet()).isEqualTo(wrong.headers().map().keySet());
      assertThat(bigId.journal().last().orElseThrow().reason()).isEqualTo(Reason.TOKEN_ONLY_USER);
    }
  }

  @Test
  void logs_in_once_a_password_is_given(FakeBigId bigId) {
    bigId.users().change("carol", carol -> carol.withPassword("n3w-s3cret"));
    assertThat(Http.login(bigId, "carol", "n3w-s3cret").statusCode()).isEqualTo(200);
    bigId.users().change("carol", User::withTokenOnly);
    assertThat(Http.login(bigId, "carol", "n3w-s3cret").statusCode()).isEqualTo(401);
  }

  /** There is no password to keep out of the journal, so nothing may be taken for one. */
  @Test
  void leaves_paths_and_names_in_the_journal_as_they_are(FakeBigId bigId, @BaseUrl URI url) {
    Http.get(bigId, "/things/a,b?c=d&e=%20f", "x");
    assertThat(bigId.journal().last().orElseThrow())
        .returns(url.getPath() + "/things/a,b", call -> call.path())
        .returns("c=d&e=%20f", call -> call.query())
        .returns(false, call -> call.secretInUrl());
  }
}
