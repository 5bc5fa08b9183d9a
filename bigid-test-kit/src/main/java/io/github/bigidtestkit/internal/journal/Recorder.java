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
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The journal with its writing side. Thread-safe.
 *
 * <p>The server records under the lock, so it is held for copying only: predicates, sorting and
 * rendering run outside.
 */
public final class Recorder implements Journal {

  /** How many of the last calls and handshakes a message shows. */
  private final int capacity;

  private final BoundedLog<Exchange> exchanges;
  private final BoundedLog<Handshake> handshakes;
  private long numbered;
  private long clearings;

  /**
   * An empty journal.
   *
   * @param capacity the maximum number of exchanges that are kept; at least 1
   */
  public Recorder(int capacity) {
    this.capacity = capacity;
    this.exchanges = new BoundedLog<>(capacity);
    this.handshakes = new BoundedLog<>(capacity);
  }

  /**
   * A place in the journal.
   *
   * @param clearings how often the journal had been cleared when the call arrived
   * @param number the number of the exchange
   */
  public record Ticket(long clearings, long number) {}

  /** A place for a call that has just arrived. */
  public synchronized Ticket begin() {
    return new Ticket(clearings, ++numbered);
  }

  /**
   * Keeps an exchange; to be called before its answer is sent. Does nothing if the journal was
   * cleared after the call arrived.
   */
  public synchronized void record(Ticket ticket, Exchange exchange) {
    if (ticket.clearings() == clearings) {
      exchanges.add(exchange);
      notifyAll();
    }
  }

  /** How many calls have come that are not recorded yet, as they are not answered. */
  public synchronized long waiting() {
    return numbered - exchanges.dropped() - exchanges.all().size();
  }

  /** How often the journal was cleared. */
  public synchronized long clearings() {
    return clearings;
  }

  /**
   * Keeps a handshake. Does nothing if the journal was cleared after the handshake began.
   *
   * @param clearings how often the journal had been cleared when it began
   */
  public synchronized void record(long clearings, Handshake handshake) {
    if (clearings == this.clearings) {
      handshakes.add(handshake);
      notifyAll();
    }
  }

  /** The number of the exchange that issued a token, or null if none that is kept did. */
  public @Nullable Long issuerOf(@Nullable String tokenId) {
    List<Exchange> recorded;
    synchronized (this) {
      recorded = exchanges.all();
    }
    for (Exchange exchange : recorded) {
      TokenClaims issued = exchange.issued();
      if (issued != null && Objects.equals(issued.id(), tokenId)) {
        return exchange.number();
      }
    }
    return null;
  }

  private record Snapshot(List<Exchange> exchanges, List<Handshake> handshakes, long dropped) {}

  private Snapshot snapshot() {
    List<Exchange> recorded;
    List<Handshake> struck;
    long dropped;
    synchronized (this) {
      recorded = exchanges.all();
      struck = handshakes.all();
      dropped = exchanges.dropped();
    }
    return new Snapshot(inOrder(recorded), struck, dropped);
  }

  private static List<Exchange> inOrder(List<Exchange> recorded) {
    return recorded.stream().sorted(Comparator.comparingLong(Exchange::number)).toList();
  }

  @Override
  public List<Exchange> exchanges() {
    return snapshot().exchanges();
  }

  @Override
  public News since(long position, int most) {
    if (position < 0 || most < 1) {
      throw new IllegalArgumentException(
          "Can't give [%s] exchanges since position [%s]. Ask for at least one since 0 or later."
              .formatted(most, position));
    }
    synchronized (this) {
      List<Exchange> news = exchanges.after(position).stream().limit(most).toList();
      long before = Math.max(exchanges.oldest() - 1, Math.min(position, exchanges.end()));
      return new News(exchanges.oldest(), before + news.size(), exchanges.end(), news);
    }
  }

  @Override
  public List<Exchange> await(int count, Predicate<? super Exchange> condition, Duration limit) {
    if (count < 1) {
      throw new IllegalArgumentException(
          "Can't wait for [%s] exchanges. Wait for at least one.".formatted(count));
    }
    return inOrder(await("exchange", exchanges, count, condition, limit));
  }

  @Override
  public List<Handshake> handshakes() {
    return snapshot().handshakes();
  }

  @Override
  public Handshake awaitHandshake(Predicate<? super Handshake> condition, Duration limit) {
    return await("handshake", handshakes, 1, condition, limit).get(0);
  }

  private <T> List<T> await(
      String what, BoundedLog<T> log, int count, Predicate<? super T> condition, Duration limit) {
    if (limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException(
          "Can't wait for [%s]. A wait needs a positive limit, such as Duration.ofSeconds(2)."
              .formatted(limit));
    }
    long deadline = System.nanoTime() + TimeUnit.NANOSECONDS.convert(limit);
    List<T> found = new ArrayList<>();
    long position = 0;
    boolean over = false;
    while (!over) {
      List<T> news;
      boolean there = position == 0; // what is there already counts, however late it is
      synchronized (this) {
        over = !waitForNews(log, position, deadline);
        news = log.after(position);
        position = log.end();
      }
      for (T entry : news) {
        if ((there || deadline - System.nanoTime() > 0) && condition.test(entry)) {
          found.add(entry);
        }
      }
      if (found.size() >= count) {
        return found;
      }
    }
    throw new AssertionError(
        "Waited %s for %s matching %s(s); %s arrived. The calls that arrived:%n%s"
            .formatted(limit, count, what, found.size(), Timeline.brief(this)));
  }

  /** Whether there is still time; if not, the caller looks once more and then gives up. */
  private <T> boolean waitForNews(BoundedLog<T> log, long position, long deadline) {
    try {
      long left = deadline - System.nanoTime();
      while (log.end() == position && left > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = deadline - System.nanoTime();
      }
      return left > 0;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for the journal", interrupted);
    }
  }

  @Override
  public synchronized long dropped() {
    return exchanges.dropped();
  }

  @Override
  public int capacity() {
    return capacity;
  }

  @Override
  public synchronized void clear() {
    exchanges.clear();
    handshakes.clear();
    numbered = 0;
    clearings++;
  }

  @Override
  public String timeline() {
    Snapshot all = snapshot();
    return Timeline.of(all.exchanges(), all.handshakes(), all.dropped());
  }

  @Override
  public String timeline(Predicate<? super Exchange> condition) {
    return Timeline.excerpt(exchanges(), condition);
  }

  @Override
  public String html(String title) {
    Snapshot all = snapshot();
    return HtmlPage.of(title, null, all.exchanges(), all.dropped());
  }

  @Override
  public String toString() {
    return timeline();
  }

  /** The last entries of a log, each at a position; positions count from 1. Not thread-safe. */
  private static final class BoundedLog<T> {

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

    /** The entries after a position, in the order of their positions. */
    List<T> after(long position) {
      return kept.stream().skip(Math.max(0, position - oldest() + 1)).toList();
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
}
