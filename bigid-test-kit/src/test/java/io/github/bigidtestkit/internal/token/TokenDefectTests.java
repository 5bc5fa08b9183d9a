package io.github.bigidtestkit.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.token.TokenDefect;
import io.github.bigidtestkit.token.TokenKind;
import io.github.bigidtestkit.token.Verdict;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TokenDefectTests {

  private record Expected(Reason reason, String explanation) {}

  private final TokenRoom room = new TokenRoom();

  static Stream<Arguments> every_defect_of_every_kind() {
    return Stream.of(TokenKind.values())
        .flatMap(kind -> Arrays.stream(TokenDefect.values()).map(d -> Arguments.of(kind, d)));
  }

  @ParameterizedTest
  @MethodSource("every_defect_of_every_kind")
  void is_refused_for_its_own_reason(TokenKind kind, TokenDefect defect) {
    Verdict verdict = room.tokens.verify(room.tokens.token(kind, "alice", defect), kind);
    Expected expected = expected(kind, defect);
    assertThat(TokenRoom.refused(verdict).reason()).isEqualTo(expected.reason());
    assertThat(TokenRoom.refused(verdict).explanation()).isEqualTo(expected.explanation());
  }

  /** Has no default on purpose: a new defect without an expectation does not compile. */
  private static Expected expected(TokenKind kind, TokenDefect defect) {
    String label = kind.label();
    return switch (defect) {
      case EXPIRED -> new Expected(Reason.TOKEN_EXPIRED, label + " expired 1 h ago");
      case EXPIRED_ONE_SECOND_AGO -> new Expected(Reason.TOKEN_EXPIRED, label + " expired 1 s ago");
      case NOT_YET_VALID ->
          new Expected(Reason.TOKEN_NOT_YET_VALID, label + " is not valid until 1 h from now");
      case WRONG_SIGNATURE ->
          new Expected(Reason.TOKEN_WRONG_SIGNATURE, "the signature of the token does not match");
      case SIGNED_BY_ANOTHER_SERVER ->
          new Expected(Reason.TOKEN_SIGNED_ELSEWHERE, label + " was signed by another sandbox");
      case ALGORITHM_NONE -> new Expected(Reason.TOKEN_UNSIGNED, "token is not signed (alg none)");
      case ALGORITHM_HS512 -> wrongAlgorithm("HS512");
      case ALGORITHM_RS256 -> wrongAlgorithm("RS256");
      case TWO_PARTS -> malformed("token has 2 of the three parts of a JWT");
      case NOT_BASE64 -> malformed("payload of the token is not base64url");
      case NOT_JSON -> malformed("payload of the token is not a JSON object");
      case EMPTY -> new Expected(Reason.TOKEN_EMPTY, "token is empty");
      case MISSING_EXPIRY -> new Expected(Reason.TOKEN_NO_EXPIRY, label + " has no exp claim");
      case WRONG_TYPE -> new Expected(Reason.TOKEN_WRONG_KIND, wrongKind(kind));
      case UNKNOWN_USER ->
          new Expected(
              Reason.TOKEN_UNKNOWN_USER,
              label + " is for user [alice-unknown], who does not exist");
      case DISABLED_USER ->
          new Expected(
              Reason.TOKEN_DISABLED_USER, label + " is for user [alice-disabled], who is disabled");
      case NOT_SAVED ->
          new Expected(Reason.TOKEN_NOT_SAVED, label + " was not saved with its user");
      case REVOKED -> new Expected(Reason.TOKEN_REVOKED, label + " was revoked");
      case TAMPERED_PAYLOAD ->
          new Expected(Reason.TOKEN_TAMPERED, label + " was changed after it was signed");
    };
  }

  private static Expected wrongAlgorithm(String name) {
    return new Expected(
        Reason.TOKEN_WRONG_ALGORITHM,
        "token names the algorithm [%s]; only HS256 is accepted".formatted(name));
  }

  private static Expected malformed(String explanation) {
    return new Expected(Reason.TOKEN_MALFORMED, explanation);
  }

  private static String wrongKind(TokenKind kind) {
    TokenKind other = kind == TokenKind.USER ? TokenKind.SYSTEM : TokenKind.USER;
    return "%s is not accepted here; expected a %s".formatted(other.label(), kind.label());
  }

  /** Where any kind is accepted, the wrong kind is no defect; the others are refused as before. */
  @ParameterizedTest
  @EnumSource(TokenDefect.class)
  void is_refused_for_the_same_reason_where_any_kind_is_accepted(TokenDefect defect) {
    Verdict verdict = room.tokens.verify(room.tokens.userToken("alice", defect));
    Expected expected = expected(TokenKind.USER, defect);
    if (defect == TokenDefect.WRONG_TYPE) {
      assertThat(verdict.accepted()).isTrue();
    } else {
      assertThat(TokenRoom.refused(verdict).reason()).isEqualTo(expected.reason());
    }
  }

  /** The counterpart: what makes the token bad is the defect and nothing else. */
  @ParameterizedTest
  @EnumSource(TokenKind.class)
  void is_absent_from_a_sound_token(TokenKind kind) {
    assertThat(room.tokens.verify(room.tokens.token(kind, "alice"), kind).accepted()).isTrue();
  }

  @Test
  void explanations_hold_no_part_of_the_token() {
    for (TokenDefect defect : TokenDefect.values()) {
      String token = room.tokens.systemToken("alice", defect);
      if (room.tokens.verify(token, TokenKind.SYSTEM) instanceof Verdict.Refused refused) {
        for (String part : token.split("\\.", -1)) {
          assertThat(part.isEmpty() || !refused.explanation().contains(part))
              .as("%s", defect)
              .isTrue();
        }
      }
    }
  }

  @Test
  void disabled_user_leaves_the_user_that_was_asked_for_alone() {
    room.tokens.userToken("alice", TokenDefect.DISABLED_USER);
    assertThat(room.users.get("alice")).isEqualTo(TokenRoom.ALICE);
    assertThat(room.users.get("alice-disabled").enabled()).isFalse();
  }

  @Test
  void disabled_user_is_disabled_also_if_there_is_one_of_that_name() {
    room.users.add(User.of("alice-disabled", "pw"));
    Verdict verdict = room.tokens.verify(room.tokens.userToken("alice", TokenDefect.DISABLED_USER));
    assertThat(TokenRoom.refused(verdict).reason()).isEqualTo(Reason.TOKEN_DISABLED_USER);
  }

  @Test
  void unknown_user_is_unknown_even_if_there_is_one_of_that_name() {
    room.users.add(User.of("alice-unknown", "pw"));
    Verdict verdict = room.tokens.verify(room.tokens.userToken("alice", TokenDefect.UNKNOWN_USER));
    assertThat(TokenRoom.refused(verdict).explanation())
        .isEqualTo("user token is for user [alice-unknown-unknown], who does not exist");
  }

  @Test
  void what_was_not_saved_stays_so_after_a_reset_and_other_tokens_are_as_saved() {
    String unsaved = room.tokens.userToken("alice", TokenDefect.NOT_SAVED);
    room.authority.reset(SandboxConfig.defaults());
    assertThat(TokenRoom.refused(room.tokens.verify(unsaved)).reason())
        .isEqualTo(Reason.TOKEN_NOT_SAVED);
    assertThat(room.tokens.verify(room.tokens.userToken("alice")).accepted()).isTrue();
  }

  @Test
  void revoked_spares_other_tokens_of_the_same_user() {
    String other = room.tokens.userToken("alice");
    room.tokens.userToken("alice", TokenDefect.REVOKED);
    assertThat(room.tokens.verify(other).accepted()).isTrue();
    assertThat(room.tokens.verify(room.tokens.userToken("alice")).accepted()).isTrue();
  }
}
