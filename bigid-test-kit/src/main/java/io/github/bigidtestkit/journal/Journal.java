package io.github.bigidtestkit.journal;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.internal.journal.ExchangeLog;
import io.github.bigidtestkit.internal.journal.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What came to the sandbox and what it decided, readable while it runs. An exchange stands here
 * before its answer reaches the client. Thread-safe; the lists are snapshots, in the order in which
 * the calls came.
 *
 * <p>The journal is bounded: once it is full, the oldest exchanges are dropped and counted.
 */
public final class Journal {

  /** How many exchanges are kept unless told otherwise: 10,000. */
  public static final int DEFAULT_CAPACITY = 10_000;

  private final ExchangeLog log;

  public Journal(ExchangeLog log) {
    this.log = log;
  }

  /** All exchanges that are kept. */
  public List<Exchange> exchanges() {
    return log.snapshot();
  }

  /** The exchanges of one endpoint. */
  public List<Exchange> exchanges(Endpoint endpoint) {
    return exchanges(e -> e.endpoint() == endpoint);
  }

  /** The exchanges that match. */
  public List<Exchange> exchanges(Predicate<? super Exchange> wanted) {
    return log.snapshot().stream().<Exchange>map(e -> e).filter(wanted).toList();
  }

  /** The refused exchanges. */
  public List<Exchange> refused() {
    return exchanges(Exchange::refused);
  }

  /**
   * What was recorded after a position, for those who follow the journal while it grows.
   *
   * @param oldest the position of the oldest exchange that is kept; what stands at positions before
   *     it was dropped or cleared
   * @param position the position of the last of these exchanges: where to go on from
   * @param end the position of the last exchange that was recorded
   * @param exchanges in the order in which they were recorded, that is, in which they ended
   */
  public record News(long oldest, long position, long end, List<Exchange> exchanges) {}

  /**
   * What was recorded after a position. Positions are counted from 1 as exchanges end, and go on
   * when the journal is cleared: a slow call has a low number and a high position.
   *
   * @param position where to go on from; 0 for the beginning
   * @param most how many exchanges at most; at least 1
   * @throws IllegalArgumentException if the position is negative, or no exchange is asked for
   */
  public News since(long position, int most) {
    if (position < 0 || most < 1) {
      throw new IllegalArgumentException(
          "Can't give [%s] exchanges since position [%s]. Ask for at least one since 0 or later."
              .formatted(most, position));
    }
    return log.since(position, most);
  }

  /** The last exchange, if there was any. */
  public Optional<Exchange> last() {
    List<Exchange> all = log.snapshot();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /**
   * Waits until an exchange matches; one that is already there counts.
   *
   * @param wanted what to wait for
   * @param limit how long to wait in real time; positive
   * @return the first that matches
   * @throws AssertionError if none came in time; the message shows what came instead
   * @throws IllegalArgumentException if the limit is not positive
   * @throws IllegalStateException if the thread was interrupted; its interrupt flag is set again
   */
  public Exchange await(Predicate<? super Exchange> wanted, Duration limit) {
    return await(1, wanted, limit).get(0);
  }

  /**
   * Waits until so many exchanges match; those that are already there count.
   *
   * @param count how many; at least 1
   * @param wanted what to wait for
   * @param limit how long to wait in real time; positive
   * @return those that match, {@code count} of them or more
   * @throws AssertionError if fewer came in time; the message shows what came instead
   * @throws IllegalArgumentException if the count or the limit is not positive
   * @throws IllegalStateException if the thread was interrupted; its interrupt flag is set again
   */
  public List<Exchange> await(int count, Predicate<? super Exchange> wanted, Duration limit) {
    if (count < 1) {
      throw new IllegalArgumentException(
          "Can't wait for [%s] exchanges. Wait for at least one.".formatted(count));
    }
    refuseNoLimit(limit);
    return log.await(count, wanted, limit);
  }

  /** The TLS handshakes that a fault struck or that failed; those that went well are not kept. */
  public List<Handshake> handshakes() {
    return log.handshakes();
  }

  /**
   * Waits until a handshake matches that a fault struck or that failed; one that is already there
   * counts. How a handshake failed is known to the server a little later than to the client.
   *
   * @param wanted what to wait for
   * @param limit how long to wait in real time; positive
   * @return the first that matches
   * @throws AssertionError if none came in time; the message shows what came instead
   * @throws IllegalArgumentException if the limit is not positive
   * @throws IllegalStateException if the thread was interrupted; its interrupt flag is set again
   */
  public Handshake awaitHandshake(Predicate<? super Handshake> wanted, Duration limit) {
    refuseNoLimit(limit);
    return log.awaitHandshakes(1, wanted, limit).get(0);
  }

  private static void refuseNoLimit(Duration limit) {
    if (limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException(
          "Can't wait for [%s]. A wait needs a positive limit, such as Duration.ofSeconds(2)."
              .formatted(limit));
    }
  }

  /** How many exchanges were dropped because the journal was full. */
  public long dropped() {
    return log.dropped();
  }

  /** How many exchanges are kept at most. */
  public int capacity() {
    return log.capacity();
  }

  /** Forgets all exchanges. Their numbers start again at 1. */
  public void clear() {
    log.clear();
  }

  /** The exchanges as text that a person can read, one line each; secrets are shortened. */
  public String timeline() {
    return log.timeline();
  }

  /**
   * The exchanges as a page of HTML, to be written to a file and looked at: a sequence diagram and
   * the same as a table. It stands by itself: no script, nothing is loaded. The last 500 exchanges
   * are shown and the others counted; secrets are shortened.
   *
   * @param title the heading; any text, such as the name of a test
   * @return the page, to be written in UTF-8; well-formed as XML too
   */
  public String html(String title) {
    return log.html(title);
  }

  /**
   * The exchanges that match, each with the one before and the one after it, as text that a person
   * can read; secrets are shortened. The exchanges that are left out are counted.
   */
  public String timeline(Predicate<? super Exchange> wanted) {
    return Timeline.excerpt(log.snapshot(), wanted);
  }

  @Override
  public String toString() {
    return timeline();
  }
}
