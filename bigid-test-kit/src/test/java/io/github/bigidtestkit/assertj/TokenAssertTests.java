package io.github.bigidtestkit.assertj;

import static io.github.bigidtestkit.assertj.BigIdAssertions.assertThatToken;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.token.TokenClaims;
import io.github.bigidtestkit.token.TokenDefect;
import io.github.bigidtestkit.token.TokenKind;
import io.github.bigidtestkit.token.Tokens;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The assertions about a token. */
class TokenAssertTests {

  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
  private static final Instant EXPIRY = Instant.parse("2030-01-01T01:00:00Z");

  private final FakeBigId bigId =
      FakeBigId.start(SandboxConfig.builder().users(User.of("alice", "s3cret")).build());
  private String token;

  @BeforeEach
  void make() {
    bigId.clock().freeze();
    bigId.clock().set(NOW);
    token = bigId.tokens().systemToken("alice");
  }

  @AfterEach
  void stop() {
    bigId.close();
  }

  private void fails(String message, ThrowingCallable assertion) {
    TokenClaims claims = Tokens.claimsOf(token);
    assertThatThrownBy(assertion)
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "%s\n\n  system token %s of user [alice], issued at %s, expires at %s",
            message, claims.id(), NOW, EXPIRY)
        .hasMessageNotContaining(token);
  }

  @Test
  void a_token_is_what_it_says() {
    assertThatToken(token)
        .isOfKind(TokenKind.SYSTEM)
        .isForUser("alice")
        .isValidAt(EXPIRY.minusSeconds(1))
        .isExpiredAt(EXPIRY)
        .hasLifetime(Duration.ofHours(1))
        .isSignedBy(bigId)
        .isAcceptedBy(bigId);
  }

  @Test
  void a_token_is_nothing_else() {
    fails(
        "Expected a user token, but it is a system token.",
        () -> assertThatToken(token).isOfKind(TokenKind.USER));
    fails(
        "Expected a token for user [bob], but it is for user [alice].",
        () -> assertThatToken(token).isForUser("bob"));
    fails(
        "Expected a token with a lifetime of 2h, but it is 1h.",
        () -> assertThatToken(token).hasLifetime(Duration.ofHours(2)));
  }

  @Test
  void a_token_has_expired_when_exp_is_reached() {
    fails(
        "Expected a token that is valid at 2030-01-01T01:00:00Z, but it expires at 2030-01-01T01:00:00Z.",
        () -> assertThatToken(token).isValidAt(EXPIRY));
    fails(
        "Expected a token that has expired at 2030-01-01T00:59:59Z, but it expires at 2030-01-01T01:00:00Z.",
        () -> assertThatToken(token).isExpiredAt(EXPIRY.minusSeconds(1)));
  }

  @Test
  void a_token_that_begins_later_is_not_valid_yet() {
    String later = bigId.tokens().systemToken("alice", TokenDefect.NOT_YET_VALID);
    assertThatThrownBy(() -> assertThatToken(later).isValidAt(NOW))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            "Expected a token that is valid at 2030-01-01T00:00:00Z, but it is valid from 2030-01-01T01:00:00Z and expires at ");
  }

  @Test
  void a_token_without_exp_never_expires() {
    String endless = bigId.tokens().systemToken("alice", TokenDefect.MISSING_EXPIRY);
    assertThatThrownBy(() -> assertThatToken(endless).isExpiredAt(Instant.MAX))
        .hasMessageContaining(", but it expires never.\n");
    assertThatThrownBy(() -> assertThatToken(endless).hasLifetime(Duration.ofHours(1)))
        .hasMessageContaining(", but it has no iat or no exp.\n");
  }

  @Test
  void a_revoked_token_is_signed_but_not_accepted() {
    bigId.revoke(token);
    assertThatToken(token).isSignedBy(bigId);
    fails(
        "Expected a token that this sandbox accepts, but system token was revoked.",
        () -> assertThatToken(token).isAcceptedBy(bigId));
  }

  @Test
  void a_token_of_another_sandbox_is_not_signed_by_this_one() {
    try (FakeBigId other = FakeBigId.start()) {
      fails(
          "Expected a token that this sandbox signed, but system token was signed by another sandbox.",
          () -> assertThatToken(token).isSignedBy(other));
    }
  }

  @Test
  void a_text_that_is_no_token_is_shown_shortened() {
    assertThatThrownBy(() -> assertThatToken("this is not a token").isForUser("alice"))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "Expected a token for user [alice], but the text is not a token that can be read.\n\n  token this… (19 characters)");
  }

  @Test
  void assertions_of_assertj_itself_show_no_token_either() {
    assertThatThrownBy(() -> assertThatToken(token).isEqualTo("x".repeat(40)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("eyJhbG… (" + token.length() + " characters)")
        .hasMessageNotContaining(token);
    assertThatThrownBy(() -> assertThatToken(null).isForUser("alice"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("not to be null");
  }
}
