package io.github.bigidtestkit.samples;

import static io.github.bigidtestkit.assertj.BigIdAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.Defective;
import io.github.bigidtestkit.junit.DialectSweep;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.junit.UserToken;
import io.github.bigidtestkit.samples.BigIdException.Reason;
import io.github.bigidtestkit.token.TokenDefect;
import io.github.bigidtestkit.token.TokenKind;
import java.net.URI;

// region sweep
/** One client for deployments of today and for the training sandbox. */
@BigIdSandbox
@ProtectedResource(path = "/ds-connections", json = DataSources.HR)
class DialectSweepTests {

  @DialectSweep({Dialect.DEPLOYMENT, Dialect.TRAINING_SANDBOX})
  void gets_another_token_for_one_that_was_refused(
      FakeBigId bigId, @BaseUrl URI baseUrl, @UserToken String token) {
    var catalog = new CatalogClient(baseUrl, token);
    catalog.list();
    bigId.tokens().revokeAll(TokenKind.SYSTEM);

    assertThat(catalog.list()).containsExactly(new DataSource("hr", "rdb-mysql"));
    assertThat(bigId).refreshedTimes(2).neverReusedRejectedToken();
  }

  @DialectSweep({Dialect.DEPLOYMENT, Dialect.TRAINING_SANDBOX})
  void reports_a_bad_user_token(
      @BaseUrl URI baseUrl, @UserToken @Defective(TokenDefect.EXPIRED) String bad) {
    var catalog = new CatalogClient(baseUrl, bad);

    assertThatExceptionOfType(BigIdException.class)
        .isThrownBy(catalog::list)
        .returns(Reason.NOT_AUTHENTICATED, BigIdException::reason);
  }
}
// endregion
