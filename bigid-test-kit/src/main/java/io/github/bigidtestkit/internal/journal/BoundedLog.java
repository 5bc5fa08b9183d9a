package io.github.bigidtestkit.internal.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last entries of a log, each at a position; positions count from 1. Not thread-safe. */
final class BoundedLog<T> {

  private final int capacity;
  private final Deque<T> kept = new ArrayDeque<>();
  private long end;
  private long cleared;

  BoundedLog(int capacity) {
    this.capacity = capacity;
  }

  void add(T entry) {
    if (kept.size() == capacity) {
      kept.removeFirst();
    }
    kept.addLast(entry);
    end++;
  }

  /** The entries after a position, at most so many of them, in the order of their positions. */
  List<T> after(long position, int most) {
    return kept.stream().skip(Math.max(0, position - oldest() + 1)).limit(most).toList();
  }

  List<T> all() {
    return List.copyOf(kept);
  }

  /** The position of the oldest entry that is kept. */
  long oldest() {
    return end - kept.size() + 1;
  }

  /** The position of the last entry. */
  long end() {
    return end;
  }

  /** How many entries were dropped since the log was cleared. */
  long dropped() {
    return end - kept.size() - cleared;
  }

  void clear() {
    kept.clear();
    cleared = end;
  }
}
