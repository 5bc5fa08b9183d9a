package io.github.bigidtestkit.benchmark.mockwebserver;

import io.github.bigidtestkit.benchmark.child.RawClient;
import io.github.bigidtestkit.benchmark.child.Requests;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.Test;

/** A test class as MockWebServer's own documentation shows it. */
class MockWebServerClass {

  @StartStop public final MockWebServer server = new MockWebServer();

  @Test
  void logs_in() throws Exception {
    server.setDispatcher(new BigIdDispatcher());
    RawClient.call(server.getPort(), Requests.login());
  }
}
