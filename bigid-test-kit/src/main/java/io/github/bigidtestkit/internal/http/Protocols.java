package io.github.bigidtestkit.internal.http;

import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.internal.endpoint.JournalWriter;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.protocol.http.AlpnOpenListener;
import io.undertow.server.protocol.http.HttpOpenListener;
import io.undertow.server.protocol.http2.Http2OpenListener;
import io.undertow.server.protocol.http2.Http2UpgradeHandler;
import java.net.http.HttpClient;
import org.xnio.ChannelListener;
import org.xnio.OptionMap;
import org.xnio.StreamConnection;
import org.xnio.conduits.ConduitStreamSourceChannel;

/** The protocols of a connection: HTTP/1.1, and HTTP/2 if it is on. */
public final class Protocols {

  /** Preferred to HTTP/1.1, which has the weight 0. */
  private static final int PREFERRED = 10;

  private final boolean http2;
  private final OptionMap options;
  private final JournalWriter journal;

  /** The protocols of a configuration. */
  public Protocols(SandboxConfig config, Limits limits, JournalWriter journal) {
    this.journal = journal;
    this.http2 = config.http2();
    this.options = options(http2, limits);
  }

  /**
   * The library's defaults are repeated here, because the README states them. Answers to pipelined
   * calls are not buffered together: they would be lost when a later answer is broken.
   */
  private static OptionMap options(boolean http2, Limits limits) {
    OptionMap.Builder options = OptionMap.builder();
    if (http2) {
      options.set(UndertowOptions.IDLE_TIMEOUT, (int) limits.idleHttp2().toMillis());
    }
    return options
        .set(UndertowOptions.BUFFER_PIPELINED_DATA, false)
        .set(UndertowOptions.NO_REQUEST_TIMEOUT, (int) limits.idle().toMillis())
        .set(UndertowOptions.REQUEST_PARSE_TIMEOUT, (int) limits.head().toMillis())
        .set(UndertowOptions.MAX_HEADER_SIZE, 1024 * 1024)
        .set(UndertowOptions.MAX_HEADERS, 200)
        .set(UndertowOptions.MAX_PARAMETERS, 1_000)
        .set(UndertowOptions.ALWAYS_SET_DATE, false)
        .set(UndertowOptions.MAX_ENTITY_SIZE, -1L) // the body reader has its own limit, and drains
        .set(UndertowOptions.ENABLE_HTTP2, http2)
        .set(UndertowOptions.MAX_RST_FRAMES_PER_WINDOW, 200)
        .set(UndertowOptions.RST_FRAMES_TIME_WINDOW, 30_000)
        .getMap();
  }

  /** The highest version of HTTP that clients can use. */
  public HttpClient.Version version() {
    return http2 ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1;
  }

  /** HTTP/2 without TLS comes by upgrade or with prior knowledge. */
  ChannelListener<StreamConnection> clear(HttpHandler handler) {
    HttpOpenListener listener = listener(http2 ? new Http2UpgradeHandler(handler) : handler);
    return connection -> {
      ConduitStreamSourceChannel source = connection.getSourceChannel();
      source.setConduit(new TlsOnPlainPort(source.getConduit(), this::recordTls));
      listener.handleEvent(connection);
    };
  }

  private void recordTls() {
    String failure = "the client spoke TLS to a sandbox that speaks http";
    journal.record(journal.clearings(), null, failure + HandshakeHint.of(failure));
  }

  /** HTTP/2 within TLS is negotiated by the handshake. */
  ChannelListener<StreamConnection> secure(HttpHandler handler) {
    HttpOpenListener http1 = listener(handler);
    if (!http2) {
      return http1;
    }
    Http2OpenListener two = new Http2OpenListener(IoWorker.buffers(), options);
    two.setRootHandler(handler);
    return new AlpnOpenListener(IoWorker.buffers(), options, http1)
        .addProtocol(Http2OpenListener.HTTP2, two, PREFERRED);
  }

  private HttpOpenListener listener(HttpHandler handler) {
    HttpOpenListener listener = new HttpOpenListener(IoWorker.buffers(), options);
    listener.setRootHandler(handler);
    return listener;
  }
}
