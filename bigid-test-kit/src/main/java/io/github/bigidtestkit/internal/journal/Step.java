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
 * A call or an answer in its place in real time, which shows the calls that are in flight together.
 *
 * @param exchange the exchange
 * @param answer whether it is the answer
 * @param lane the lane at the sandbox in which the call is drawn while it is in flight
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

  private record Event(Duration at, Exchange exchange, boolean answer) {}

  static List<Step> of(List<Exchange> exchanges) {
    BitSet inUse = new BitSet();
    Map<Exchange, Integer> lanes = new HashMap<>();
    List<Step> steps = new ArrayList<>();
    Exchange previous = null;
    for (Event event : events(exchanges)) {
      Exchange exchange = event.exchange();
      int free = inUse.nextClearBit(0);
      int lane = event.answer() ? lanes.getOrDefault(exchange, free) : free;
      BitSet before = (BitSet) inUse.clone();
      inUse.set(lane, !event.answer());
      Pause pause = null;
      if (!event.answer()) {
        lanes.put(exchange, lane);
        pause = Pause.between(previous, exchange);
        previous = exchange;
      }
      BitSet after = (BitSet) inUse.clone();
      steps.add(new Step(exchange, event.answer(), lane, before, after, pause));
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
}
