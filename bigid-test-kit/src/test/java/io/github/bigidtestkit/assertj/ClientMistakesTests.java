package io.github.bigidtestkit.assertj;

import static io.github.bigidtestkit.assertj.BigIdAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.Rendezvous;
import io.github.bigidtestkit.testing.Http;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mistakes that clients make with a real sandbox, and what the assertions say of them. */
class ClientMistakesTests {

  private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

  private final FakeBigId bigId =
      FakeBigId.start(
          SandboxConfig.builder().user("alice", "s3cret").user("bob", "s3cret").build());

  @BeforeEach
  void freeze() {
    bigId.clock().freeze();
    bigId.clock().set(START);
    bigId.resources().protect("GET", "/data", null, "{}");
  }

  @AfterEach
  void stop() {
    bigId.close();
  }

  private String login(String user) {
    return Http.field(Http.login(bigId, user, "s3cret"), "auth_token");
  }

  private String refresh(String user) {
    return Http.field(Http.refresh(bigId, bigId.tokens().userToken(user)), "systemToken");
  }

  private static void fails(String firstLine, ThrowingCallable assertion) {
    AssertionError failure = catchThrowableOfType(AssertionError.class, assertion);
    assertThat(failure.getMessage().lines().findFirst()).contains(firstLine);
  }

  /** Two calls that are under way together; what is between happens while the first is held. */
  private void together(Endpoint endpoint, Runnable first, Runnable between, Runnable second)
      throws Exception {
    Rendezvous meeting = bigId.faults().rendezvous(endpoint, 2, Duration.ofSeconds(20));
    CompletableFuture<Void> held = CompletableFuture.runAsync(first);
    while (meeting.arrived() == 0 && !held.isDone()) {
      Thread.onSpinWait();
    }
    between.run();
    second.run();
    held.get(20, TimeUnit.SECONDS);
  }

  @Test
  void a_refresh_in_each_thread() throws Exception {
    together(Endpoint.REFRESH, () -> refresh("alice"), () -> {}, () -> refresh("alice"));
    fails(
        "Expected at most one refresh of a user at a time, but refreshes of user [alice] overlapped: #1, #2.",
        () -> assertThat(bigId).refreshedAtMostOnceAtATime());
  }

  @Test
  void a_login_in_each_thread() throws Exception {
    together(Endpoint.SESSIONS, () -> login("alice"), () -> {}, () -> login("alice"));
    assertThat(bigId).neverSentCredentialsAgain();
    fails(
        "Expected at most one login of a user at a time, but logins of user [alice] overlapped: #1, #2.",
        () -> assertThat(bigId).loggedInAtMostOnceAtATime());
  }

  @Test
  void two_users_at_once_are_no_mistake() throws Exception {
    together(Endpoint.REFRESH, () -> refresh("alice"), () -> {}, () -> refresh("bob"));
    assertThat(bigId).refreshedTimes(2).refreshedAtMostOnceAtATime();
  }

  @Test
  void a_login_for_every_call() {
    Http.get(bigId, "/data", login("alice"));
    Http.get(bigId, "/data", login("alice"));
    login("bob");
    fails(
        "Expected no login of a user who had a session token, but user [alice] logged in again at #3, although the session token of #1 was valid and had not been refused.",
        () -> assertThat(bigId).neverSentCredentialsAgain());
  }

  @Test
  void a_login_after_a_refusal_is_no_mistake() {
    String token = login("alice");
    bigId.revoke(token);
    Http.get(bigId, "/data", token);
    login("alice");
    assertThat(bigId).loggedInTimes(2).neverSentCredentialsAgain();
  }

  @Test
  void a_token_that_is_renewed_too_late_or_too_early() {
    refresh("alice");
    bigId.clock().advance(Duration.ofMinutes(61));
    refresh("alice");
    bigId.clock().advance(Duration.ofMinutes(30));
    refresh("alice");
    fails(
        "Expected system tokens to be renewed before they expired, but #2 of user [alice] came 1m after the expiry of the token of #1.",
        () -> assertThat(bigId).renewedBeforeExpiry());
    fails(
        "Expected system tokens to be renewed in the last 5m before they expired, but #2 of user [alice] came 1m after the expiry of the token of #1; #3 of user [alice] came 30m before the expiry of the token of #2.",
        () -> assertThat(bigId).renewedOnlyInTheLast(Duration.ofMinutes(5)));
  }

  @Test
  void an_old_token_after_a_renewal() {
    String old = refresh("alice");
    refresh("alice");
    Http.get(bigId, "/data", old);
    fails(
        "Expected the newest token of the user at each resource call, but #3 showed the system token of #1, although #2 had issued a newer one.",
        () -> assertThat(bigId).usedNewestToken());
  }

  @Test
  void a_call_before_retry_after() {
    bigId
        .faults()
        .inject(Fault.status(429).withRetryAfter(Duration.ofSeconds(30)))
        .times(1)
        .start();
    Http.refresh(bigId, bigId.tokens().userToken("alice"));
    bigId.clock().advance(Duration.ofSeconds(10));
    refresh("alice");
    assertThat(bigId).backedOffAtLeast(Duration.ofSeconds(10));
    fails(
        "Expected no call before the time that Retry-After gave, but #2 came 20s before the time that #1 gave.",
        () -> assertThat(bigId).respectedRetryAfter());
  }

  @Test
  void a_token_in_the_wrong_form() {
    String token = refresh("alice");
    Http.call(bigId, "GET", "/data", "Authorization", token);
    fails(
        "Expected tokens to be sent as Bearer, but they were sent otherwise at #2.",
        () -> assertThat(bigId).sentBearerTokens());
    fails(
        "Expected tokens to be sent raw, but they were sent as Bearer at #1.",
        () -> assertThat(bigId).sentRawTokens());
  }

  @Test
  void a_path_that_nobody_registered() {
    Http.get(bigId, "/dat", refresh("alice"));
    Http.call(bigId, "GET", "/sessions");
    fails(
        "Expected no request that the sandbox does not know, but #2 was refused as NOT_REGISTERED; #3 was refused as METHOD_NOT_ALLOWED.",
        () -> assertThat(bigId).receivedNoUnexpectedRequest());
  }

  @Test
  void a_clock_set_back_while_a_call_with_an_expired_token_waits() throws Exception {
    String token = bigId.tokens().userToken("alice");
    bigId.clock().set(START.plus(Duration.ofDays(31)));
    together(
        Endpoint.REFRESH,
        () -> Http.refresh(bigId, token),
        () -> bigId.clock().set(START),
        () -> refresh("bob"));
    fails(
        "Expected no expired token to be accepted, but #1 showed a user token 24h after its expiry and was not refused.",
        () -> assertThat(bigId).neverAcceptedExpiredToken());
  }
}
