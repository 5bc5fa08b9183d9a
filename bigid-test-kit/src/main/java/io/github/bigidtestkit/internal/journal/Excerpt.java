package io.github.bigidtestkit.internal.journal;

import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.Handshake;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lines of a timeline, all or those that matter. */
final class Excerpt {

  /** The most lines; a test that failed is not explained by thousands. */
  static final int MOST = 40;

  /** So many moves of the clock come before all but the first of what else matters. */
  private static final int MOVES = 5;

  private final List<Entry> entries = new ArrayList<>();
  private final List<String> notes;

  Excerpt(List<Exchange> exchanges, List<Handshake> handshakes, List<String> notes) {
    this.notes = notes;
    Deque<Handshake> before = new ArrayDeque<>(handshakes);
    Exchange previous = null;
    for (Exchange exchange : exchanges) {
      while (!before.isEmpty()
          && before.getFirst().sinceStart().compareTo(exchange.sinceStart()) < 0) {
        entries.add(new Entry(null, before.removeFirst(), null));
      }
      entries.add(new Entry(exchange, null, Pause.between(previous, exchange)));
      previous = exchange;
    }
    before.forEach(handshake -> entries.add(new Entry(null, handshake, null)));
  }

  /** A call and the pause before it, or a handshake. */
  private record Entry(
      @Nullable Exchange exchange, @Nullable Handshake handshake, @Nullable Pause pause) {

    boolean failed() {
      return exchange == null || Ending.of(exchange) != Ending.OK;
    }

    boolean movedClock() {
      return pause != null && pause.moved();
    }

    String line() {
      return exchange == null
          ? Timeline.line(Objects.requireNonNull(handshake))
          : Timeline.line(exchange);
    }
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  String all() {
    BitSet shown = new BitSet();
    shown.set(0, entries.size());
    return String.join("\n", lines(shown));
  }

  String matching(Predicate<? super Exchange> condition) {
    int[] matches = latestFirst(entry -> entry.exchange != null && condition.test(entry.exchange));
    return matches.length == 0 ? "No call matches." : around(matches, new int[0]);
  }

  String brief() {
    return around(latestFirst(Entry::failed), latestFirst(any -> true));
  }

  private int[] latestFirst(Predicate<Entry> which) {
    int last = entries.size() - 1;
    return IntStream.rangeClosed(0, last)
        .map(i -> last - i)
        .filter(i -> which.test(entries.get(i)))
        .toArray();
  }

  /** What failed first may be the cause; of the others, the last ones matter most. */
  private String around(int[] matches, int[] others) {
    IntStream last = IntStream.of(others).limit(1);
    IntStream first = IntStream.of(matches).skip(Math.max(0, matches.length - 1L));
    IntStream moves = IntStream.of(latestFirst(Entry::movedClock)).limit(MOVES);
    return fitting(
        Stream.of(last, andNext(first), moves, andNext(IntStream.of(matches)), IntStream.of(others))
            .flatMapToInt(wanted -> wanted)
            .toArray());
  }

  private static IntStream andNext(IntStream entries) {
    return entries.flatMap(entry -> IntStream.of(entry, entry + 1));
  }

  /** As many of the wanted entries, each after the one before it, as there is room for. */
  private String fitting(int... wanted) {
    BitSet shown = new BitSet();
    for (int entry : wanted) {
      BitSet more = (BitSet) shown.clone();
      more.set(Math.max(0, entry - 1), Math.min(entry + 1, entries.size()));
      if (!more.equals(shown) && lines(more).size() > MOST) {
        break;
      }
      shown = more;
    }
    return String.join("\n", lines(shown));
  }

  private List<String> lines(BitSet shown) {
    List<String> lines = new ArrayList<>(notes);
    int next = 0;
    for (int i = shown.nextSetBit(0); i >= 0; i = shown.nextSetBit(i + 1)) {
      leftOut(lines, i - next);
      Pause pause = entries.get(i).pause;
      if (pause != null) {
        lines.add("      … " + pause.inShort());
      }
      lines.add(entries.get(i).line());
      next = i + 1;
    }
    leftOut(lines, entries.size() - next);
    return lines;
  }

  private static void leftOut(List<String> lines, int count) {
    if (count > 0) {
      lines.add("      … %s".formatted(count == 1 ? "1 call" : count + " calls"));
    }
  }
}
