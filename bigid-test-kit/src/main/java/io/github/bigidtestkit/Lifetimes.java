package io.github.bigidtestkit;

import io.github.bigidtestkit.token.TokenKind;
import java.time.Duration;

/**
 * How long tokens are valid from their issue, in whole seconds, because JWTs count seconds.
 *
 * @param user of user tokens, at most 999 days (observed)
 * @param session of session tokens
 * @param system of system tokens
 */
public record Lifetimes(Duration user, Duration session, Duration system) {

  /** The longest lifetime of a user token that an administrator can choose (observed). */
  private static final Duration LONGEST_USER_TOKEN = Duration.ofDays(999);

  private static final Duration LONGEST = Duration.ofDays(36_500);

  /** 30 days, 24 hours and 1 hour: the kit's choice, as BigID documents no lifetimes. */
  public static final Lifetimes DEFAULT =
      new Lifetimes(Duration.ofDays(30), Duration.ofHours(24), Duration.ofHours(1));

  /**
   * Validates.
   *
   * @throws IllegalArgumentException if one is not a whole number of seconds, less than one second
   *     or too long
   */
  public Lifetimes {
    check("userTokenTtl", user, LONGEST_USER_TOKEN);
    check("sessionTokenTtl", session, LONGEST);
    check("systemTokenTtl", system, LONGEST);
  }

  /** The lifetime of a kind of token. */
  public Duration of(TokenKind kind) {
    return switch (kind) {
      case USER -> user;
      case SESSION -> session;
      case SYSTEM -> system;
    };
  }

  private static void check(String name, Duration ttl, Duration longest) {
    if (ttl.isNegative() || ttl.isZero()) {
      throw new IllegalArgumentException(
          "%s [%s] is not positive. A token lives at least one second; for an expired one ask for TokenDefect.EXPIRED."
              .formatted(name, ttl));
    }
    if (!ttl.equals(Duration.ofSeconds(ttl.toSeconds()))) {
      throw new IllegalArgumentException(
          "%s [%s] is not a whole number of seconds. A JWT counts in seconds; round it."
              .formatted(name, ttl));
    }
    if (ttl.compareTo(longest) > 0) {
      throw new IllegalArgumentException(
          "%s [%s] is too long. At most %s days are possible; shorten it."
              .formatted(name, ttl, longest.toDays()));
    }
  }
}
