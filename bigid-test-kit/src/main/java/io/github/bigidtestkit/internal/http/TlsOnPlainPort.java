package io.github.bigidtestkit.internal.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.StreamSourceConduit;

/** Recognizes a client that begins with a TLS handshake where HTTP is spoken without TLS. */
final class TlsOnPlainPort extends AbstractStreamSourceConduit<StreamSourceConduit> {

  /** The first byte of a TLS handshake, which begins no request of HTTP. */
  private static final byte HANDSHAKE = 0x16;

  private final Runnable whenTls;
  private boolean begun;

  TlsOnPlainPort(StreamSourceConduit next, Runnable whenTls) {
    super(next);
    this.whenTls = whenTls;
  }

  @Override
  public int read(ByteBuffer dst) throws IOException {
    int first = dst.position();
    int count = super.read(dst);
    if (!begun && count > 0) {
      begun = true;
      if (dst.get(first) == HANDSHAKE) {
        whenTls.run();
      }
    }
    return count;
  }
}
