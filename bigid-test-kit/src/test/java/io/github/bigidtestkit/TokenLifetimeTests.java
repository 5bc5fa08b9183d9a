package io.github.bigidtestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bigidtestkit.token.TokenKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How long tokens are valid, as a configuration says. */
class TokenLifetimeTests {

  @Test
  void lifetimes_are_30_days_24_hours_and_1_hour_by_default() {
    assertThat(SandboxConfig.defaults().ttl(TokenKind.USER)).isEqualTo(Duration.ofDays(30));
    assertThat(SandboxConfig.defaults().ttl(TokenKind.SESSION)).isEqualTo(Duration.ofHours(24));
    assertThat(SandboxConfig.defaults().ttl(TokenKind.SYSTEM)).isEqualTo(Duration.ofHours(1));
  }

  @ParameterizedTest
  @CsvSource({"USER, 999", "SESSION, 36500", "SYSTEM, 36500"})
  void lifetimes_out_of_range_are_refused(TokenKind kind, int days) {
    Duration longest = Duration.ofDays(days);
    assertThat(with(kind, longest).ttl(kind)).isEqualTo(longest);
    for (Duration ttl :
        List.of(
            Duration.ZERO,
            Duration.ofSeconds(-1),
            Duration.ofMillis(1_500),
            Duration.ofNanos(1),
            longest.plusSeconds(1))) {
      assertThatThrownBy(() -> with(kind, ttl))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "%s [%s] is out of range. Give whole seconds, from one second to %d days; for an expired token use TokenDefect.EXPIRED.",
              name(kind), ttl, days);
    }
  }

  @ParameterizedTest
  @EnumSource(TokenKind.class)
  void one_second_is_the_shortest_lifetime(TokenKind kind) {
    assertThat(with(kind, Duration.ofSeconds(1)).ttl(kind)).isEqualTo(Duration.ofSeconds(1));
  }

  private static SandboxConfig with(TokenKind kind, Duration ttl) {
    SandboxConfig.Builder builder = SandboxConfig.builder();
    return switch (kind) {
      case USER -> builder.userTokenTtl(ttl).build();
      case SESSION -> builder.sessionTokenTtl(ttl).build();
      case SYSTEM -> builder.systemTokenTtl(ttl).build();
    };
  }

  private static String name(TokenKind kind) {
    return switch (kind) {
      case USER -> "userTokenTtl";
      case SESSION -> "sessionTokenTtl";
      case SYSTEM -> "systemTokenTtl";
    };
  }
}
