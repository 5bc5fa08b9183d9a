package io.github.bigidtestkit.assertj.outside;

import static io.github.bigidtestkit.assertj.BigIdAssertions.assertThat;
import static io.github.bigidtestkit.assertj.BigIdAssertions.assertThatToken;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.assertj.BigIdSoftAssertions;
import io.github.bigidtestkit.assertj.FakeBigIdAssert;
import io.github.bigidtestkit.testing.Http;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** How the assertions look from a user's package, where their inner classes can't be seen. */
class FromOutsideTests {

  @Test
  void they_chain_beside_assertj_s_own() {
    try (FakeBigId bigId = FakeBigId.start()) {
      String token = Http.field(Http.login(bigId, "bigid", "learner"), "auth_token");
      assertThat(bigId).loggedInTimes(1).neverSentCredentialsAgain().sentNoSecretInUrl();
      assertThat(bigId.journal().last().orElseThrow()).isOf(Endpoint.SESSIONS).isNotNull();
      assertThatToken(token).isAcceptedBy(bigId);
      assertThat(token).isNotBlank();
    }
  }

  @Test
  void they_can_be_referred_to_and_be_soft() {
    BiFunction<FakeBigIdAssert, Integer, FakeBigIdAssert> inherited =
        FakeBigIdAssert::refreshedTimes;
    try (FakeBigId bigId = FakeBigId.start()) {
      BigIdSoftAssertions softly = new BigIdSoftAssertions();
      inherited
          .apply(softly.assertThat(bigId), 1)
          .loggedInTimes(1)
          .allowingNoCalls()
          .neverSentExpiredToken();
      assertThat(softly.assertionErrorsCollected()).hasSize(2);
    }
  }
}
