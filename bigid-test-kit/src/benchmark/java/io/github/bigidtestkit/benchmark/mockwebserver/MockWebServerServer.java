package io.github.bigidtestkit.benchmark.mockwebserver;

import com.nimbusds.jose.JOSEException;
import io.github.bigidtestkit.benchmark.child.Requests;
import io.github.bigidtestkit.benchmark.child.TestServer;
import java.net.InetAddress;
import mockwebserver3.MockWebServer;

/** OkHttp's MockWebServer with a dispatcher. */
public final class MockWebServerServer implements TestServer {

  private final MockWebServer server = new MockWebServer();
  private BigIdDispatcher dispatcher;

  @Override
  public int start() throws Exception {
    dispatcher = new BigIdDispatcher();
    server.setDispatcher(dispatcher);
    server.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
    return server.getPort();
  }

  @Override
  public void stop() {
    server.close();
  }

  @Override
  public byte[] login() {
    return Requests.login();
  }

  @Override
  public byte[] refresh() {
    try {
      return Requests.refresh(dispatcher.token("user"));
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
