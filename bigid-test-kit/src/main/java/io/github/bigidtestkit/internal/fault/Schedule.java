package io.github.bigidtestkit.internal.fault;

/**
 * Which of the calls that a fault is aimed at it strikes.
 *
 * @param first the first, counted from 1
 * @param every then each so-manieth
 * @param times how many in all
 */
public record Schedule(int first, int every, int times) {

  public static final int UNLIMITED = Integer.MAX_VALUE;

  public static final Schedule ALL = new Schedule(1, 1, UNLIMITED);

  public Schedule {
    if (first < 1 || every < 1 || times < 1) {
      throw new IllegalArgumentException(
          "A fault can't strike from call [%s] on, every [%s], [%s] times. Calls are counted from 1, and it must strike at least once."
              .formatted(first, every, times));
    }
  }

  public boolean strikes(int call) {
    return call >= first && (call - first) % every == 0;
  }

  public String label() {
    String which =
        (first == every && every > 1)
            ? "every " + every + " calls"
            : (first == 1 ? "" : "from call " + first + " on")
                + (every == 1 ? "" : " every " + every);
    return (times == UNLIMITED ? which : which + " " + times + " time(s)").strip();
  }
}
