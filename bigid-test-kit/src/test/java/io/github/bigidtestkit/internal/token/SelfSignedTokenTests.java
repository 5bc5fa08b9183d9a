package io.github.bigidtestkit.internal.token;

import static io.github.bigidtestkit.assertj.BigIdAssertions.assertThatToken;
import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.testing.Http;
import io.github.bigidtestkit.token.TokenKind;
import io.github.bigidtestkit.token.Tokens;
import io.github.bigidtestkit.token.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens that code under test signs with the key of the sandbox, by another JWT library. */
class SelfSignedTokenTests {

  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

  private final FakeBigId bigId =
      FakeBigId.start(
          SandboxConfig.builder()
              .users(User.of("alice", "s3cret"), User.of("bob", "s3cret-b").withEnabled(false))
              .build());

  @BeforeEach
  void freeze() {
    bigId.clock().freeze();
    bigId.clock().set(NOW);
    bigId.resources().protect("GET", "/data", "{}");
  }

  @AfterEach
  void stop() {
    bigId.close();
  }

  private static JWTCreator.Builder claims(String type) {
    return JWT.create()
        .withClaim("user_name", "alice")
        .withClaim("type", type)
        .withIssuedAt(NOW)
        .withExpiresAt(NOW.plusSeconds(60));
  }

  private String signed(JWTCreator.Builder claims) {
    return claims.sign(Algorithm.HMAC256(bigId.tokens().signingKey().getEncoded()));
  }

  private Verdict.Refused refused(String token) {
    return TokenRoom.refused(bigId.tokens().verify(token));
  }

  static Stream<String> identifiers() {
    return Stream.of(
        UUID.randomUUID().toString(),
        "1",
        "-",
        "0123abcd-nokind-1",
        "0123abcd-user-99999999999999999999",
        "line\nbreak\r\u0000\u001b[31m\u2028\ud800",
        "x".repeat(3_000),
        "<script>alert(1)</script>",
        "%s%n{0}");
  }

  @Test
  void without_an_identifier_a_token_is_believed() {
    String user = signed(claims("refresh-token"));
    String system = Http.field(Http.refresh(bigId, user), "systemToken");
    assertThat(Http.get(bigId, "/data", system).statusCode()).isEqualTo(200);
    assertThat(Http.get(bigId, "/data", signed(claims("access-token"))).statusCode())
        .isEqualTo(200);
    assertThat(bigId.journal().timeline())
        .contains("shows user token, 1 min left", "shows system token, 1 min left");
    assertThat(bigId.journal().exchanges().get(0).tokenId()).isNull();
    assertThat(Tokens.claimsOf(user).label()).isEqualTo("user token");
  }

  @ParameterizedTest
  @MethodSource("identifiers")
  void with_any_identifier_a_token_is_believed_and_shown_in_one_short_line(String jti) {
    String token = signed(claims("access-token").withJWTId(jti));
    assertThat(Http.get(bigId, "/data", token).statusCode()).isEqualTo(200);
    Exchange call = bigId.journal().last().orElseThrow();
    assertThat(call.tokenId()).hasSizeLessThanOrEqualTo(64);
    assertThat(Stream.of(call.toString(), bigId.tokens().verify(token).toString(), call.tokenId()))
        .allSatisfy(
            text ->
                assertThat(text)
                    .hasSizeLessThan(500)
                    .doesNotContainPattern("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}]"));
    assertThat(bigId.journal().timeline()).contains("shows " + call.token().claims().label());
    assertThat(bigId.journal().html("page")).doesNotContain("<script>alert");
    Assertions.assertThatThrownBy(() -> assertThatToken(token).isForUser("bob"))
        .hasMessage(
            "Expected a token for user [bob], but it is for user [alice].\n\n  %s of user [alice], issued at 2030-01-01T00:00:00Z, expires at 2030-01-01T00:01:00Z",
            call.token().claims().label());
  }

  @ParameterizedTest
  @CsvSource({
    "refresh-token, system, USER",
    "refresh-token, user, USER",
    "access-token, user, SYSTEM",
    "access-token, session, SESSION",
    "access-token, system, SYSTEM",
    "access-token, other, SYSTEM"
  })
  void the_type_tells_the_kind_and_of_access_tokens_the_identifier_of_a_sandbox(
      String type, String idKind, TokenKind kind) {
    String token = signed(claims(type).withJWTId("0123abcd-" + idKind + "-7"));
    assertThat(bigId.tokens().verify(token, kind).accepted()).isTrue();
    assertThat(Tokens.claimsOf(token).kind()).isEqualTo(kind);
  }

