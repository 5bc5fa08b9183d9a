package io.github.bigidtestkit.fault;

import java.time.Duration;

/**
 * 429 with {@code Retry-After} for calls beyond so many in a period of the sandbox clock. A period
 * begins with the first call after the last one ended.
 *
 * @param calls how many are let through in a period; zero or more
 * @param period how long a period is; positive
 * @param perUser whether each user has a count of its own
 */
public record RateLimit(int calls, Duration period, boolean perUser) implements Fault {

  /**
   * Validates.
   *
   * @throws IllegalArgumentException if calls are negative or the period is not positive
   */
  public RateLimit {
    if (calls < 0) {
      throw new IllegalArgumentException(
          "rate limit of [%s] calls is negative. Give zero or more.".formatted(calls));
    }
    if (period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException(
          "rate limit over [%s] has no length. Give a positive period.".formatted(period));
    }
  }

  /** The same with a count for each user. */
  public RateLimit eachUser() {
    return new RateLimit(calls, period, true);
  }

  @Override
  public String label() {
    return "rate limit of %s calls in %s%s".formatted(calls, period, perUser ? " a user" : "");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.rateLimit(this);
  }
}
