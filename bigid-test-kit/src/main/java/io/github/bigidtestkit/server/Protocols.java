package io.github.bigidtestkit.server;

import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.protocol.http.AlpnOpenListener;
import io.undertow.server.protocol.http.HttpOpenListener;
import io.undertow.server.protocol.http2.Http2OpenListener;
import io.undertow.server.protocol.http2.Http2UpgradeHandler;
import org.xnio.ChannelListener;
import org.xnio.OptionMap;
import org.xnio.StreamConnection;

/** What is spoken over a connection: HTTP/1.1, and HTTP/2 if it is wanted. */
final class Protocols {

  private static final OptionMap HTTP_1 =
      OptionMap.builder()
          .set(UndertowOptions.BUFFER_PIPELINED_DATA, true)
          .set(UndertowOptions.NO_REQUEST_TIMEOUT, 60_000)
          .set(UndertowOptions.REQUEST_PARSE_TIMEOUT, 30_000)
          .set(UndertowOptions.ALWAYS_SET_DATE, false)
          .set(UndertowOptions.MAX_ENTITY_SIZE, -1L) // the adapter has its own limit, and drains
          .getMap();
  private static final OptionMap HTTP_2 =
      OptionMap.builder().addAll(HTTP_1).set(UndertowOptions.ENABLE_HTTP2, true).getMap();

  /** Preferred to HTTP/1.1, which has the weight 0. */
  private static final int PREFERRED = 10;

  private Protocols() {}

  /** HTTP/2 without TLS comes by upgrade or with prior knowledge. */
  static ChannelListener<StreamConnection> clear(boolean http2, HttpHandler handler) {
    return http2 ? listener(HTTP_2, new Http2UpgradeHandler(handler)) : listener(HTTP_1, handler);
  }

  /** HTTP/2 within TLS is negotiated by the handshake. */
  static ChannelListener<StreamConnection> secure(boolean http2, HttpHandler handler) {
    HttpOpenListener http1 = listener(HTTP_1, handler);
    if (!http2) {
      return http1;
    }
    Http2OpenListener two = new Http2OpenListener(IoWorker.buffers(), HTTP_2);
    two.setRootHandler(handler);
    return new AlpnOpenListener(IoWorker.buffers(), HTTP_2, http1)
        .addProtocol(Http2OpenListener.HTTP2, two, PREFERRED);
  }

  private static HttpOpenListener listener(OptionMap options, HttpHandler handler) {
    HttpOpenListener listener = new HttpOpenListener(IoWorker.buffers(), options);
    listener.setRootHandler(handler);
    return listener;
  }
}
