package io.github.bigidtestkit.internal.journal;

import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.Handshake;
import io.github.bigidtestkit.journal.Journal;
import io.github.bigidtestkit.token.TokenClaims;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The bounded store behind the journal. Thread-safe. */
public final class ExchangeLog {

  private final int capacity;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition came = lock.newCondition();
  private final Deque<Exchange> kept = new ArrayDeque<>();
  private final HandshakeLog handshakes;
  private long numbered;
  private long dropped;
  private long recorded;
  private long clearings;

  ExchangeLog(int capacity) {
    this.capacity = capacity;
    this.handshakes = new HandshakeLog(capacity);
  }

  public int capacity() {
    return capacity;
  }

  Recorder.Ticket ticket() {
    lock.lock();
    try {
      return new Recorder.Ticket(clearings, ++numbered);
    } finally {
      lock.unlock();
    }
  }

  void add(Recorder.Ticket ticket, Exchange exchange) {
    lock.lock();
    try {
      if (ticket.clearings() != clearings) {
        return;
      }
      if (kept.size() == capacity) {
        kept.removeFirst();
        dropped++;
      }
      kept.addLast(exchange);
      recorded++;
      came.signalAll();
    } finally {
      lock.unlock();
    }
  }

  long clearings() {
    lock.lock();
    try {
      return clearings;
    } finally {
      lock.unlock();
    }
  }

  void add(long clearingsBefore, Handshake handshake) {
    lock.lock();
    try {
      if (clearingsBefore == clearings) {
        handshakes.add(handshake);
        came.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  public List<Handshake> handshakes() {
    lock.lock();
    try {
      return handshakes.snapshot();
    } finally {
      lock.unlock();
    }
  }

  /**
   * The number of the exchange that issued a token, or null if none that is kept did. Looked for
   * when it is asked, which is for calls that are refused, and not kept ready for all others.
   */
  @Nullable Long issuerOf(String tokenId) {
    lock.lock();
    try {
      for (var exchanges = kept.descendingIterator(); exchanges.hasNext(); ) {
        Exchange exchange = exchanges.next();
        TokenClaims issued = exchange.issued();
        if (issued != null && issued.id().equals(tokenId)) {
          return exchange.number();
        }
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  public List<Exchange> snapshot() {
    lock.lock();
    try {
      return inOrder();
    } finally {
      lock.unlock();
    }
  }

  public Journal.News since(long position, int most) {
    lock.lock();
    try {
      long oldest = recorded - kept.size() + 1;
      long first = Math.max(oldest, Math.min(position, recorded) + 1);
      List<Exchange> news = kept.stream().skip(first - oldest).limit(most).toList();
      return new Journal.News(oldest, first - 1 + news.size(), recorded, news);
    } finally {
      lock.unlock();
    }
  }

  private List<Exchange> inOrder() {
    List<Exchange> all = new ArrayList<>(kept);
    all.sort(Comparator.comparingLong(Exchange::number));
    return List.copyOf(all);
  }

  public List<Exchange> await(int count, Predicate<? super Exchange> wanted, Duration limit) {
    return await("exchange", count, () -> matching(wanted, inOrder()), limit);
  }

  public List<Handshake> awaitHandshakes(
      int count, Predicate<? super Handshake> wanted, Duration limit) {
    return await("handshake", count, () -> matching(wanted, handshakes.snapshot()), limit);
  }

  private <T> List<T> await(String what, int count, Supplier<List<T>> matching, Duration limit) {
    lock.lock();
    try {
      long left = nanos(limit);
      List<T> found = matching.get();
      while (found.size() < count) {
        if (left <= 0) {
          throw new AssertionError(
              "Waited %s for %s matching %s(s); %s came. The calls that came:%n%s"
                  .formatted(limit, count, what, found.size(), timeline()));
        }
        left = came.awaitNanos(left);
        found = matching.get();
      }
      return found;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "Interrupted while waiting for " + (what.startsWith("e") ? "an " : "a ") + what,
          interrupted);
    } finally {
      lock.unlock();
    }
  }

  private static <T> List<T> matching(Predicate<? super T> wanted, List<T> all) {
    List<T> found = new ArrayList<>();
    for (T each : all) {
      if (wanted.test(each)) {
        found.add(each);
      }
    }
    return List.copyOf(found);
  }

  private static long nanos(Duration limit) {
    try {
      return limit.toNanos();
    } catch (ArithmeticException beyondCenturies) {
      return TimeUnit.DAYS.toNanos(36_500);
    }
  }

  public long dropped() {
    lock.lock();
    try {
      return dropped;
    } finally {
      lock.unlock();
    }
  }

  public void clear() {
    lock.lock();
    try {
      kept.clear();
      handshakes.clear();
      numbered = 0;
      dropped = 0;
      clearings++;
    } finally {
      lock.unlock();
    }
  }

  public String timeline() {
    lock.lock();
    try {
      return Timeline.of(inOrder(), handshakes.snapshot(), dropped);
    } finally {
      lock.unlock();
    }
  }

  public String html(String title) {
    List<Exchange> all;
    long gone;
    lock.lock();
    try {
      all = inOrder();
      gone = dropped;
    } finally {
      lock.unlock();
    }
    return HtmlPage.of(title, all, gone);
  }
}
