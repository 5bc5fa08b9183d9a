package io.github.bigidtestkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.testing.Expect;
import io.github.bigidtestkit.testing.Http;
import io.github.bigidtestkit.token.TokenDefect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Refusals as recorded traffic showed them: status 200, and only the body tells. */
class ObservedAnswersTests {

  private static final String NOT_VERIFIED = "Failed to authenticate token.";
  private static final String NOT_ACCEPTED = "Refresh token not valid";

  private final FakeBigId bigId = ContractTests.start(Dialect.OBSERVED);

  @AfterEach
  void stop() {
    bigId.close();
  }

  @ParameterizedTest
  @EnumSource(TokenDefect.class)
  void refresh_tells_tokens_that_do_not_verify_from_those_not_accepted(TokenDefect defect) {
    var answer = Http.refresh(bigId, bigId.tokens().userToken("bigid", defect));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().allValues("Content-Type"))
        .containsExactly("text/html; charset=utf-8");
    assertThat(answer.body()).isEqualTo(Expect.failure(message(defect)));
    assertThat(bigId.journal().refused()).hasSize(1);
    Expect.stillServes(bigId);
  }

  private static String message(TokenDefect defect) {
    return switch (defect) {
      case WRONG_TYPE, UNKNOWN_USER, DISABLED_USER, NOT_SAVED, REVOKED -> NOT_ACCEPTED;
      default -> NOT_VERIFIED;
    };
  }

  @Test
  void refresh_without_a_token_does_not_verify() {
    var answer = Http.call(bigId, "GET", "/refresh-access-token");
    assertThat(answer.body()).isEqualTo(Expect.failure(NOT_VERIFIED));
    Expect.lastRefusal(bigId, 200, Reason.NO_TOKEN);
  }

  @ParameterizedTest
  @EnumSource(TokenDefect.class)
  void calls_behind_the_login_fail_with_200(TokenDefect defect) {
    bigId.resources().protect("GET", "/data", "{}");
    var answer = Http.get(bigId, "/data", bigId.tokens().systemToken("bigid", defect));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(Expect.failure("Authentication failed. Token is not valid."));
    assertThat(bigId.journal().last().orElseThrow().refused()).isTrue();
  }

  @Test
  void missing_permission_is_403_here_too() {
    bigId.resources().protect("GET", "/data", "OTHER", "{}");
    var answer = Http.get(bigId, "/data", bigId.tokens().systemToken("bigid"));
    Expect.refused(
        bigId,
        answer,
        403,
        Reason.PERMISSION_MISSING,
        "Permission [OTHER] is required; user [bigid] does not have it");
  }
}
