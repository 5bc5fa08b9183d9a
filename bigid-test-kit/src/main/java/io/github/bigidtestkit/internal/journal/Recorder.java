package io.github.bigidtestkit.internal.journal;

import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.Handshake;
import io.github.bigidtestkit.journal.Journal;
import org.jspecify.annotations.Nullable;

/** The writing side of a journal, for servers. Thread-safe. */
public final class Recorder {

  private final ExchangeLog log;
  private final Journal journal;

  /**
   * A recorder with an empty journal.
   *
   * @param capacity how many exchanges are kept; at least 1
   */
  public Recorder(int capacity) {
    this.log = new ExchangeLog(capacity);
    this.journal = new Journal(log);
  }

  /**
   * A place in the journal.
   *
   * @param clearings how often the journal had been cleared when the call came
   * @param number the number of the exchange
   */
  public record Ticket(long clearings, long number) {}

  /** A place for a call that has just come. */
  public Ticket begin() {
    return log.ticket();
  }

  /**
   * Keeps an exchange; to be called before its answer is sent. If the journal was cleared after the
   * call came, the exchange belongs to what was cleared, and is not kept.
   */
  public void record(Ticket ticket, Exchange exchange) {
    log.add(ticket, exchange);
  }

  /** How often the journal was cleared, to be told as a handshake is recorded. */
  public long clearings() {
    return log.clearings();
  }

  /**
   * Keeps a handshake. If the journal was cleared after it began, it belongs to what was cleared,
   * and is not kept.
   *
   * @param clearings how often the journal had been cleared when it began
   */
  public void record(long clearings, Handshake handshake) {
    log.add(clearings, handshake);
  }

  /** The number of the exchange that issued a token, or null if none that is kept did. */
  public @Nullable Long issuerOf(String tokenId) {
    return log.issuerOf(tokenId);
  }

  /** What was recorded. */
  public Journal journal() {
    return journal;
  }
}
