package io.github.bigidtestkit.benchmark.child;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** The JDK's own server with fixed answers: a bound, not something to test with. */
public final class JdkServer implements TestServer {

  private HttpServer server;

  @Override
  public int start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", JdkServer::answer);
    server.start();
    return server.getAddress().getPort();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    byte[] body = Answers.bytes(exchange.getRequestURI().getPath());
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void stop() {
    server.stop(0);
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
