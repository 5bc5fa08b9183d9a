package io.github.bigidtestkit.internal.journal;

import io.github.bigidtestkit.journal.Exchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call or an answer in its place in real time, so that calls which are in flight together can be
 * seen to be.
 *
 * @param exchange whose
 * @param answer whether it is the answer
 * @param lane where at the sandbox the call is drawn while it is in flight
 * @param before the lanes in use before this step
 * @param after the lanes in use after it
 * @param pause what passed since the call before, or null
 */
record Step(
    Exchange exchange,
    boolean answer,
    int lane,
    BitSet before,
    BitSet after,
    @Nullable Pause pause) {

  static final int LANES = 10;

  private record Event(Duration at, Exchange exchange, boolean answer) {}

  static List<Step> of(List<Exchange> exchanges) {
    int[] inUse = new int[LANES];
    Map<Long, Integer> lanes = new HashMap<>();
    List<Step> steps = new ArrayList<>();
    Exchange previous = null;
    for (Event event : events(exchanges)) {
      Exchange exchange = event.exchange();
      BitSet before = busy(inUse);
      Pause pause = null;
      int lane;
      if (event.answer()) {
        lane = lanes.getOrDefault(exchange.number(), 0);
        inUse[lane]--;
      } else {
        lane = Math.min(before.nextClearBit(0), LANES - 1);
        lanes.put(exchange.number(), lane);
        inUse[lane]++;
        pause = Pause.between(previous, exchange);
        previous = exchange;
      }
      steps.add(new Step(exchange, event.answer(), lane, before, busy(inUse), pause));
    }
    return steps;
  }

  private static List<Event> events(List<Exchange> exchanges) {
    List<Event> events = new ArrayList<>();
    for (Exchange exchange : exchanges) {
      events.add(new Event(exchange.sinceStart(), exchange, false));
      events.add(new Event(exchange.sinceStart().plus(exchange.took()), exchange, true));
    }
    events.sort(
        Comparator.comparing(Event::at)
            .thenComparing(event -> event.exchange().number())
            .thenComparing(Event::answer));
    return events;
  }

  private static BitSet busy(int[] inUse) {
    BitSet busy = new BitSet();
    for (int lane = 0; lane < LANES; lane++) {
      busy.set(lane, inUse[lane] > 0);
    }
    return busy;
  }
}
