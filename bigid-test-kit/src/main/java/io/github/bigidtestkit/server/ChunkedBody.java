package io.github.bigidtestkit.server;

import io.undertow.conduits.ReadDataStreamSourceConduit;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.Connectors;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.ConduitReadableByteChannel;
import org.xnio.conduits.StreamSourceConduit;

/**
 * The body of a call that comes in chunks. Takes the place of the server library's own reader,
 * which takes a size that is none for the end of the body, skips what is too much, and keeps
 * trailers of any length.
 */
final class ChunkedBody extends AbstractStreamSourceConduit<StreamSourceConduit> {

  private final HttpServerExchange http;
  private final HttpServerConnection connection;
  private final ChunkDecoder decoder = new ChunkDecoder();
  private long taken;

  private ChunkedBody(HttpServerExchange http, HttpServerConnection connection) {
    super(new ReadDataStreamSourceConduit(connection.getOriginalSourceConduit(), connection));
    this.http = http;
    this.connection = connection;
  }

  /** To be called before anybody has asked for the body. */
  static void takeOver(HttpServerExchange http, HttpServerConnection connection) {
    connection.getChannel().getSourceChannel().setConduit(new ChunkedBody(http, connection));
  }

  @Override
  public int read(ByteBuffer data) throws IOException {
    int before = data.position();
    boolean more = true;
    while (more && data.hasRemaining() && !decoder.atEnd()) {
      more = decode(data);
    }
    int count = data.position() - before;
    if (count > 0 || !decoder.atEnd()) {
      return count;
    }
    Connectors.terminateRequest(http);
    return -1;
  }

  private boolean decode(ByteBuffer data) throws IOException {
    PooledByteBuffer pooled = connection.getByteBufferPool().allocate();
    boolean keep = false;
    try {
      ByteBuffer raw = pooled.getBuffer();
      int count = next.read(raw);
      if (count < 0) {
        throw new EOFException();
      }
      raw.flip();
      decoder.decode(raw, data);
      taken += raw.position();
      if (taken > Intake.MAX_DRAINED) {
        throw new MalformedBodyException("the body does not end");
      }
      keep = raw.hasRemaining();
      if (keep) {
        connection.ungetRequestBytes(pooled);
      }
      return count > 0;
    } finally {
      if (!keep) {
        pooled.close();
      }
    }
  }

  @Override
  public long read(ByteBuffer[] data, int offset, int length) throws IOException {
    for (int i = offset; i < offset + length; i++) {
      if (data[i].hasRemaining()) {
        return read(data[i]);
      }
    }
    return 0;
  }

  @Override
  public long transferTo(long position, long count, FileChannel target) throws IOException {
    return target.transferFrom(new ConduitReadableByteChannel(this), position, count);
  }

  @Override
  public long transferTo(long count, ByteBuffer through, StreamSinkChannel target)
      throws IOException {
    return IoUtils.transfer(new ConduitReadableByteChannel(this), count, through, target);
  }
}
