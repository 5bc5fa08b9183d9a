package io.github.bigidtestkit.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.token.TokenDefect;
import io.github.bigidtestkit.token.TokenKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenLifeTests {

  private final TokenRoom room = new TokenRoom();

  @ParameterizedTest
  @EnumSource(TokenKind.class)
  void expires_at_the_exact_instant(TokenKind kind) {
    String token = room.tokens.token(kind, "alice");
    room.clock.advance(SandboxConfig.defaults().ttl(kind).minusNanos(1));
    assertThat(room.tokens.verify(token).accepted()).isTrue();
    room.clock.advance(Duration.ofNanos(1));
    assertThat(TokenRoom.refused(room.tokens.verify(token)).explanation())
        .isEqualTo(kind.label() + " expired 0 ms ago");
  }

  @Test
  void valid_for_a_second_is_accepted_now_and_refused_two_seconds_later() {
    room.clock.reset();
    String token = room.tokens.validFor(TokenKind.USER, "alice", Duration.ofSeconds(1));
    room.clock.freeze();
    assertThat(room.tokens.verify(token).accepted()).isTrue();
    room.clock.advance(Duration.ofSeconds(2));
    assertThat(TokenRoom.refused(room.tokens.verify(token)).reason())
        .isEqualTo(Reason.TOKEN_EXPIRED);
  }

  @ParameterizedTest
  @CsvSource({"0, 1000, 1000", "0, 1, 1000", "999, 1, 1", "1, 1000, 1999", "500, 700, 1500"})
  void valid_for_rounds_up_to_the_next_second(int startMillis, int validMillis, int livesMillis) {
    room.clock.advance(Duration.ofMillis(startMillis));
    String token = room.tokens.validFor(TokenKind.SYSTEM, "alice", Duration.ofMillis(validMillis));
    room.clock.advance(Duration.ofMillis(livesMillis).minusNanos(1));
    assertThat(room.tokens.verify(token).accepted()).isTrue();
    room.clock.advance(Duration.ofNanos(1));
    assertThat(room.tokens.verify(token).accepted()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S"})
  void valid_for_refuses_what_is_not_positive(Duration valid) {
    assertThatThrownBy(() -> room.tokens.validFor(TokenKind.USER, "alice", valid))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "A token can't be valid for [%s]. Give a positive duration, or ask for TokenDefect.EXPIRED.",
            valid);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0.5S, 500 ms", "PT59.9S, 59 s", "PT60S, 1 min", "PT61S, 1 min 1 s", "PT59M59S, 59 min 59 s",
    "PT1H, 1 h", "PT1H59S, 1 h", "PT23H59M, 23 h 59 min", "PT24H, 1 d", "PT76H, 3 d 4 h"
  })
  void says_how_long_ago_it_expired(Duration ago, String words) {
    String token = room.tokens.systemToken("alice");
    room.clock.advance(SandboxConfig.defaults().systemTokenTtl().plus(ago));
    assertThat(TokenRoom.refused(room.tokens.verify(token)).explanation())
        .isEqualTo("system token expired %s ago", words);
  }

  @Test
  void an_expired_token_is_good_again_when_the_clock_is_set_back() {
    String token = room.tokens.systemToken("alice");
    room.clock.advance(Duration.ofHours(2));
    assertThat(room.tokens.verify(token).accepted()).isFalse();
    room.clock.set(TokenRoom.START);
    assertThat(room.tokens.verify(token).accepted()).isTrue();
  }

  @Test
  void revoking_one_token_spares_the_others() {
    String revoked = room.tokens.userToken("alice");
    String other = room.tokens.userToken("alice");
    room.tokens.revoke(revoked);
    assertThat(TokenRoom.refused(room.tokens.verify(revoked)).reason())
        .isEqualTo(Reason.TOKEN_REVOKED);
    assertThat(room.tokens.verify(other).accepted()).isTrue();
  }

  @Test
  void revoking_all_spares_those_made_afterwards() {
    List<String> before =
        List.of(
            room.tokens.userToken("alice"),
            room.tokens.sessionToken("alice"),
            room.tokens.systemToken("alice"));
    room.tokens.revokeAll();
    assertThat(before)
        .allSatisfy(
            token ->
                assertThat(TokenRoom.refused(room.tokens.verify(token)).reason())
                    .isEqualTo(Reason.TOKEN_REVOKED));
    assertThat(room.tokens.verify(room.tokens.userToken("alice")).accepted()).isTrue();
  }

  @Test
  void a_reset_forgets_revocations_and_takes_other_lifetimes() {
    String single = room.tokens.userToken("alice");
    room.tokens.revoke(single);
    room.tokens.revokeAll();
    Duration minute = Duration.ofMinutes(1);
    room.authority.reset(
        SandboxConfig.builder()
            .userTokenTtl(minute)
            .sessionTokenTtl(minute)
            .systemTokenTtl(minute)
            .build());
    assertThat(room.tokens.verify(single).accepted()).isTrue();
    assertThat(room.tokens.verify(room.tokens.userToken("alice")).claims().lifetime())
        .isEqualTo(minute);
  }

  @Test
  void an_expired_token_can_be_revoked() {
    String token = room.tokens.userToken("alice", TokenDefect.EXPIRED);
    room.tokens.revoke(token);
    room.clock.set(TokenRoom.START.minus(Duration.ofHours(2)));
    assertThat(TokenRoom.refused(room.tokens.verify(token)).reason())
        .isEqualTo(Reason.TOKEN_REVOKED);
  }

  @Test
  void what_another_sandbox_signed_cannot_be_revoked() {
    String foreign = new TokenRoom().tokens.userToken("alice");
    assertThatThrownBy(() -> room.tokens.revoke(foreign))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The text [eyJhbG… (%d characters)] is not a token that this sandbox signed, so it can't be revoked.",
            foreign.length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "not a token", "..", "a.b.c"})
  void what_is_no_token_cannot_be_revoked(String text) {
    assertThatThrownBy(() -> room.tokens.revoke(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("is not a token that this sandbox signed, so it can't be revoked.");
  }

  @Test
  void is_judged_by_the_user_as_it_is_now() {
    String token = room.tokens.sessionToken("alice");
    room.users.disable("alice");
    assertThat(TokenRoom.refused(room.tokens.verify(token)).reason())
        .isEqualTo(Reason.TOKEN_DISABLED_USER);
    room.users.remove("alice");
    assertThat(TokenRoom.refused(room.tokens.verify(token)).reason())
        .isEqualTo(Reason.TOKEN_UNKNOWN_USER);
    room.users.add(TokenRoom.ALICE);
    assertThat(room.tokens.verify(token).accepted()).isTrue();
  }
}
