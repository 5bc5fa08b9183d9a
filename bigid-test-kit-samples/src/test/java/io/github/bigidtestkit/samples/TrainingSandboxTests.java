package io.github.bigidtestkit.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.SandboxClock;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.Journal;
import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.Defective;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.junit.UserToken;
import io.github.bigidtestkit.samples.BigIdException.Reason;
import io.github.bigidtestkit.token.TokenDefect;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

// region training-sandbox
@BigIdSandbox(dialect = Dialect.TRAINING_SANDBOX)
@ProtectedResource(path = "/ds-connections", json = DataSources.NONE)
class TrainingSandboxTests {

  @Test
  void a_refusal_with_status_200_is_a_refusal(
      Journal journal,
      @BaseUrl URI baseUrl,
      @UserToken @Defective(TokenDefect.WRONG_SIGNATURE) String bad) {
    var client = new BigIdClient(baseUrl, Credentials.userToken(bad));

    assertThatExceptionOfType(BigIdException.class)
        .isThrownBy(() -> client.get("/ds-connections"))
        .returns(Reason.NOT_AUTHENTICATED, BigIdException::reason);

    assertThat(journal.refused()).extracting(Exchange::status).containsExactly(200);
  }

  @Test
  void a_system_token_refused_with_status_200_is_renewed(
      Journal journal, SandboxClock clock, @BaseUrl URI baseUrl, @UserToken String token) {
    var catalog = new CatalogClient(baseUrl, token);

    catalog.list();
    clock.advance(Duration.ofHours(2)); // The client uses its own clock.

    assertThat(catalog.list()).isEmpty();
    assertThat(journal.exchanges(Endpoint.REFRESH)).hasSize(2);
  }
}
// endregion
