package io.github.bigidtestkit.internal.http;

/**
 * Does to a connection what no HTTP server would: writes what is not HTTP, and ends it in the
 * middle. To be used from within the handling of a call, which it takes out of the server library's
 * hands.
 */
interface Wire {

  /** How long to wait before writing is tried again. */
  long RETRY_MILLIS = 2;

  /** How long to wait between two pieces, or before what must come after a piece. */
  long PIECE_MILLIS = 50;

  /**
   * Does nothing more for this call: no answer, no end. The connection is closed when the client
   * closes it or the server stops.
   */
  void stall();

  /** Sends RST. */
  void reset();

  /** Sends FIN. */
  void close();

  /** Sends bytes that are no HTTP, then FIN. */
  void garbage(byte[] bytes);

  /** Sends half of an answer and then nothing more. */
  void stallHalfway(UnfinishedAnswer answer);

  /** Sends half of an answer, then RST. */
  void resetHalfway(UnfinishedAnswer answer);

  /** Sends half of an answer and ends it there. */
  void closeHalfway(UnfinishedAnswer answer);

  /** Sends half of an answer's only chunk and ends it there. */
  void closeWithinChunk(UnfinishedAnswer answer);

  /** Sends the head at once and the body at a rate. */
  void drip(UnfinishedAnswer answer, int bytesPerSecond);

  /** How many bytes make a piece at a rate. */
  static int piece(int bytesPerSecond) {
    return (int) Math.max(1, bytesPerSecond * PIECE_MILLIS / 1_000);
  }

  /** How long to wait after a piece. */
  static long pause(int bytesPerSecond) {
    return Math.max(1, piece(bytesPerSecond) * 1_000L / bytesPerSecond);
  }
}
