package io.github.bigidtestkit.fault;

/**
 * A connection that breaks or stalls. What a client makes of it depends on the client.
 *
 * @param kind how and when
 */
public record WireFault(Kind kind) implements Fault {

  /** How and when a connection goes wrong. */
  public enum Kind {
    /** Nobody listens: connecting is refused. Kept-alive connections are closed. */
    REFUSED("connection refused"),
    /** RST after the head of the request, before its body is read. */
    RESET_BEFORE_REQUEST("connection reset before the request was read"),
    /** RST after the request was read; nothing was done for it. */
    RESET_AFTER_REQUEST("connection reset after the request was read"),
    /** The call is done; head and half of the body are sent, then RST. */
    RESET_MID_BODY("connection reset in the middle of the body"),
    /** FIN after the request was read, without a byte of an answer. */
    CLOSED_WITHOUT_ANSWER("connection closed without an answer"),
    /** The call is done; the body ends halfway to its {@code Content-Length}, then FIN. */
    TRUNCATED_BODY("body shorter than its Content-Length"),
    /** The call is done; the chunked body ends within a chunk, then FIN. */
    UNFINISHED_CHUNK("body ends within a chunk"),
    /** Bytes that are not HTTP, then FIN. */
    GARBAGE("garbage instead of HTTP"),
    /** No byte of an answer, for as long as the sandbox runs. */
    STALL_BEFORE_HEADERS("no answer at all"),
    /**
     * The call is done; head and half of the body, and then nothing for as long as the sandbox
     * runs.
     */
    STALL_MID_BODY("answer stops in the middle of the body");

    private final String label;

    Kind(String label) {
      this.label = label;
    }
  }

  @Override
  public String label() {
    return kind.label;
  }

  @Override
  public FaultPhase phase() {
    return kind == Kind.RESET_BEFORE_REQUEST ? FaultPhase.BEFORE_BODY : FaultPhase.AFTER_BODY;
  }

  @Override
  public boolean isRefusedConnection() {
    return kind == Kind.REFUSED;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.connection(this);
  }
}
