package io.github.bigidtestkit;

import java.time.Duration;

/**
 * After so many wrong passwords in a row a user is locked, for a time of the sandbox clock. BigID's
 * own rule is not documented; by default there is none.
 *
 * @param attempts how many wrong passwords; at least 1
 * @param time for how long; positive
 */
public record Lockout(int attempts, Duration time) {

  /**
   * Validates.
   *
   * @throws IllegalArgumentException if one of them is out of range
   */
  public Lockout {
    if (attempts < 1) {
      throw new IllegalArgumentException(
          "lockAfter [%s] is too small. A user is locked after at least one wrong password."
              .formatted(attempts));
    }
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException(
          "lockFor [%s] is not positive. Say how long a user stays locked.".formatted(time));
    }
  }
}
