package io.github.bigidtestkit.internal.http;

import io.undertow.server.protocol.http.ALPNLimitingSSLEngine;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * An engine that reports how its handshake failed, which the server library does not. Only the
 * delegation of its base class is used.
 */
final class ObservedSslEngine extends ALPNLimitingSSLEngine {

  private final SSLEngine engine;
  private final Consumer<@Nullable String> ended;
  private boolean over;

  /**
   * An engine.
   *
   * @param ended is called once, with null for success or else why the handshake failed
   */
  ObservedSslEngine(SSLEngine engine, Consumer<@Nullable String> ended) {
    super(engine, () -> {});
    this.engine = engine;
    this.ended = ended;
  }

  @Override
  public SSLEngineResult unwrap(ByteBuffer src, ByteBuffer dst) throws SSLException {
    return unwrap(src, new ByteBuffer[] {dst}, 0, 1);
  }

  @Override
  public SSLEngineResult unwrap(ByteBuffer src, ByteBuffer[] dsts, int offset, int length)
      throws SSLException {
    try {
      return finished(engine.unwrap(src, dsts, offset, length));
    } catch (SSLException failed) {
      end(words(failed));
      throw failed;
    }
  }

  @Override
  public SSLEngineResult wrap(ByteBuffer src, ByteBuffer dst) throws SSLException {
    return wrap(new ByteBuffer[] {src}, 0, 1, dst);
  }

  @Override
  public SSLEngineResult wrap(ByteBuffer[] srcs, int offset, int length, ByteBuffer dst)
      throws SSLException {
    try {
      return finished(engine.wrap(srcs, offset, length, dst));
    } catch (SSLException failed) {
      end(words(failed));
      throw failed;
    }
  }

  @Override
  public void closeInbound() throws SSLException {
    end("the connection was closed");
    super.closeInbound();
  }

  @Override
  public String getApplicationProtocol() {
    return engine.getApplicationProtocol();
  }

  private SSLEngineResult finished(SSLEngineResult result) {
    if (result.getHandshakeStatus() == SSLEngineResult.HandshakeStatus.FINISHED) {
      end(null);
    }
    return result;
  }

  /** The message of the JDK, without the name of the alert that JDKs after 17 put first. */
  private static String words(SSLException failed) {
    return String.valueOf(failed.getMessage()).replaceFirst("^\\([a-z0-9_]+\\) ", "");
  }

  private void end(@Nullable String failure) {
    if (!over) {
      over = true;
      ended.accept(failure);
    }
  }
}
