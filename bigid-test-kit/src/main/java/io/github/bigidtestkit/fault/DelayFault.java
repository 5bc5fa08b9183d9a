package io.github.bigidtestkit.fault;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The true answer, later. Real time, as clients measure their timeouts in it. Random delays come
 * from a seed that {@link #label()} tells, so that a failed run can be had again.
 *
 * @param shape how the delay is distributed
 * @param least the delay, the lower bound, or the median
 * @param most the upper bound of a uniform delay
 * @param sigma the standard deviation of the logarithm of a log-normal delay
 * @param seed where random delays start from
 */
public record DelayFault(Shape shape, Duration least, Duration most, double sigma, long seed)
    implements Fault {

  /** How a delay is distributed. */
  public enum Shape {
    /** Always the same. */
    FIXED,
    /** Equally likely between two bounds. */
    UNIFORM,
    /** Log-normal around a median. */
    LOG_NORMAL
  }

  /** The longest delay: ten minutes. */
  public static final Duration LONGEST = Duration.ofMinutes(10);

  /**
   * Validates.
   *
   * @throws IllegalArgumentException if a delay is negative or above ten minutes, the bounds are
   *     the wrong way round, or sigma is not from 0 to 5
   */
  public DelayFault {
    if (least.isNegative() || most.compareTo(least) < 0 || most.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "delay [%s to %s] is not possible. Give bounds from zero to ten minutes, the lesser first."
              .formatted(least, most));
    }
    if (!(sigma >= 0 && sigma <= 5)) {
      throw new IllegalArgumentException(
          "sigma [%s] is out of range. Give one from 0 to 5; 0.5 is moderate.".formatted(sigma));
    }
  }

  static DelayFault fixed(Duration delay) {
    return new DelayFault(Shape.FIXED, delay, delay, 0, 0);
  }

  static DelayFault uniform(Duration least, Duration most) {
    return new DelayFault(Shape.UNIFORM, least, most, 0, anySeed());
  }

  static DelayFault logNormal(Duration median, double sigma) {
    return new DelayFault(Shape.LOG_NORMAL, median, median, sigma, anySeed());
  }

  private static long anySeed() {
    return ThreadLocalRandom.current().nextInt(1_000_000);
  }

  /** The same from another seed. */
  public DelayFault withSeed(long other) {
    return new DelayFault(shape, least, most, sigma, other);
  }

  @Override
  public String label() {
    return switch (shape) {
      case FIXED -> "delayed by " + least.toMillis() + " ms";
      case UNIFORM ->
          "delayed by %s to %s ms (seed %s)".formatted(least.toMillis(), most.toMillis(), seed);
      case LOG_NORMAL ->
          "delayed around %s ms, sigma %s (seed %s)".formatted(least.toMillis(), sigma, seed);
    };
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.delay(this);
  }
}
