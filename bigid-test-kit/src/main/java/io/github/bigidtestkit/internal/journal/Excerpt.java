package io.github.bigidtestkit.internal.journal;

import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.Handshake;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The lines of a timeline, all or those that matter. */
final class Excerpt {

  /** The most lines; a test that failed is not explained by thousands. */
  static final int MOST = 40;

  private final List<Entry> entries;
  private final List<String> notes;

  Excerpt(List<Exchange> exchanges, List<Handshake> handshakes, List<String> notes) {
    this.entries = merged(exchanges, handshakes);
    this.notes = notes;
  }

  /** A call or a handshake. */
  private record Entry(@Nullable Exchange exchange, @Nullable Handshake handshake) {

    boolean failed() {
      return exchange == null
          || exchange.refused()
          || exchange.fault() != null
          || exchange.status() == 0
          || exchange.status() >= 400;
    }

    String line() {
      return exchange == null
          ? Timeline.line(Objects.requireNonNull(handshake))
          : Timeline.line(exchange);
    }
  }

  /** Neighbouring entries that are shown together. */
  private record Group(int from, int to) {}

  private static List<Entry> merged(List<Exchange> exchanges, List<Handshake> handshakes) {
    List<Entry> entries = new ArrayList<>();
    Deque<Handshake> before = new ArrayDeque<>(handshakes);
    for (Exchange exchange : exchanges) {
      while (!before.isEmpty()
          && before.getFirst().sinceStart().compareTo(exchange.sinceStart()) < 0) {
        entries.add(new Entry(null, before.removeFirst()));
      }
      entries.add(new Entry(exchange, null));
    }
    before.forEach(handshake -> entries.add(new Entry(null, handshake)));
    return entries;
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
    List<Group> matches = around(entry -> entry.exchange != null && condition.test(entry.exchange));
    return matches.isEmpty() ? "No call matches." : fitting(alternating(matches, moves()));
  }

  String brief() {
    List<Group> latest = new ArrayList<>();
    for (int i = entries.size() - 1; i >= 0; i--) {
      latest.add(new Group(i, i + 1));
    }
    List<Group> failures = around(Entry::failed);
    if (failures.size() > 1) {
      // What failed first may be the cause; of the others, the last ones matter most.
      Collections.reverse(failures.subList(1, failures.size()));
    }
    List<Group> wanted = new ArrayList<>(latest.subList(0, Math.min(1, latest.size())));
    wanted.addAll(alternating(failures, moves()));
    wanted.addAll(latest);
    return fitting(wanted);
  }

  private List<Group> around(Predicate<Entry> condition) {
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      if (condition.test(entries.get(i))) {
        groups.add(new Group(Math.max(0, i - 1), Math.min(entries.size(), i + 2)));
      }
    }
    return groups;
  }

  /** The calls before and after the clock was moved, the latest first. */
  private List<Group> moves() {
    List<Group> moves = new ArrayList<>();
    int last = 0;
    Exchange previous = null;
    for (int i = 0; i < entries.size(); i++) {
      Exchange exchange = entries.get(i).exchange;
      if (exchange != null) {
        Pause pause = Pause.between(previous, exchange);
        if (pause != null && pause.moved()) {
          moves.add(0, new Group(last, i + 1));
        }
        previous = exchange;
        last = i;
      }
    }
    return moves;
  }

  private static List<Group> alternating(List<Group> one, List<Group> other) {
    List<Group> all = new ArrayList<>();
    for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
      one.stream().skip(i).limit(1).forEach(all::add);
      other.stream().skip(i).limit(1).forEach(all::add);
    }
    return all;
  }

  /** As many of the wanted entries as there is room for, the first of them first. */
  private String fitting(List<Group> wanted) {
    BitSet shown = new BitSet();
    for (Group group : wanted) {
      BitSet more = (BitSet) shown.clone();
      more.set(group.from, group.to);
      if (!more.equals(shown) && lines(more).size() > MOST) {
        break;
      }
      shown = more;
    }
    return String.join("\n", lines(shown));
  }

  private List<String> lines(BitSet shown) {
    List<String> lines = new ArrayList<>(notes);
    Exchange previous = null;
    int next = 0;
    for (int i = shown.nextSetBit(0); i >= 0; i = shown.nextSetBit(i + 1)) {
      leftOut(lines, i - next);
      Exchange exchange = entries.get(i).exchange;
      Pause pause = exchange == null ? null : Pause.between(previous, exchange);
      if (pause != null) {
        lines.add("      … " + pause.inShort());
      }
      lines.add(entries.get(i).line());
      previous = exchange == null ? previous : exchange;
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
