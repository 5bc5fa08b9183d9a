package io.github.bigidtestkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.testing.Expect;
import io.github.bigidtestkit.testing.Http;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What counts is which permissions the user has as the call comes; tokens carry none. */
class PermissionTests {

  private static final String MISSING =
      "Permission [READ] is required; user [alice] does not have it";

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
  void holds_while_the_user_has_it() {
    assertThat(read(bigId.tokens().sessionToken("alice")).statusCode()).isEqualTo(200);
    assertThat(read(bigId.tokens().systemToken("alice")).statusCode()).isEqualTo(200);
  }

  @Test
  void lost_by_the_user_is_lost_to_the_token() {
    String token = bigId.tokens().sessionToken("alice");
    bigId.users().change("alice", alice -> alice.withPermissions("WRITE"));
    assertForbidden(read(token), MISSING);
    bigId.users().change("alice", alice -> alice.withPermissions("READ"));
    assertThat(read(token).statusCode()).isEqualTo(200);
  }

  @Test
  void gained_by_the_user_is_gained_by_tokens_of_any_age() {
    bigId.users().change("alice", alice -> alice.withPermissions());
    String session = bigId.tokens().sessionToken("alice");
    String user = bigId.tokens().userToken("alice");
    assertForbidden(read(session), MISSING);
    bigId.users().change("alice", alice -> alice.withPermissions("READ"));
    assertThat(read(session).statusCode()).isEqualTo(200);
    assertThat(read(Http.field(Http.refresh(bigId, user), "systemToken")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void an_administrator_has_none_that_is_not_listed() {
    bigId.users().change("alice", alice -> alice.withAdmin(true).withPermissions("admin"));
    assertForbidden(read(bigId.tokens().sessionToken("alice")), MISSING);
  }

  @Test
  void names_are_taken_to_the_letter() {
    bigId.users().change("alice", alice -> alice.withPermissions("read", "READ_ALL"));
    assertForbidden(read(bigId.tokens().sessionToken("alice")), MISSING);
  }

  private HttpResponse<String> read(String token) {
    return Http.get(bigId, "/data", token);
  }

  private void assertForbidden(HttpResponse<String> answer, String message) {
    Expect.refused(bigId, answer, 403, Reason.PERMISSION_MISSING, message);
  }
}