  @Test
  void unsound_claims_are_refused_with_the_reason() {
    assertRefused(
        JWT.create().withClaim("user_name", "alice").withExpiresAt(NOW.plusSeconds(1)),
        Reason.TOKEN_MALFORMED,
        "payload of the token has no claim [type]");
    assertRefused(
        claims("id-token"),
        Reason.TOKEN_MALFORMED,
        "type of the token is neither refresh-token nor access-token");
    assertRefused(
        JWT.create().withClaim("type", "access-token").withExpiresAt(NOW.plusSeconds(1)),
        Reason.TOKEN_MALFORMED,
        "payload of the token has no claim [user_name]");
    assertRefused(
        JWT.create().withClaim("type", "access-token").withClaim("user_name", "alice"),
        Reason.TOKEN_NO_EXPIRY,
        "system token has no exp claim");
    assertRefused(
        claims("access-token").withExpiresAt(NOW),
        Reason.TOKEN_EXPIRED,
        "system token expired 0 ms ago");
    assertRefused(
        claims("access-token").withClaim("user_name", "bob"),
        Reason.TOKEN_DISABLED_USER,
        "system token is for user [bob], who is disabled");
  }

  private void assertRefused(JWTCreator.Builder claims, Reason reason, String explanation) {
    assertThat(refused(signed(claims)).rejection()).hasToString("%s (%s)", reason, explanation);
  }

  @Test
  void one_is_revoked_and_the_others_are_not() {
    String one = signed(claims("access-token"));
    String other = signed(claims("access-token").withJWTId("other"));
    bigId.revoke(one);
    assertThat(refused(one).explanation()).isEqualTo("system token was revoked");
    assertThat(bigId.tokens().verify(other).accepted()).isTrue();
  }

  @Test
  void all_of_a_kind_are_revoked_up_to_the_second_in_which_they_were_issued() {
    String before = signed(claims("access-token"));
    String timeless = signed(claims("access-token").withIssuedAt((Instant) null));
    String user = signed(claims("refresh-token"));
    bigId.tokens().revokeAll(TokenKind.SYSTEM);
    assertThat(refused(before).reason()).isEqualTo(Reason.TOKEN_REVOKED);
    assertThat(refused(timeless).reason()).isEqualTo(Reason.TOKEN_REVOKED);
    assertThat(bigId.tokens().verify(user).accepted()).isTrue();
    bigId.clock().advance(Duration.ofSeconds(1));
    String after = signed(claims("access-token").withIssuedAt(NOW.plusSeconds(1)));
    assertThat(bigId.tokens().verify(after).accepted()).isTrue();
  }

  @Test
  void what_was_revoked_stays_revoked_when_the_clock_is_set_back() {
    String token = signed(claims("access-token"));
    bigId.tokens().revokeAll();
    bigId.clock().set(NOW.minusSeconds(1));
    bigId.tokens().revokeAll();
    assertThat(refused(token).reason()).isEqualTo(Reason.TOKEN_REVOKED);
  }

  @Test
  void what_is_issued_after_a_revocation_is_good_whatever_identifiers_were_signed() {
    String odd = signed(claims("access-token").withJWTId("0123abcd-system--5"));
    assertThat(bigId.tokens().verify(odd).accepted()).isTrue();
    bigId.tokens().revokeAll();
    assertThat(refused(odd).reason()).isEqualTo(Reason.TOKEN_REVOKED);
    assertThat(bigId.tokens().verify(bigId.tokens().systemToken("alice")).accepted()).isTrue();
  }

  @Test
  void other_claims_are_left_to_those_who_read_them() {
    String token =
        signed(
            claims("access-token")
                .withIssuer("mine")
                .withAudience("a", "b")
                .withClaim("permissions", 7));
    assertThat(bigId.tokens().verify(token).accepted()).isTrue();
  }

  @Test
  void one_that_repeats_the_identifier_of_an_issued_token_is_only_hinted_at() {
    String issued = Http.field(Http.login(bigId, "alice", "s3cret"), "auth_token");
    String copy =
        signed(
            claims("access-token")
                .withJWTId(Tokens.claimsOf(issued).id())
                .withClaim("user_name", "eve"));
    Http.get(bigId, "/data", copy);
    assertThat(bigId.journal().last().orElseThrow().rejection().explanation())
        .isEqualTo("session token is for user [eve], who does not exist; issued by exchange #1");
  }

  @Test
  void instants_at_the_end_of_time_are_shown_too() {
    String token =
        signed(
            claims("access-token")
                .withClaim("iat", Instant.MIN.getEpochSecond())
                .withClaim("exp", Instant.MAX.getEpochSecond()));
    assertThat(Http.get(bigId, "/data", token).statusCode()).isEqualTo(200);
    assertThat(bigId.journal().timeline()).contains("shows system token, ");
    assertThat(bigId.journal().html("page")).contains("system token");
    assertThatToken(token).isAcceptedBy(bigId);
    Assertions.assertThatThrownBy(() -> assertThatToken(token).hasLifetime(Duration.ofHours(1)))
        .isInstanceOf(AssertionError.class);
  }
}
