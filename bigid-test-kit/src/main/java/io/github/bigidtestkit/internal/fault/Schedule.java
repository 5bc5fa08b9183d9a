package io.github.bigidtestkit.internal.fault;

import io.github.bigidtestkit.fault.PlannedFault;

/**
 * Which of the matching calls a fault applies to.
 *
 * @param first the first, counted from 1
 * @param every then every n-th
 * @param times how many in all
 */
record Schedule(int first, int every, int times) {

  static final int UNLIMITED = Integer.MAX_VALUE;

  static Schedule of(PlannedFault planned) {
    int every = Math.max(1, planned.every());
    int first = Math.max(every, planned.nth());
    int otherwise = planned.nth() == 0 ? UNLIMITED : 1;
    return new Schedule(first, every, planned.times() == 0 ? otherwise : planned.times());
  }

  boolean includes(int call) {
    return call >= first && (call - first) % every == 0;
  }

  String label() {
    String which =
        every > 1 ? "every " + every + " calls" : first == 1 ? "" : "from call " + first + " on";
    return (times == UNLIMITED ? which : which + " " + times + " time(s)").strip();
  }
}
