package io.github.bigidtestkit.internal.journal;

import io.github.bigidtestkit.journal.Handshake;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The handshakes that are worth a line, the oldest dropped when there are too many. */
final class HandshakeLog {

  private final int capacity;
  private final Deque<Handshake> kept = new ArrayDeque<>();

  HandshakeLog(int capacity) {
    this.capacity = capacity;
  }

  void add(Handshake handshake) {
    if (kept.size() == capacity) {
      kept.removeFirst();
    }
    kept.addLast(handshake);
  }

  List<Handshake> snapshot() {
    return List.copyOf(kept);
  }

  void clear() {
    kept.clear();
  }
}
