package io.github.bigidtestkit.benchmark.undertow;

import io.github.bigidtestkit.benchmark.child.Answers;
import io.github.bigidtestkit.benchmark.child.Requests;
import io.github.bigidtestkit.benchmark.child.TestServer;
import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** A bare Undertow handler with fixed answers: what the server library itself costs. */
public final class UndertowServer implements TestServer {

  private Undertow server;

  @Override
  public int start() {
    server = Undertow.builder().addHttpListener(0, "127.0.0.1", UndertowServer::answer).build();
    server.start();
    return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
  }

  private static void answer(HttpServerExchange exchange) {
    exchange
        .getRequestReceiver()
        .receiveFullBytes(
            (http, body) -> {
              http.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
              http.getResponseSender().send(ByteBuffer.wrap(Answers.bytes(http.getRequestPath())));
            });
  }

  @Override
  public void stop() {
    server.stop();
  }

  @Override
  public byte[] login() {
    return Requests.login();
  }

  @Override
  public byte[] refresh() {
    return Requests.refresh(Answers.TOKEN);
  }
}
