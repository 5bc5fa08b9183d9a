package io.github.bigidtestkit.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.Journal;
import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.Defective;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.junit.UserToken;
import io.github.bigidtestkit.token.TokenDefect;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import org.junit.jupiter.api.Test;

@BigIdSandbox
@ProtectedResource(path = "/ds-connections", json = DataSources.NONE)
class SecretsTests {

  @Test
  void no_secret_is_put_into_a_url(Journal journal, @BaseUrl URI baseUrl, @UserToken String token) {
    new BigIdClient(baseUrl, Credentials.userToken(token)).get("/ds-connections");
    new BigIdClient(baseUrl, Credentials.login("bigid", "learner")).get("/ds-connections");

    assertThat(journal.exchanges()).hasSize(4).extracting(Exchange::query).containsOnlyNulls();
    assertThat(journal.exchanges())
        .extracting(Exchange::path)
        .containsOnly("/api/v1/refresh-access-token", "/api/v1/sessions", "/api/v1/ds-connections");
  }

  @Test
  void a_rejected_token_is_not_shown(
      @BaseUrl URI baseUrl, @UserToken @Defective(TokenDefect.REVOKED) String bad) {
    assertThat(failure(baseUrl, Credentials.userToken(bad))).doesNotContain(bad);
  }

  @Test
  void a_token_that_no_header_can_carry_is_not_shown(@BaseUrl URI baseUrl) {
    assertThat(failure(baseUrl, Credentials.userToken("top\nsecret")))
        .contains("The token has characters that a header can't carry")
        .doesNotContain("secret");
  }

  @Test
  void a_rejected_password_is_not_shown(@BaseUrl URI baseUrl) {
    assertThat(failure(baseUrl, Credentials.login("bigid", "tell-nobody")))
        .contains("BigID rejected POST /sessions")
        .doesNotContain("tell-nobody");
  }

  @Test
  void credentials_and_tokens_do_not_print_their_secrets() {
    assertThat(Credentials.userToken("abc")).hasToString("user token");
    assertThat(Credentials.login("alice", "s3cret")).hasToString("login of alice");
    assertThat(new AccessToken("abc", java.time.Instant.EPOCH))
        .hasToString("AccessToken[renewAt=1970-01-01T00:00:00Z]");
  }

  private static String failure(URI baseUrl, Credentials credentials) {
    BigIdClient client = new BigIdClient(baseUrl, credentials);
    StringWriter trace = new StringWriter();
    catchThrowableOfType(BigIdException.class, () -> client.get("/ds-connections"))
        .printStackTrace(new PrintWriter(trace, true));
    return trace.toString();
  }
}
