package io.github.bigidtestkit.junit;

import static io.github.bigidtestkit.junit.Run.assertMisuse;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.testing.Http;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@BigIdSandbox(lockAfter = 2, lockFor = "PT5M")
class LockoutAnnotationTests {

  private static int login(FakeBigId bigId, String password) {
    return Http.login(bigId, "bigid", password).statusCode();
  }

  @Test
  void locks_after_as_many_wrong_passwords_for_as_long_as_said(FakeBigId bigId) {
    assertThat(login(bigId, "x") + login(bigId, "x")).isEqualTo(802);
    assertThat(login(bigId, "learner")).isEqualTo(401);
    bigId.clock().advance(Duration.ofMinutes(5));
    assertThat(login(bigId, "learner")).isEqualTo(200);
  }

  @Nested
  @BigIdSandbox(lockAfter = 1, lockFor = "PT1M")
  class Inside {

    @Test
    void the_nearest_rule_counts(FakeBigId bigId) {
      assertThat(login(bigId, "x")).isEqualTo(401);
      assertThat(login(bigId, "learner")).isEqualTo(401);
      bigId.clock().advance(Duration.ofMinutes(1));
      assertThat(login(bigId, "learner")).isEqualTo(200);
    }
  }

  @Nested
  @BigIdSandbox
  class Inherited {

    @Test
    void the_rule_around_counts(FakeBigId bigId) {
      assertThat(login(bigId, "x") + login(bigId, "x")).isEqualTo(802);
      assertThat(login(bigId, "learner")).isEqualTo(401);
    }
  }

  @Test
  void one_without_the_other() {
    assertMisuse(OnlyAfterTestCase.class, "lockAfter [3] goes with lockFor. Give both, or none.");
    assertMisuse(OnlyForTestCase.class, "lockFor [PT1M] goes with lockAfter. Give both, or none.");
  }

  @Test
  void values_that_lock_nobody() {
    assertMisuse(
        NegativeTestCase.class,
        "lockAfter [-1] is too small. A user is locked after at least one wrong password.");
    assertMisuse(
        ZeroTestCase.class, "lockFor [PT0S] is not positive. Say how long a user stays locked.");
    assertMisuse(
        NumberTestCase.class,
        "lockFor [15] is not an ISO-8601 duration in days, hours, minutes and seconds. Write 15 minutes as [PT15M], 30 days as [P30D].");
  }

  @BigIdSandbox(lockAfter = 3)
  static class OnlyAfterTestCase extends OneTest {}

  @BigIdSandbox(lockFor = "PT1M")
  static class OnlyForTestCase extends OneTest {}

  @BigIdSandbox(lockAfter = -1, lockFor = "PT1M")
  static class NegativeTestCase extends OneTest {}

  @BigIdSandbox(lockAfter = 1, lockFor = "PT0S")
  static class ZeroTestCase extends OneTest {}

  @BigIdSandbox(lockAfter = 1, lockFor = "15")
  static class NumberTestCase extends OneTest {}
}
