package io.github.bigidtestkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.testing.Expect;
import io.github.bigidtestkit.testing.Http;
import io.github.bigidtestkit.token.TokenDefect;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A permission counts where the token carries it and the user still has it. */
class PermissionTests {

  private static final String NOT_CARRIED =
      "Permission [READ] is required; the token of user [alice] does not carry it";
  private static final String LOST = "Permission [READ] is required; user [alice] no longer has it";

  private final FakeBigId bigId = FakeBigId.start();

  @BeforeEach
  void add() {
    bigId.users().add(User.of("alice", "s3cret").withPermissions("READ", "WRITE"));
    bigId.resources().protect("GET", "/data", "READ", "{}");
  }

  @AfterEach
  void stop() {
    bigId.close();
  }

  @Test
  void holds_while_token_and_user_have_it() {
    assertThat(read(bigId.tokens().sessionToken("alice")).statusCode()).isEqualTo(200);
    assertThat(read(bigId.tokens().systemToken("alice")).statusCode()).isEqualTo(200);
  }

  @Test
  void lost_by_the_user_is_lost_to_the_token() {
    String token = bigId.tokens().sessionToken("alice");
    bigId.users().change("alice", alice -> alice.withPermissions("WRITE"));
    assertForbidden(read(token), LOST);
    bigId.users().change("alice", alice -> alice.withPermissions("READ"));
    assertThat(read(token).statusCode()).isEqualTo(200);
  }

  @Test
  void gained_by_the_user_needs_a_new_token() {
    bigId.users().change("alice", alice -> alice.withPermissions());
    String old = bigId.tokens().sessionToken("alice");
    bigId.users().change("alice", alice -> alice.withPermissions("READ"));
    assertForbidden(read(old), NOT_CARRIED);
    String fresh = Http.field(Http.login(bigId, "alice", "s3cret"), "auth_token");
    assertThat(read(fresh).statusCode()).isEqualTo(200);
  }

  @Test
  void a_refresh_gives_what_user_and_user_token_have_in_common() {
    String userToken = bigId.tokens().userToken("alice");
    bigId.users().change("alice", alice -> alice.withPermissions("WRITE", "ADMIN"));
    String system = Http.field(Http.refresh(bigId, userToken), "systemToken");
    assertThat(bigId.tokens().verify(system).claims().permissions()).containsExactly("WRITE");
  }

  @Test
  void a_stripped_user_token_gives_a_system_token_without_permissions() {
    String stripped = bigId.tokens().userToken("alice", TokenDefect.PERMISSIONS_STRIPPED);
    String system = Http.field(Http.refresh(bigId, stripped), "systemToken");
    assertForbidden(read(system), NOT_CARRIED);
  }

  @Test
  void an_administrator_has_none_that_is_not_listed() {
    bigId.users().change("alice", alice -> alice.withAdmin(true).withPermissions("ROOT"));
    assertForbidden(read(bigId.tokens().sessionToken("alice")), NOT_CARRIED);
  }

  @Test
  void names_are_taken_to_the_letter() {
    bigId.users().change("alice", alice -> alice.withPermissions("read", "READ_ALL"));
    assertForbidden(read(bigId.tokens().sessionToken("alice")), NOT_CARRIED);
  }

  private HttpResponse<String> read(String token) {
    return Http.get(bigId, "/data", token);
  }

  private void assertForbidden(HttpResponse<String> answer, String message) {
    Expect.refused(bigId, answer, 403, Reason.PERMISSION_MISSING, message);
  }
}
