package io.github.bigidtestkit.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.xnio.StreamConnection;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.StreamSinkConduit;

/**
 * Notices what the server library answers by itself. A head that it can't read and a Host header
 * that it does not like get a 400, and nobody is told; the wording is all there is to know them by.
 */
final class OwnAnswers extends AbstractStreamSinkConduit<StreamSinkConduit> {

  /** Is told of requests that never reach a handler. */
  interface Witness {

    /** A request was refused, for this reason. */
    void unreadable(String problem);
  }

  private static final String UNREADABLE =
      "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
  private static final int STATUS = "HTTP/1.1 ".length();
  private static final int REASON = STATUS + "400 ".length();
  private static final int LONGEST = 100;

  private final Witness witness;
  private boolean noticed;

  private OwnAnswers(StreamSinkConduit next, Witness witness) {
    super(next);
    this.witness = witness;
  }

  /**
   * Tells why the library refused a request, before the answer is sent; once, as it then closes.
   */
  static void watch(StreamConnection connection, Witness witness) {
    var sink = connection.getSinkChannel();
    sink.setConduit(new OwnAnswers(sink.getConduit(), witness));
  }

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    look(bytes);
    return super.write(bytes);
  }

  @Override
  public int writeFinal(ByteBuffer bytes) throws IOException {
    look(bytes);
    return super.writeFinal(bytes);
  }

  private void look(ByteBuffer bytes) {
    if (noticed || bytes.remaining() <= REASON || bytes.get(bytes.position() + STATUS) != '4') {
      return;
    }
    byte[] beginning = new byte[Math.min(LONGEST, bytes.remaining())];
    bytes.duplicate().get(beginning);
    String problem = problem(new String(beginning, StandardCharsets.ISO_8859_1));
    if (problem != null) {
      noticed = true;
      witness.unreadable(problem);
    }
  }

  private static @Nullable String problem(String answer) {
    if (answer.equals(UNREADABLE)) {
      return "The request line or a header is not HTTP/1.1, or there is too much of them";
    }
    String line = answer.lines().findFirst().orElse("");
    return line.startsWith("400 ", STATUS) && line.contains("Host")
        ? "The Host header is missing, doubled or malformed (%s)".formatted(line.substring(REASON))
        : null;
  }
}
