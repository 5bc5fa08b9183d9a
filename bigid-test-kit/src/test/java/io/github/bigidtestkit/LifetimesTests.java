package io.github.bigidtestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bigidtestkit.token.TokenKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LifetimesTests {

  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void are_30_days_24_hours_and_1_hour_by_default() {
    assertThat(Lifetimes.DEFAULT.of(TokenKind.USER)).isEqualTo(Duration.ofDays(30));
    assertThat(Lifetimes.DEFAULT.of(TokenKind.SESSION)).isEqualTo(Duration.ofHours(24));
    assertThat(Lifetimes.DEFAULT.of(TokenKind.SYSTEM)).isEqualTo(HOUR);
  }

  @ParameterizedTest
  @EnumSource(TokenKind.class)
  void refuse_what_is_not_positive(TokenKind kind) {
    for (Duration ttl : new Duration[] {Duration.ZERO, Duration.ofSeconds(-1)}) {
      assertThatThrownBy(() -> with(kind, ttl))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "%s [%s] is not positive. A token lives at least one second; for an expired one ask for TokenDefect.EXPIRED.",
              name(kind), ttl);
    }
  }

  @ParameterizedTest
  @EnumSource(TokenKind.class)
  void refuse_fractions_of_a_second(TokenKind kind) {
    for (Duration ttl : new Duration[] {Duration.ofMillis(1_500), Duration.ofNanos(1)}) {
      assertThatThrownBy(() -> with(kind, ttl))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "%s [%s] is not a whole number of seconds. A JWT counts in seconds; round it.",
              name(kind), ttl);
    }
  }

  @ParameterizedTest
  @CsvSource({"USER, 999", "SESSION, 36500", "SYSTEM, 36500"})
  void refuse_what_is_longer_than_possible(TokenKind kind, int days) {
    Duration longest = Duration.ofDays(days);
    assertThat(with(kind, longest).of(kind)).isEqualTo(longest);
    assertThatThrownBy(() -> with(kind, longest.plusSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "%s [%s] is too long. At most %d days are possible; shorten it.",
            name(kind), longest.plusSeconds(1), days);
  }

  @ParameterizedTest
  @EnumSource(TokenKind.class)
  void take_one_second(TokenKind kind) {
    assertThat(with(kind, Duration.ofSeconds(1)).of(kind)).isEqualTo(Duration.ofSeconds(1));
  }

  private static Lifetimes with(TokenKind kind, Duration ttl) {
    return switch (kind) {
      case USER -> new Lifetimes(ttl, HOUR, HOUR);
      case SESSION -> new Lifetimes(HOUR, ttl, HOUR);
      case SYSTEM -> new Lifetimes(HOUR, HOUR, ttl);
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
