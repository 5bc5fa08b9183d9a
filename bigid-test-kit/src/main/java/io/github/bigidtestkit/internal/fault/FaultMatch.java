package io.github.bigidtestkit.internal.fault;

import io.github.bigidtestkit.fault.DelayFault;
import io.github.bigidtestkit.fault.Fault;
import java.time.Duration;
import java.util.Random;

/**
 * A fault that applies to a call now.
 *
 * @param fault what goes wrong
 * @param pause how long a delay is, or after which time a limited client may come again; else zero
 */
public record FaultMatch(Fault fault, Duration pause) {

  static FaultMatch delayed(DelayFault delay, Random random) {
    Duration least = delay.least();
    Duration pause =
        switch (delay.shape()) {
          case FIXED -> least;
          case UNIFORM -> {
            long range = delay.most().minus(least).toNanos();
            yield least.plusNanos(Math.round(random.nextDouble() * range));
          }
          case LOG_NORMAL -> {
            double nanos = least.toNanos() * Math.exp(delay.sigma() * random.nextGaussian());
            yield Duration.ofNanos((long) Math.min(nanos, (double) DelayFault.LONGEST.toNanos()));
          }
        };
    return new FaultMatch(delay, pause);
  }
}
