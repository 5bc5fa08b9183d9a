package io.github.bigidtestkit.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.ConduitStreamSourceChannel;
import org.xnio.conduits.StreamSourceConduit;

/**
 * How much a client may send that belongs to no call. Over HTTP/2 the server library reads for as
 * long as there is something to read; frames that come to nothing, sent without pause, would keep
 * the thread from all others, and its timers from running.
 */
final class Ration extends AbstractStreamSourceConduit<StreamSourceConduit> {

  /** Twice the largest head. */
  private static final long BYTES = 2L * 1024 * 1024;

  private final Line line;
  private long lastCall;
  private long spent;

  private Ration(StreamSourceConduit next, Line line) {
    super(next);
    this.line = line;
  }

  static void limit(Line line) {
    ConduitStreamSourceChannel source = line.raw().getSourceChannel();
    source.setConduit(new Ration(source.getConduit(), line));
  }

  @Override
  public int read(ByteBuffer to) throws IOException {
    int count = super.read(to);
    return isSpentBy(count) ? -1 : count;
  }

  @Override
  public long read(ByteBuffer[] to, int offset, int length) throws IOException {
    long count = super.read(to, offset, length);
    return isSpentBy(count) ? -1 : count;
  }

  private boolean isSpentBy(long count) {
    if (line.isBusy() || line.quietSince() != lastCall) {
      lastCall = line.quietSince();
      spent = 0;
    }
    spent += Math.max(0, count);
    if (spent <= BYTES) {
      return false;
    }
    line.raw().getIoThread().execute(line::close); // not from within its own reading
    return true;
  }
}
