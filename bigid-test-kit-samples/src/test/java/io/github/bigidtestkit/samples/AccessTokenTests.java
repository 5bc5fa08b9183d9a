package io.github.bigidtestkit.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.SandboxClock;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.Defective;
import io.github.bigidtestkit.junit.SystemToken;
import io.github.bigidtestkit.token.TokenDefect;
import io.github.bigidtestkit.token.TokenKind;
import io.github.bigidtestkit.token.Tokens;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@BigIdSandbox
class AccessTokenTests {

  private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
  private static final Duration MARGIN = Duration.ofMinutes(1);

  @ParameterizedTest
  @CsvSource({"PT1H, PT59M", "PT90S, PT45S"})
  void is_renewed_a_margin_before_its_expiry_or_at_half_of_its_life(
      Duration life, Duration renewal, SandboxClock clock, Tokens tokens) {
    clock.freeze();
    clock.set(NOON);
    String text = tokens.validFor(TokenKind.SYSTEM, "bigid", life);

    AccessToken token = AccessToken.read(text, NOON, MARGIN);

    assertThat(token.renewAt()).isEqualTo(NOON.plus(renewal));
  }

  @Test
  void is_stale_from_the_instant_of_its_renewal_on() {
    AccessToken token = new AccessToken("text", NOON);

    assertThat(token.staleAt(NOON.minusNanos(1))).isFalse();
    assertThat(token.staleAt(NOON)).isTrue();
  }

  @Test
  void is_kept_until_it_is_rejected_if_its_expiry_can_not_be_read(
      @SystemToken @Defective(TokenDefect.MISSING_EXPIRY) String eternal,
      @SystemToken @Defective(TokenDefect.NOT_BASE64) String garbled,
      @SystemToken @Defective(TokenDefect.NOT_JSON) String strange) {
    for (String text : new String[] {eternal, garbled, strange, "opaque", ""}) {
      assertThat(AccessToken.read(text, NOON, MARGIN).renewAt()).isEqualTo(Instant.MAX);
    }
  }
}
