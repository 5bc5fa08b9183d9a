package io.github.bigidtestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bigidtestkit.fault.ActiveFault;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.Rejection;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.testing.Expect;
import io.github.bigidtestkit.testing.Http;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Accounts that can't be used: by a fault, or after wrong passwords. */
class AccountTests {

  private static final String INVALID = Expect.failure("Invalid credentials");

  private static final Duration LOCKED = Duration.ofMinutes(15);

  private final FakeBigId bigId =
      FakeBigId.start(
          SandboxConfig.builder()
              .users(User.of("alice", "s3cret").withPermissions("READ"), User.of("bob", "s3cret-b"))
              .protect("GET", "/data", "READ", "{}")
              .lockout(3, LOCKED)
              .build());

  @BeforeEach
  void freeze() {
    bigId.clock().freeze();
  }

  @AfterEach
  void stop() {
    bigId.close();
  }

  private int login(String password) {
    return Http.login(bigId, "alice", password).statusCode();
  }

  private void wrong(int times) {
    assertThat(IntStream.range(0, times).map(i -> login("x"))).containsOnly(401);
  }

  private void assertRefused(HttpResponse<String> answer, String body, Rejection why) {
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo(body);
    assertThat(last().rejection()).isEqualTo(why);
    assertThat(last().user()).isEqualTo("alice");
  }

  private Exchange last() {
    return bigId.journal().last().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "ACCOUNT_DISABLED, DISABLED_USER, user [alice] is disabled, account disabled",
    "ACCOUNT_LOCKED, LOCKED_USER, user [alice] is locked, account locked",
    "PASSWORD_EXPIRED, PASSWORD_EXPIRED, the password of user [alice] has expired, password expired"
  })
  void logins_are_refused_and_the_client_is_not_told_why(
      FaultKind kind, Reason reason, String explanation, String label) {
    try (ActiveFault fault = bigId.faults().inject(kind).forUser("alice").start()) {
      assertRefused(
          Http.login(bigId, "alice", "s3cret"), INVALID, new Rejection(reason, explanation));
      assertThat(last().fault()).isEqualTo(label);
      assertThat(Http.login(bigId, "bob", "s3cret-b").statusCode()).isEqualTo(200);
      assertThat(fault.struck()).isEqualTo(1);
    }
    assertThat(login("s3cret")).isEqualTo(200);
  }

  @Test
  void of_a_disabled_account_tokens_are_refused_too() {
    String user = bigId.tokens().userToken("alice");
    String session = bigId.tokens().sessionToken("alice");
    Rejection why = new Rejection(Reason.TOKEN_DISABLED_USER, "user [alice] is disabled");
    try (ActiveFault fault = bigId.faults().inject(FaultKind.ACCOUNT_DISABLED).start()) {
      assertRefused(Http.refresh(bigId, user), Expect.failure("Refresh token not valid"), why);
      assertRefused(
          Http.get(bigId, "/data", session),
          Expect.failure("Authentication failed. Token is not valid."),
          why);
      assertThat(fault.struck()).isEqualTo(2);
    }
    assertThat(Http.get(bigId, "/data", session).statusCode()).isEqualTo(200);
  }

  @Test
  void unlocking_a_user_ends_a_lockout() {
    wrong(3);
    assertThat(login("s3cret")).isEqualTo(401);
    bigId.users().unlock("alice");
    assertThat(login("s3cret")).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"ACCOUNT_LOCKED", "PASSWORD_EXPIRED"})
  void otherwise_tokens_go_on_being_good(FaultKind kind) {
    String user = bigId.tokens().userToken("alice");
    try (ActiveFault fault = bigId.faults().inject(kind).optional().start()) {
      assertThat(Http.refresh(bigId, user).statusCode()).isEqualTo(200);
      assertThat(last().fault()).isNull();
      assertThat(fault.struck()).isZero();
    }
  }

  @Test
  void wrong_passwords_lock_a_user_for_a_time_of_the_clock() {
    wrong(3);
    assertThat(last().rejection().reason()).isEqualTo(Reason.WRONG_PASSWORD);
    assertRefused(
        Http.login(bigId, "alice", "s3cret"),
        INVALID,
        new Rejection(
            Reason.LOCKED_USER, "user [alice] is locked for 900 s more after wrong passwords"));
    assertThat(Http.login(bigId, "bob", "s3cret-b").statusCode()).isEqualTo(200);
    bigId.clock().advance(LOCKED.minusNanos(1));
    assertThat(login("s3cret")).isEqualTo(401);
    bigId.clock().advance(Duration.ofNanos(1));
    assertThat(login("s3cret")).isEqualTo(200);
  }

  @Test
  void what_is_tried_while_locked_does_not_count() {
    wrong(10);
    bigId.clock().advance(LOCKED);
    wrong(2);
    assertThat(login("s3cret")).isEqualTo(200);
  }

  @Test
  void a_right_password_begins_the_count_anew() {
    wrong(2);
    assertThat(login("s3cret")).isEqualTo(200);
    wrong(2);
    assertThat(login("s3cret")).isEqualTo(200);
  }

  @Test
  void putting_back_forgets_wrong_passwords() {
    wrong(3);
    bigId.reset();
    assertThat(login("s3cret")).isEqualTo(200);
    wrong(2);
    bigId.reset();
    wrong(2);
    assertThat(login("s3cret")).isEqualTo(200);
  }

  @Test
  void unknown_users_and_tokens_are_not_counted() {
    String token = bigId.tokens().userToken("alice");
    for (int i = 0; i < 5; i++) {
      assertThat(Http.login(bigId, "nobody", "x").statusCode()).isEqualTo(401);
    }
    assertThat(last().rejection().reason()).isEqualTo(Reason.UNKNOWN_USER);
    wrong(3);
    assertThat(Http.refresh(bigId, token).statusCode()).isEqualTo(200);
  }

  @Test
  void without_a_rule_nobody_is_locked() {
    bigId.reset(SandboxConfig.builder().user("alice", "s3cret").build());
    wrong(20);
    assertThat(login("s3cret")).isEqualTo(200);
  }

  @Test
  void rules_that_lock_nobody_are_refused() {
    SandboxConfig.Builder builder = SandboxConfig.builder();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.lockout(0, LOCKED))
        .withMessage(
            "lockAfter [0] is too small. A user is locked after at least one wrong password.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.lockout(1, Duration.ZERO))
        .withMessage("lockFor [PT0S] is not positive. Say how long a user stays locked.");
    assertThat(bigId.config().toBuilder().build().lockout()).isEqualTo(new Lockout(3, LOCKED));
  }
}
