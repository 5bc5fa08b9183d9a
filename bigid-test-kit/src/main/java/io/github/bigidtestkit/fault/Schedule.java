package io.github.bigidtestkit.fault;

/**
 * Which of the calls that a fault is aimed at it strikes.
 *
 * @param first the first, counted from 1
 * @param every then each so-manieth
 * @param times how many in all
 */
record Schedule(int first, int every, int times) {

  static final int UNLIMITED = Integer.MAX_VALUE;

  static final Schedule ALL = new Schedule(1, 1, UNLIMITED);

  Schedule {
    if (first < 1 || every < 1 || times < 1) {
      throw new IllegalArgumentException(
          "A fault can't strike from call [%s] on, every [%s], [%s] times. Calls are counted from 1, and it must strike at least once."
              .formatted(first, every, times));
    }
  }

  boolean strikes(int call) {
    return call >= first && (call - first) % every == 0;
  }

  String label() {
    String which =
        (first == every && every > 1)
            ? "every " + every + " calls"
            : (first == 1 ? "" : "from call " + first + " on")
                + (every == 1 ? "" : " every " + every);
    return (times == UNLIMITED ? which : which + " " + times + " time(s)").strip();
  }
}
