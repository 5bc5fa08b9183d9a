package io.github.bigidtestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.testing.Expect;
import io.github.bigidtestkit.testing.Http;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users that change while the sandbox runs, and what that does to logins and to tokens. */
class UsersTests {

  private final FakeBigId bigId = FakeBigId.start();
  private final Users users = bigId.users();

  @BeforeEach
  void add() {
    users.add(User.of("alice", "s3cret"));
    bigId.resources().protect("GET", "/data", "{}");
  }

  @AfterEach
  void stop() {
    bigId.close();
  }

  @Test
  void an_added_user_can_log_in_and_use_the_token() {
    var login = Http.login(bigId, "alice", "s3cret");
    assertThat(login.statusCode()).isEqualTo(200);
    assertThat(Http.get(bigId, "/data", Http.field(login, "auth_token")).statusCode())
        .isEqualTo(200);
    assertThat(users.all()).extracting(User::username).containsExactly("bigid", "alice");
  }

  @Test
  void a_changed_password_holds_at_once() {
    String token = bigId.tokens().sessionToken("alice");
    users.change("alice", alice -> alice.withPassword("other"));
    assertRefused(Http.login(bigId, "alice", "s3cret"), Reason.WRONG_PASSWORD);
    assertThat(Http.login(bigId, "alice", "other").statusCode()).isEqualTo(200);
    assertThat(Http.get(bigId, "/data", token).statusCode()).isEqualTo(200);
  }

  @Test
  void a_locked_user_can_not_log_in_but_goes_on_with_the_tokens_it_has() {
    String session = bigId.tokens().sessionToken("alice");
    String user = bigId.tokens().userToken("alice");
    users.lock("alice");
    assertRefused(Http.login(bigId, "alice", "s3cret"), Reason.LOCKED_USER);
    assertThat(Http.get(bigId, "/data", session).statusCode()).isEqualTo(200);
    assertThat(Http.refresh(bigId, user).statusCode()).isEqualTo(200);
    users.unlock("alice");
    assertThat(Http.login(bigId, "alice", "s3cret").statusCode()).isEqualTo(200);
  }

  @Test
  void a_disabled_user_can_do_nothing_until_enabled_again() {
    String session = bigId.tokens().sessionToken("alice");
    String user = bigId.tokens().userToken("alice");
    users.disable("alice");
    assertRefused(Http.login(bigId, "alice", "s3cret"), Reason.DISABLED_USER);
    assertRefused(Http.get(bigId, "/data", session), Reason.TOKEN_DISABLED_USER);
    assertRefused(Http.refresh(bigId, user), Reason.TOKEN_DISABLED_USER);
    users.enable("alice");
    assertThat(Http.login(bigId, "alice", "s3cret").statusCode()).isEqualTo(200);
    assertThat(Http.get(bigId, "/data", session).statusCode()).isEqualTo(200);
    assertThat(Http.refresh(bigId, user).statusCode()).isEqualTo(200);
  }

  @Test
  void a_wrong_password_comes_before_what_else_is_wrong() {
    users.lock("alice");
    users.disable("alice");
    assertRefused(Http.login(bigId, "alice", "wrong"), Reason.WRONG_PASSWORD);
    assertRefused(Http.login(bigId, "alice", "s3cret"), Reason.DISABLED_USER);
  }

  @Test
  void a_removed_user_is_unknown_and_so_are_its_tokens() {
    String session = bigId.tokens().sessionToken("alice");
    String user = bigId.tokens().userToken("alice");
    users.remove("alice");
    assertRefused(Http.login(bigId, "alice", "s3cret"), Reason.UNKNOWN_USER);
    assertRefused(Http.get(bigId, "/data", session), Reason.TOKEN_UNKNOWN_USER);
    assertRefused(Http.refresh(bigId, user), Reason.TOKEN_UNKNOWN_USER);
    assertThat(users.find("alice")).isEmpty();
  }

  @Test
  void a_reset_puts_the_users_back() {
    users.lock("bigid");
    bigId.reset();
    assertThat(users.all()).containsExactly(User.DEMO);
    Expect.stillServes(bigId);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Alice", "ALICE", " alice", "alice ", "al\u0131ce"})
  void names_are_taken_to_the_letter(String name) {
    assertRefused(Http.login(bigId, name, "s3cret"), Reason.UNKNOWN_USER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"S3cret", "s3cret ", " s3cret", "s3cre", "s3crett"})
  void passwords_are_taken_to_the_letter(String password) {
    assertRefused(Http.login(bigId, "alice", password), Reason.WRONG_PASSWORD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pässwörd €",
        "😀🔑",
        "\"quoted\\\" 'and' more\\",
        "a\tb\nc",
        "%s %d %n",
        "{}",
        "null"
      })
  void passwords_can_hold_anything(String password) {
    users.change("alice", alice -> alice.withPassword(password));
    assertThat(Http.login(bigId, "alice", escaped(password)).statusCode()).isEqualTo(200);
    assertRefused(Http.login(bigId, "alice", escaped(password + "x")), Reason.WRONG_PASSWORD);
  }

  @Test
  void names_can_hold_anything_printable() {
    String name = "Zoë \"Z\" Ω%s\\😀";
    users.add(User.of(name, "s3cret"));
    assertThat(Http.login(bigId, escaped(name), "s3cret").statusCode()).isEqualTo(200);
    assertThat(Http.get(bigId, "/data", bigId.tokens().sessionToken(name)).statusCode())
        .isEqualTo(200);
    assertThat(bigId.journal().last().orElseThrow().user()).isEqualTo(name);
  }

  @Test
  void misuse_is_refused_with_the_cure() {
    assertRefused(
        () -> users.add(User.of("alice", "x")),
        "There is a user [alice] already. Use change to alter it.");
    assertRefused(
        () -> users.change("alice", alice -> User.of("bob", "x")),
        "User [alice] can't be renamed to [bob]. Remove the one and add the other.");
    String nobody = "There is no user [bob] in this sandbox. Its users are [bigid, alice].";
    assertRefused(() -> users.change("bob", bob -> bob), nobody);
    assertRefused(() -> users.remove("bob"), nobody);
    assertRefused(() -> users.lock("bob"), nobody);
    assertRefused(() -> users.enable("bob"), nobody);
    assertRefused(() -> users.get("bob"), nobody);
    assertRefused(() -> bigId.tokens().userToken("bob"), nobody);
    assertThat(users.get("alice")).isEqualTo(User.of("alice", "s3cret"));
  }

  private void assertRefused(HttpResponse<String> answer, Reason reason) {
    assertThat(answer.statusCode()).isEqualTo(401);
    Expect.lastRefusal(bigId, 401, reason);
  }

  private static void assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable misuse, String message) {
    assertThatThrownBy(misuse).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\t", "\\t")
        .replace("\n", "\\n");
  }
}
