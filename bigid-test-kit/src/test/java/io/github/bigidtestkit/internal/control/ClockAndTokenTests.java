package io.github.bigidtestkit.internal.control;

import static io.github.bigidtestkit.internal.control.Remote.json;
import static io.github.bigidtestkit.internal.control.Remote.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.token.TokenDefect;
import io.github.bigidtestkit.token.TokenKind;
import io.github.bigidtestkit.token.Tokens;
import io.github.bigidtestkit.token.Verdict;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Time and tokens, from outside. */
class ClockAndTokenTests {

  private static final Instant NOON = Instant.parse("2030-01-31T12:00:00Z");

  private final Remote remote = new Remote();
  private final Tokens tokens = remote.bigId.tokens();

  @BeforeEach
  void stop_the_clock_at_noon() {
    remote.call("PUT", "/clock", "{\"instant\":\"2030-01-31T12:00:00Z\",\"frozen\":true}");
  }

  @AfterEach
  void stop() {
    remote.close();
  }

  @Test
  void the_clock_is_read_moved_stopped_and_put_back() {
    assertThat(json(remote.get("/clock")).path("instant").asText())
        .isEqualTo("2030-01-31T12:00:00Z");
    assertThat(json(remote.get("/clock")).path("frozen").asBoolean()).isTrue();
    JsonNode later = json(remote.post("/clock/advance", "{\"by\":\"PT16M\"}"));
    assertThat(later.path("instant").asText()).isEqualTo("2030-01-31T12:16:00Z");
    assertThat(remote.bigId.clock().instant()).isEqualTo(NOON.plus(Duration.ofMinutes(16)));
    remote.call("PUT", "/clock", "{\"frozen\":false}");
    assertThat(remote.bigId.clock().isFrozen()).isFalse();
    assertThat(remote.bigId.clock().instant()).isAfterOrEqualTo(NOON.plus(Duration.ofMinutes(16)));
    JsonNode back = json(remote.post("/clock/reset", ""));
    assertThat(Duration.parse(back.path("ahead").asText()).abs()).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void the_clock_refuses_what_no_clock_shows() {
    assertThat(problem(remote.call("PUT", "/clock", "{}")))
        .isEqualTo(problem(400, "There is neither instant nor frozen. Give one of them, or both."));
    assertThat(problem(remote.call("PUT", "/clock", "{\"instant\":\"noon\"}")))
        .isEqualTo(
            problem(
                400,
                "line 1, column 12: instant [noon] is not an instant. Write it as [2030-01-31T12:00:00Z]."));
  }

  @ParameterizedTest
  @EnumSource(TokenKind.class)
  void good_tokens_are_made_of_every_kind(TokenKind kind) {
    var answer = remote.post("/tokens", "{\"kind\":\"%s\",\"user\":\"bigid\"}".formatted(kind));
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(tokens.verify(token(answer.body()), kind)).isInstanceOf(Verdict.Accepted.class);
    assertThat(json(answer).path("claims").path("kind").asText()).isEqualTo(kind.name());
  }

  @ParameterizedTest
  @EnumSource(TokenDefect.class)
  void bad_tokens_are_made_with_every_defect(TokenDefect defect) {
    var answer =
        remote.post("/tokens", "{\"kind\":\"SYSTEM\",\"defect\":\"%s\"}".formatted(defect));
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(tokens.verify(token(answer.body()), TokenKind.SYSTEM))
        .isInstanceOf(Verdict.Refused.class);
  }

  @Test
  void tokens_are_good_for_as_long_as_is_asked() {
    String token =
        token(remote.post("/tokens", "{\"kind\":\"USER\",\"validFor\":\"PT1M\"}").body());
    assertThat(Tokens.claimsOf(token).expiresAt()).isEqualTo(NOON.plusSeconds(60));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | There is no kind. Give [USER], [SESSION] or [SYSTEM].",
        "{\"kind\":\"USER\",\"user\":\"bob\"} | There is no user [bob] in this sandbox. Its users are [bigid].",
        "{\"kind\":\"USER\",\"defect\":\"EXPIRED\",\"validFor\":\"PT1S\"} | defect [EXPIRED] and validFor [PT1S] can't go together. Remove one.",
        "{\"kind\":\"USER\",\"validFor\":\"PT0S\"} | A token can't be valid for [PT0S]. Give a positive duration, or ask for TokenDefect.EXPIRED.",
        "{\"kind\":\"user\"} | line 1, column 9: kind [user] is not known. Did you mean [USER]? Known are USER, SESSION, SYSTEM.",
      })
  void tokens_that_can_t_be_made_are_told_why(String body, String detail) {
    assertThat(problem(remote.post("/tokens", body))).isEqualTo(problem(400, detail));
  }

