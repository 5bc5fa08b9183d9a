package io.github.bigidtestkit.samples;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.ProtectedResource;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

// region lockout
@BigIdSandbox(lockAfter = 3, lockFor = "PT15M")
@ProtectedResource(path = "/ds-connections", json = DataSources.NONE)
class LockoutTests {

  @Test
  void three_wrong_passwords_lock_a_user_for_a_quarter_of_an_hour(
      FakeBigId bigId, @BaseUrl URI baseUrl) {
    for (int i = 0; i < 3; i++) {
      refused(baseUrl, "wrong");
    }
    refused(baseUrl, "learner");

    bigId.clock().advance(Duration.ofMinutes(15));
    assertThatNoException().isThrownBy(catalog(baseUrl, "learner")::list);
  }

  private static void refused(URI baseUrl, String password) {
    assertThatExceptionOfType(BigIdException.class)
        .isThrownBy(catalog(baseUrl, password)::list)
        .withMessage("BigID rejected POST /sessions");
  }

  private static CatalogClient catalog(URI baseUrl, String password) {
    return new CatalogClient(new BigIdClient(baseUrl, Credentials.login("bigid", password)));
  }
}
// endregion
