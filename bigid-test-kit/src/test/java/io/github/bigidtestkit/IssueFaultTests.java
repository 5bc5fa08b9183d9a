package io.github.bigidtestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bigidtestkit.fault.ActiveFault;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.IssueFault;
import io.github.bigidtestkit.fault.IssueFault.Kind;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.testing.Http;
import io.github.bigidtestkit.token.TokenClaims;
import io.github.bigidtestkit.token.TokenKind;
import io.github.bigidtestkit.token.Verdict;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** True answers with bad tokens in them, at both endpoints that issue tokens. */
class IssueFaultTests {

  private static final Instant NOON = Instant.parse("2030-06-01T12:00:00Z");

  private final FakeBigId bigId = FakeBigId.start();

  @BeforeEach
  void freeze() {
    bigId.clock().freeze();
    bigId.clock().set(NOON);
  }

  @AfterEach
  void stop() {
    bigId.close();
  }

  private String issued(Endpoint endpoint) {
    HttpResponse<String> answer =
        endpoint == Endpoint.SESSIONS
            ? Http.login(bigId, "bigid", "learner")
            : Http.refresh(bigId, bigId.tokens().userToken("bigid"));
    assertThat(answer.statusCode()).isEqualTo(200);
    return Http.field(answer, endpoint == Endpoint.SESSIONS ? "auth_token" : "systemToken");
  }

  private Exchange last() {
    return bigId.journal().last().orElseThrow();
  }

  private Verdict struck(Endpoint endpoint, IssueFault fault) {
    try (ActiveFault active = bigId.faults().inject(fault).on(endpoint).start()) {
      Verdict verdict = bigId.tokens().verify(issued(endpoint));
      assertThat(active.struck()).isEqualTo(1);
      assertThat(last().fault()).isEqualTo(fault.label());
      assertThat(last().issued()).isEqualTo(verdict.claims());
      assertThat(last().rejection()).isNull();
      assertThat(last().user()).isEqualTo("bigid");
      return verdict;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SESSIONS, EXPIRED, TOKEN_EXPIRED",
    "REFRESH, EXPIRED, TOKEN_EXPIRED",
    "SESSIONS, WRONG_SIGNATURE, TOKEN_WRONG_SIGNATURE",
    "REFRESH, WRONG_SIGNATURE, TOKEN_WRONG_SIGNATURE",
    "SESSIONS, NOT_A_JWT, TOKEN_MALFORMED",
    "REFRESH, NOT_A_JWT, TOKEN_MALFORMED",
    "SESSIONS, WITHOUT_EXPIRY, TOKEN_NO_EXPIRY",
    "REFRESH, WITHOUT_EXPIRY, TOKEN_NO_EXPIRY"
  })
  void a_bad_token_is_refused_for_its_own_reason(Endpoint endpoint, Kind kind, Reason reason) {
    assertThat(struck(endpoint, Fault.issue(kind)))
        .isInstanceOfSatisfying(
            Verdict.Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    assertThat(bigId.tokens().verify(issued(endpoint)).accepted()).isTrue();
  }

  private TokenClaims accepted(Endpoint endpoint, IssueFault fault) {
    Verdict verdict = struck(endpoint, fault);
    assertThat(verdict.accepted()).isTrue();
    return verdict.claims();
  }

  @ParameterizedTest
  @EnumSource(names = {"SESSIONS", "REFRESH"})
  void a_token_that_expires_soon_is_good_until_then(Endpoint endpoint) {
    TokenClaims claims = accepted(endpoint, Fault.issue(Kind.EXPIRING));
    assertThat(claims.expiresAt()).isEqualTo(NOON.plusSeconds(1));
  }

  @ParameterizedTest
  @EnumSource(names = {"SESSIONS", "REFRESH"})
  void a_token_of_the_wrong_type_is_a_good_user_token(Endpoint endpoint) {
    TokenClaims claims = accepted(endpoint, Fault.issue(Kind.WRONG_TYPE));
    assertThat(claims.kind()).isEqualTo(TokenKind.USER);
    assertThat(claims.user()).isEqualTo("bigid");
  }

  @ParameterizedTest
  @CsvSource({"SESSIONS, PT5M", "REFRESH, PT5M", "SESSIONS, PT-5M", "REFRESH, PT-5M"})
  void a_token_from_a_clock_that_is_off_is_shifted(Endpoint endpoint, Duration skew) {
    TokenClaims sound = bigId.tokens().verify(issued(endpoint)).claims();
    TokenClaims claims = accepted(endpoint, Fault.issueSkewed(skew));
    assertThat(claims.issuedAt()).isEqualTo(NOON.plus(skew));
    assertThat(claims.expiresAt()).isEqualTo(sound.expiresAt().plus(skew));
  }

  @ParameterizedTest
  @EnumSource(names = {"SESSIONS", "REFRESH"})
  void a_token_of_another_user_is_sound_and_of_one_that_exists(Endpoint endpoint) {
    TokenClaims alone = accepted(endpoint, Fault.issue(Kind.OTHER_USER));
    assertThat(alone.user()).isNotEqualTo("bigid");
    assertThat(bigId.users().find(alone.user())).isPresent();
    bigId.reset(SandboxConfig.builder().users(User.DEMO, User.of("alice", "a")).build());
    assertThat(accepted(endpoint, Fault.issue(Kind.OTHER_USER)).user()).isEqualTo("alice");
    assertThat(bigId.users().all()).extracting(User::username).containsExactly("bigid", "alice");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void calls_that_are_refused_are_not_struck(Kind kind) {
    ActiveFault fault =
        bigId.faults().inject(Fault.issue(kind)).on(Endpoint.SESSIONS).times(1).start();
    assertThat(Http.login(bigId, "bigid", "wrong").statusCode()).isEqualTo(401);
    assertThat(last().fault()).isNull();
    assertThat(fault.struck()).isZero();
    assertThat(fault.isActive()).isTrue();
    assertThatThrownBy(fault::close)
        .hasMessageContaining(
            "never struck, so the test proves nothing. These calls came: POST /api/v1/sessions by bigid (no token was issued). Let the client");
  }

  @Test
  void a_bad_token_can_come_late_too() {
    try (ActiveFault issue = bigId.faults().inject(Fault.issue(Kind.EXPIRED)).start();
        ActiveFault delay = bigId.faults().inject(Fault.delay(Duration.ofMillis(1))).start()) {
      assertThat(bigId.tokens().verify(issued(Endpoint.SESSIONS)).accepted()).isFalse();
      assertThat(last().fault()).isEqualTo("delayed by 1 ms, issues an expired token");
      assertThat(issue.struck() + delay.struck()).isEqualTo(2);
    }
  }
}
