package io.github.bigidtestkit.samples;

import static io.github.bigidtestkit.assertj.BigIdAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.DialectRules;
import io.github.bigidtestkit.DialectRules.Answer;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.RefusalKind;
import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.DialectSweep;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.junit.UserToken;
import java.net.URI;
import org.junit.jupiter.api.Test;

@BigIdSandbox
@ProtectedResource(path = "/ds-connections", json = DataSources.NONE)
class OwnDialectTests {

  // region own
  /** As a deployment behind a proxy that also accepts POST and says more in a refusal. */
  static final DialectRules ACME =
      Dialect.DEPLOYMENT.rules().toBuilder()
          .name("acme")
          .exchangeMethods("GET", "POST")
          .refusal(RefusalKind.ACCESS_TOKEN, Answer.failure(401, "Token expired"))
          .build();

  @Test
  void works_with_the_dialect_of_one_deployment(
      FakeBigId bigId, @BaseUrl URI baseUrl, @UserToken String token) {
    bigId.setDialect(ACME);
    assertThat(new CatalogClient(baseUrl, token).list()).isEmpty();
  }

  @Test
  void would_work_there(FakeBigId bigId, @BaseUrl URI baseUrl, @UserToken String token) {
    new CatalogClient(baseUrl, token).list();
    assertThat(bigId).wouldPassIn(ACME);
  }

  // endregion

  // region sweep
  @DialectSweep({Dialect.LENIENT, Dialect.DEPLOYMENT})
  void works_with_both(Dialect dialect, @BaseUrl URI baseUrl, @UserToken String token) {
    assertThat(new CatalogClient(baseUrl, token).list()).as("in " + dialect).isEmpty();
  }

  // endregion

  // region file
  @DialectSweep(value = Dialect.DEPLOYMENT, files = "classpath:acme.json")
  void works_with_the_file(DialectRules rules, @BaseUrl URI baseUrl, @UserToken String token) {
    assertThat(new CatalogClient(baseUrl, token).list()).as(rules.name()).isEmpty();
  }
  // endregion
}