  @Test
  void one_token_is_revoked_or_all_of_a_kind_or_all() {
    String one = tokens.systemToken("bigid");
    String other = tokens.systemToken("bigid");
    String user = tokens.userToken("bigid");
    assertThat(remote.post("/tokens/revoke", "{\"token\":\"%s\"}".formatted(one)).statusCode())
        .isEqualTo(204);
    assertThat(reason(one)).isEqualTo(Reason.TOKEN_REVOKED);
    assertThat(reason(other)).isNull();
    assertThat(remote.call("DELETE", "/tokens?kind=SYSTEM", "").statusCode()).isEqualTo(204);
    assertThat(reason(other)).isEqualTo(Reason.TOKEN_REVOKED);
    assertThat(reason(user)).isNull();
    assertThat(remote.call("DELETE", "/tokens", "").statusCode()).isEqualTo(204);
    assertThat(reason(user)).isEqualTo(Reason.TOKEN_REVOKED);
    assertThat(problem(remote.call("DELETE", "/tokens?kind=ALL", "")))
        .isEqualTo(
            problem(
                400,
                "The query parameter [kind] must be USER, SESSION or SYSTEM. Fix it, or leave it out for all."));
  }

  @Test
  void what_is_no_token_is_not_revoked_and_not_repeated() {
    String foreign = tokens.userToken("bigid", TokenDefect.SIGNED_BY_ANOTHER_SERVER);
    var answer = remote.post("/tokens/revoke", "{\"token\":\"%s\"}".formatted(foreign));
    assertThat(problem(answer))
        .isEqualTo(
            problem(
                400,
                "The text [%s… (%s characters)] is not a token that this sandbox signed, so it can't be revoked."
                    .formatted(foreign.substring(0, 6), foreign.length())));
  }

  @Test
  void tokens_of_a_kind_expire_and_those_that_live_longer_stay_good() {
    String system = tokens.systemToken("bigid");
    String lasting = tokens.validFor(TokenKind.SYSTEM, "bigid", Duration.ofHours(5));
    String user = tokens.userToken("bigid");
    JsonNode clock = json(remote.post("/tokens/expire", "{\"kind\":\"SYSTEM\"}"));
    assertThat(clock.path("instant").asText()).isEqualTo("2030-01-31T17:00:00Z");
    assertThat(reason(system)).isEqualTo(Reason.TOKEN_EXPIRED);
    assertThat(reason(lasting)).isEqualTo(Reason.TOKEN_EXPIRED);
    assertThat(reason(user)).isNull();
    remote.post("/tokens/expire", "");
    assertThat(reason(user)).isEqualTo(Reason.TOKEN_EXPIRED);
    Instant now = remote.bigId.clock().instant();
    remote.post("/tokens/expire", "");
    assertThat(remote.bigId.clock().instant()).isEqualTo(now);
  }

  private Reason reason(String token) {
    return tokens.verify(token) instanceof Verdict.Refused refused ? refused.reason() : null;
  }

  private static String token(String body) {
    return body.replaceFirst("^\\{\"token\":\"", "").replaceFirst("\".*", "");
  }
}
