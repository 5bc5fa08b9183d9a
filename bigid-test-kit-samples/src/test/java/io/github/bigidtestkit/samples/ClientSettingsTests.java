package io.github.bigidtestkit.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.DialectSweep;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.samples.BigIdException.Reason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where each setting of the client works, and where it does not. */
@BigIdSandbox
@ProtectedResource(path = "/ds-connections", json = DataSources.NONE)
class ClientSettingsTests {

  private final FakeBigId bigId;

  ClientSettingsTests(FakeBigId bigId) {
    this.bigId = bigId;
  }

  @DialectSweep({
    Dialect.SPECIFICATION,
    Dialect.LENIENT,
    Dialect.DEPLOYMENT,
    Dialect.TRAINING_SANDBOX
  })
  void each_dialect_takes_some_settings_and_refuses_the_others(Dialect dialect) {
    List<String> accepted = new ArrayList<>();
    for (ExchangeMethod exchange : ExchangeMethod.values()) {
      for (Scheme scheme : Scheme.values()) {
        if (gets_in(exchange, scheme)) {
          accepted.add(exchange + " " + scheme);
        }
      }
    }

    assertThat(accepted)
        .containsExactlyElementsOf(
            switch (dialect) {
              case SPECIFICATION -> List.of("POST BEARER");
              case LENIENT ->
                  List.of(
                      "GET RAW",
                      "GET BEARER",
                      "GET X_ACCESS_TOKEN",
                      "POST RAW",
                      "POST BEARER",
                      "POST X_ACCESS_TOKEN");
              case DEPLOYMENT -> List.of("GET RAW", "GET X_ACCESS_TOKEN");
              case TRAINING_SANDBOX -> List.of("GET RAW", "GET BEARER", "POST RAW", "POST BEARER");
            });
  }

  private boolean gets_in(ExchangeMethod exchange, Scheme scheme) {
    try {
      return client(exchange, scheme).list().isEmpty();
    } catch (BigIdException refused) {
      return false;
    }
  }

  @Test
  @BigIdSandbox(dialect = Dialect.DEPLOYMENT)
  void deployments_do_not_know_the_exchange_by_post() {
    assertThatExceptionOfType(BigIdException.class)
        .isThrownBy(client(ExchangeMethod.POST, Scheme.RAW)::list)
        .withMessage("BigID answered POST /refresh-access-token with 404")
        .returns(Reason.UNAVAILABLE, BigIdException::reason);
  }

  @Test
  @BigIdSandbox(dialect = Dialect.DEPLOYMENT)
  void deployments_refuse_bearer() {
    assertThatExceptionOfType(BigIdException.class)
        .isThrownBy(client(ExchangeMethod.GET, Scheme.BEARER)::list)
        .withMessage("BigID rejected GET /refresh-access-token")
        .returns(Reason.NOT_AUTHENTICATED, BigIdException::reason);
  }

  private CatalogClient client(ExchangeMethod exchange, Scheme scheme) {
    var settings = ClientSettings.defaults().withExchange(exchange).withScheme(scheme);
    var credentials = Credentials.userToken(bigId.tokens().userToken("bigid"));
    return new CatalogClient(new BigIdClient(bigId.baseUrl(), credentials, settings));
  }
}
