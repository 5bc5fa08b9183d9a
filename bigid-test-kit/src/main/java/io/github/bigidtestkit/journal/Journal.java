package io.github.bigidtestkit.journal;

import io.github.bigidtestkit.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The calls that the sandbox received and how it answered them, readable while it runs.
 *
 * <p>An exchange is in the journal before its answer reaches the client. The journal is bounded:
 * once it is full, the oldest exchanges are dropped and counted.
 *
 * <p>Thread-safe. The lists are snapshots, in the order in which the calls arrived. Predicates run
 * on the thread that passes them and block nobody else; they may use the journal.
 */
public interface Journal {

  /** The default number of exchanges that are kept: 10,000. */
  int DEFAULT_CAPACITY = 10_000;

  /** All exchanges that are kept. */
  List<Exchange> exchanges();

  /** The exchanges of one endpoint. */
  default List<Exchange> exchanges(Endpoint endpoint) {
    return exchanges(e -> e.endpoint() == endpoint);
  }

  /** The exchanges that match. */
  default List<Exchange> exchanges(Predicate<? super Exchange> condition) {
    return exchanges().stream().filter(condition).toList();
  }

  /** The refused exchanges. */
  default List<Exchange> refused() {
    return exchanges(Exchange::refused);
  }

  /** The last exchange, or empty if there was none. */
  default Optional<Exchange> last() {
    List<Exchange> all = exchanges();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /**
   * What was recorded after a position, for those who follow the journal while it grows.
   *
   * @param oldest the position of the oldest exchange that is kept; exchanges at positions before
   *     it were dropped or cleared
   * @param position the position of the last of these exchanges: where to go on from
   * @param end the position of the last exchange that was recorded
   * @param exchanges in the order in which they were recorded, that is, in which they ended
   */
  record News(long oldest, long position, long end, List<Exchange> exchanges) {}

  /**
   * The exchanges that were recorded after a position.
   *
   * <p>Positions count from 1 as exchanges end, and go on when the journal is cleared: a slow call
   * has a low number and a high position.
   *
   * @param position where to go on from; 0 for the beginning
   * @param most the maximum number of exchanges; at least 1
   * @throws IllegalArgumentException if the position is negative or {@code most} is less than 1
   */
  News since(long position, int most);

  /**
   * Waits until an exchange matches; one that is already there counts.
   *
   * @param condition what to wait for
   * @param limit how long to wait in real time; positive
   * @return the first that matches
   * @throws AssertionError if none arrived in time; the message shows the last calls that did
   * @throws IllegalArgumentException if the limit is not positive
   * @throws IllegalStateException if the thread was interrupted; its interrupt flag is set again
   */
  default Exchange await(Predicate<? super Exchange> condition, Duration limit) {
    return await(1, condition, limit).get(0);
  }

  /**
   * Waits until the given number of exchanges match; those that are already there count.
   *
   * @param count how many; at least 1
   * @param condition what to wait for
   * @param limit how long to wait in real time; positive
   * @return those that match, {@code count} of them or more
   * @throws AssertionError if fewer arrived in time; the message shows the last calls that did
   * @throws IllegalArgumentException if the count or the limit is not positive
   * @throws IllegalStateException if the thread was interrupted; its interrupt flag is set again
   */
  List<Exchange> await(int count, Predicate<? super Exchange> condition, Duration limit);

  /** The TLS handshakes that a fault struck or that failed; successful ones are not kept. */
  List<Handshake> handshakes();

  /**
   * Waits until a handshake matches that a fault struck or that failed.
   *
   * <p>One that is already there counts. The server learns how a handshake failed a little later
   * than the client.
   *
   * @param condition what to wait for
   * @param limit how long to wait in real time; positive
   * @return the first that matches
   * @throws AssertionError if none arrived in time; the message shows the last calls that did
   * @throws IllegalArgumentException if the limit is not positive
   * @throws IllegalStateException if the thread was interrupted; its interrupt flag is set again
   */
  Handshake awaitHandshake(Predicate<? super Handshake> condition, Duration limit);

  /** How many exchanges were dropped because the journal was full. */
  long dropped();

  /** The maximum number of exchanges that are kept. */
  int capacity();

  /** Forgets all exchanges and handshakes. Numbers start again at 1. */
  void clear();

  /** The exchanges as readable text, one line each; secrets are shortened. */
  String timeline();

  /**
   * The exchanges that match as readable text, each with the one before and the one after it.
   *
   * <p>Secrets are shortened. At most 40 lines: the first match, those around it, where the clock
   * was moved, then the others as far as there is room. The exchanges that are left out are
   * counted.
   */
  String timeline(Predicate<? super Exchange> condition);

  /**
   * The exchanges as an HTML page: a sequence diagram and a table with the same content.
   *
   * <p>The page is self-contained: it has no script and loads nothing. It shows the last 500
   * exchanges and counts the others; secrets are shortened.
   *
   * @param title the heading; any text, such as the name of a test
   * @return the page, to be written in UTF-8; well-formed as XML too
   */
  String html(String title);
}
