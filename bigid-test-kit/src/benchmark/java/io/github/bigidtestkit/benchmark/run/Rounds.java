package io.github.bigidtestkit.benchmark.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Lets everybody have a turn in each round, in another order each time. */
final class Rounds {

  private Rounds() {}

  /**
   * Runs the rounds, fewer of them if the time is up; three in any case.
   *
   * @param turn measures one contender once
   */
  static <T> void run(int rounds, Duration limit, List<T> contenders, Consumer<T> turn) {
    long end = System.nanoTime() + limit.toNanos();
    Random random = new Random(1);
    for (int round = 0; round < rounds && (round < 3 || System.nanoTime() < end); round++) {
      List<T> order = new ArrayList<>(contenders);
      Collections.shuffle(order, random);
      order.forEach(turn);
    }
  }
}
