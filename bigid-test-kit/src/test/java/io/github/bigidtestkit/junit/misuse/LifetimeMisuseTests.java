package io.github.bigidtestkit.junit.misuse;

import static io.github.bigidtestkit.junit.Run.assertMisuse;

import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.OneTest;
import org.junit.jupiter.api.Test;

/** Lifetimes that no token can have. */
class LifetimeMisuseTests {

  @Test
  void a_bare_number() {
    assertMisuse(
        NumberTestCase.class,
        "systemTokenTtl [900] is not an ISO-8601 duration in days, hours, minutes and seconds. Write 15 minutes as [PT15M], 30 days as [P30D].");
  }

  @Test
  void a_period_of_months() {
    assertMisuse(
        MonthsTestCase.class,
        "userTokenTtl [P1M] is not an ISO-8601 duration in days, hours, minutes and seconds. Write 15 minutes as [PT15M], 30 days as [P30D].");
  }

  @Test
  void a_blank() {
    assertMisuse(
        BlankTestCase.class,
        "sessionTokenTtl [ ] is not an ISO-8601 duration in days, hours, minutes and seconds. Write 15 minutes as [PT15M], 30 days as [P30D].");
  }

  @Test
  void a_negative_one() {
    assertMisuse(
        NegativeTestCase.class,
        "systemTokenTtl [PT-1S] is out of range. Give whole seconds, from one second to 36500 days; for an expired token use TokenDefect.EXPIRED.");
  }

  @Test
  void zero() {
    assertMisuse(
        ZeroTestCase.class,
        "sessionTokenTtl [PT0S] is out of range. Give whole seconds, from one second to 36500 days; for an expired token use TokenDefect.EXPIRED.");
  }

  @Test
  void fractions_of_a_second() {
    assertMisuse(
        FractionTestCase.class,
        "systemTokenTtl [PT1.5S] is out of range. Give whole seconds, from one second to 36500 days; for an expired token use TokenDefect.EXPIRED.");
  }

  @Test
  void a_user_token_above_999_days() {
    assertMisuse(
        LongUserTokenTestCase.class,
        "userTokenTtl [PT24000H] is out of range. Give whole seconds, from one second to 999 days; for an expired token use TokenDefect.EXPIRED.");
  }

  @Test
  void another_token_above_a_hundred_years() {
    assertMisuse(
        LongSessionTokenTestCase.class,
        "sessionTokenTtl [PT876024H] is out of range. Give whole seconds, from one second to 36500 days; for an expired token use TokenDefect.EXPIRED.");
  }

  @BigIdSandbox(systemTokenTtl = "900")
  static class NumberTestCase extends OneTest {}

  @BigIdSandbox(userTokenTtl = "P1M")
  static class MonthsTestCase extends OneTest {}

  @BigIdSandbox(sessionTokenTtl = " ")
  static class BlankTestCase extends OneTest {}

  @BigIdSandbox(systemTokenTtl = "PT-1S")
  static class NegativeTestCase extends OneTest {}

  @BigIdSandbox(sessionTokenTtl = "PT0S")
  static class ZeroTestCase extends OneTest {}

  @BigIdSandbox(systemTokenTtl = "PT1.5S")
  static class FractionTestCase extends OneTest {}

  @BigIdSandbox(userTokenTtl = "P1000D")
  static class LongUserTokenTestCase extends OneTest {}

  @BigIdSandbox(sessionTokenTtl = "P36501D")
  static class LongSessionTokenTestCase extends OneTest {}
}
