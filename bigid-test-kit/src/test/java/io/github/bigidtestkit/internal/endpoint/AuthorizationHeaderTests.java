package io.github.bigidtestkit.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.TokenScheme;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.testing.Expect;
import io.github.bigidtestkit.testing.Http;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationHeaderTests {

  private static final String TWO = "There are 2 Authorization headers; send one";

  private final FakeBigId bigId = FakeBigId.start();
  private final String token = bigId.tokens().systemToken("bigid");

  @BeforeEach
  void register() {
    bigId.resources().protect("GET", "/data", "{}");
  }

  @AfterEach
  void stop() {
    bigId.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer %s",
        "bearer %s",
        "BEARER %s",
        "Bearer    %s",
        "  Bearer %s",
        "Bearer %s  ",
        "%s",
        " %s "
      })
  void accepts_bearer_in_any_case_and_the_raw_token(String pattern) {
    var answer = call(pattern.formatted(token));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(bigId.journal().last().orElseThrow().token().scheme())
        .isEqualTo(pattern.strip().length() > 2 ? TokenScheme.BEARER : TokenScheme.RAW);
  }

  @ParameterizedTest
  @CsvSource({
    "'', TOKEN_EMPTY, token is empty",
    "' ', TOKEN_EMPTY, token is empty",
    "Bearer, TOKEN_EMPTY, token is empty",
    "'bearer   ', TOKEN_EMPTY, token is empty",
    "Bearer Bearer, TOKEN_MALFORMED, token has 1 of the three parts of a JWT",
    "Basic YTpi, WRONG_SCHEME, the Authorization header has a scheme that is not Bearer",
    "Token a.b.c, WRONG_SCHEME, the Authorization header has a scheme that is not Bearer",
    "'Bearer: a.b.c', WRONG_SCHEME, the Authorization header has a scheme that is not Bearer",
    "'Bearer, a.b.c', WRONG_SCHEME, the Authorization header has a scheme that is not Bearer",
    "Basic, TOKEN_MALFORMED, token has 1 of the three parts of a JWT",
    "null, TOKEN_MALFORMED, token has 1 of the three parts of a JWT",
    "Bearer undefined, TOKEN_MALFORMED, token has 1 of the three parts of a JWT",
    "Bearer a b, TOKEN_MALFORMED, token has 1 of the three parts of a JWT",
    "..., TOKEN_MALFORMED, token has 4 of the three parts of a JWT"
  })
  void refuses_what_is_no_token(String value, Reason reason, String explanation) {
    var answer = call(value);
    assertThat(bigId.journal().last().orElseThrow().rejection().explanation())
        .isEqualTo(explanation);
    Expect.refused(bigId, answer, 401, reason, "Authentication failed. Token is not valid.");
  }

  @Test
  void refuses_a_call_without_the_header() {
    var answer = Http.call(bigId, "GET", "/data");
    assertThat(bigId.journal().last().orElseThrow().rejection().explanation())
        .isEqualTo("no Authorization header; expected a session token or a system token");
    Expect.refused(
        bigId, answer, 401, Reason.NO_TOKEN, "Authentication failed. Token is not valid.");
  }

  @Test
  void refresh_without_the_header_names_the_kind_that_is_wanted() {
    var answer = Http.call(bigId, "POST", "/refresh-access-token");
    assertThat(bigId.journal().last().orElseThrow().rejection().explanation())
        .isEqualTo("no Authorization header; expected a user token");
    Expect.refusedCredentials(bigId, answer, Reason.NO_TOKEN, "Failed to authenticate token.");
  }

  @Test
  void refuses_two_headers_even_if_both_are_good() {
    var answer =
        Http.call(
            bigId, "GET", "/data", "Authorization", token, "authorization", "Bearer " + token);
    Expect.refused(bigId, answer, 400, Reason.DUPLICATE_AUTHORIZATION, TWO);
  }

  @Test
  void refuses_a_token_in_both_headers() {
    var answer = Http.call(bigId, "GET", "/data", "Authorization", token, "x-access-token", token);
    Expect.refused(
        bigId,
        answer,
        400,
        Reason.DUPLICATE_AUTHORIZATION,
        "There are 2 headers with tokens, Authorization and x-access-token together; send one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-access-token", "X-Access-Token", "X-ACCESS-TOKEN"})
  void accepts_the_token_in_a_header_of_its_own(String name) {
    var answer = Http.call(bigId, "GET", "/data", name, token);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(bigId.journal().last().orElseThrow().token().scheme())
        .isEqualTo(TokenScheme.X_ACCESS_TOKEN);
  }

  @Test
  void bearer_has_no_place_in_the_header_of_its_own() {
    var answer = Http.call(bigId, "GET", "/data", "x-access-token", "Bearer " + token);
    Expect.refused(
        bigId, answer, 401, Reason.TOKEN_MALFORMED, "Authentication failed. Token is not valid.");
  }

  @Test
  void two_headers_do_not_matter_to_a_login() {
    var login =
        Http.login(
            bigId,
            "{\"username\":\"bigid\",\"password\":\"learner\"}",
            "Content-Type",
            "application/json",
            "Authorization",
            "a",
            "Authorization",
            "b");
    assertThat(login.statusCode()).isEqualTo(200);
  }

  @Test
  void a_huge_token_is_refused_like_any_other() {
    Expect.refused(
        bigId,
        call("Bearer " + "x".repeat(200_000)),
        401,
        Reason.TOKEN_MALFORMED,
        "Authentication failed. Token is not valid.");
  }

  private HttpResponse<String> call(String authorization) {
    return Http.call(bigId, "GET", "/data", "Authorization", authorization);
  }
}
