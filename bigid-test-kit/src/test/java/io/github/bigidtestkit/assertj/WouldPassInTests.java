package io.github.bigidtestkit.assertj;

import static io.github.bigidtestkit.assertj.BigIdAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.DialectRules;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.TokenScheme;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.internal.dialect.Comparison;
import io.github.bigidtestkit.testing.Http;
import io.github.bigidtestkit.token.TokenDefect;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a client relies on that other dialects answer otherwise. */
class WouldPassInTests {

  private final FakeBigId bigId = FakeBigId.start();
  private final String user = bigId.tokens().userToken("bigid");
  private final String system = bigId.tokens().systemToken("bigid");

  @AfterEach
  void stop() {
    bigId.close();
  }

  @Test
  void get_and_raw_pass_in_deployments_and_post_and_bearer_in_the_specification() {
    bigId.resources().protect("GET", "/data", "{}");
    Http.call(bigId, "GET", "/refresh-access-token", "Authorization", user);
    Http.call(bigId, "GET", "/data", "Authorization", system);
    Http.login(bigId, "bigid", "learner");
    assertThat(bigId).wouldPassIn(Dialect.DEPLOYMENT).wouldPassIn(Dialect.TRAINING_SANDBOX);
    bigId.journal().clear();
    Http.refresh(bigId, user);
    Http.get(bigId, "/data", system);
    Http.login(bigId, "bigid", "learner");
    assertThat(bigId).wouldPassIn(Dialect.SPECIFICATION).wouldPassIn(Dialect.LENIENT);
  }

  @Test
  void each_call_that_would_be_refused_is_named_with_the_reason() {
    Http.refresh(bigId, user);
    Http.refresh(bigId, user);
    bigId.resources().protect("GET", "/data", "{}");
    Http.get(bigId, "/data", system);
    assertThatThrownBy(() -> assertThat(bigId).wouldPassIn(Dialect.DEPLOYMENT))
        .hasMessageContaining(
            "Expected each call to be answered alike in DEPLOYMENT, but #1, #2 POST"
                + " /api/v1/refresh-access-token: 404 in DEPLOYMENT (Method POST is not allowed for"
                + " the exchange in DEPLOYMENT; allowed is GET); #3 GET /api/v1/data: 401 in"
                + " DEPLOYMENT (the token was sent as Bearer, which DEPLOYMENT does not accept; send"
                + " it as the raw token or x-access-token).");
  }

  @Test
  void a_login_by_form_a_slash_and_a_header_of_its_own_do_not_pass_everywhere() {
    String form = "application/x-www-form-urlencoded";
    Http.login(bigId, "username=bigid&password=learner", "Content-Type", form);
    Http.call(bigId, "GET", "/refresh-access-token/", "x-access-token", user);
    assertThatThrownBy(() -> assertThat(bigId).wouldPassIn(Dialect.SPECIFICATION))
        .hasMessageContaining(
            "#1 POST /api/v1/sessions: 415 in SPECIFICATION (The Content-Type is [" + form + "];")
        .hasMessageContaining(
            "#2 GET /api/v1/refresh-access-token/: 404 in SPECIFICATION (The path ends in a slash;");
    assertThatThrownBy(() -> assertThat(bigId).wouldPassIn(Dialect.TRAINING_SANDBOX))
        .hasMessageContaining("the token was sent as x-access-token, which TRAINING_SANDBOX");
  }

  @Test
  void a_refusal_with_another_status_is_answered_otherwise() {
    String bad = bigId.tokens().userToken("bigid", TokenDefect.EXPIRED);
    Http.call(bigId, "GET", "/refresh-access-token", "Authorization", bad);
    assertThat(bigId).wouldPassIn(Dialect.DEPLOYMENT);
    assertThatThrownBy(() -> assertThat(bigId).wouldPassIn(Dialect.TRAINING_SANDBOX))
        .hasMessageContaining("but #1 GET /api/v1/refresh-access-token: 200 in TRAINING_SANDBOX.");
  }

  @Test
  void what_is_refused_for_its_form_here_alone_counts_for_nothing_there() {
    bigId.setDialect(Dialect.DEPLOYMENT);
    Http.refresh(bigId, user);
    assertThat(bigId).wouldPassIn(Dialect.LENIENT);
    assertThatThrownBy(() -> assertThat(bigId).wouldPassIn(otherStatus()))
        .hasMessageContaining("#1 POST /api/v1/refresh-access-token: 405 in acme");
  }

  private static DialectRules otherStatus() {
    return Dialect.SPECIFICATION.rules().toBuilder()
        .name("acme")
        .exchangeMethods("PUT")
        .exchangeSchemes(TokenScheme.RAW)
        .build();
  }

  @Test
  void a_call_that_a_fault_broke_counts_by_its_form() {
    bigId.faults().inject(Fault.delay(Duration.ofMillis(1))).optional().start();
    bigId.faults().inject(Fault.status(503)).times(1).start();
    Http.refresh(bigId, user);
    assertThatThrownBy(() -> assertThat(bigId).wouldPassIn(Dialect.DEPLOYMENT))
        .hasMessageContaining("#1 POST /api/v1/refresh-access-token: 404 in DEPLOYMENT");
  }

  @Test
  void without_a_call_nothing_is_proved() {
    assertThatThrownBy(() -> assertThat(bigId).wouldPassIn(Dialect.DEPLOYMENT))
        .hasMessageContaining(
            "Expected each call to be answered alike in DEPLOYMENT, but there was no call.");
  }

  @Test
  void a_failure_tells_what_other_dialects_would_have_refused() {
    assertThat(report()).isEmpty();
    Http.refresh(bigId, user);
    assertThat(report())
        .isEqualTo(
            """
            What other dialects would have refused:
              #1 POST /api/v1/refresh-access-token: 404 in DEPLOYMENT (Method POST is not allowed for \
            the exchange in DEPLOYMENT; allowed is GET)""");
    for (int i = 0; i < 9; i++) {
      Http.get(bigId, "/" + i, system);
    }
    assertThat(report().lines()).hasSize(8);
    assertThat(report()).endsWith("\n  and 4 more");
  }

  @Test
  void a_failure_in_another_dialect_names_it_and_what_it_answers_otherwise() {
    bigId.setDialect(Dialect.TRAINING_SANDBOX);
    assertThat(report()).isEqualTo("The dialect was TRAINING_SANDBOX.");
    Http.refresh(bigId, "nonsense");
    Http.call(bigId, "GET", "/refresh-access-token", "x-access-token", user);
    assertThat(report())
        .isEqualTo(
            """
            The dialect was TRAINING_SANDBOX. What it answers otherwise:
              #2 GET /api/v1/refresh-access-token: 200 in TRAINING_SANDBOX (the token was sent as \
            x-access-token, which TRAINING_SANDBOX does not accept; send it as Bearer or the raw token)
              #1 POST /api/v1/refresh-access-token: 401 in LENIENT""");
  }

  private String report() {
    return Comparison.report(bigId.dialect(), bigId.journal().exchanges());
  }
}
