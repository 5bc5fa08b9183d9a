package io.github.bigidtestkit.benchmark.oauth2;

import io.github.bigidtestkit.benchmark.child.RawClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A test class with mock-oauth2-server, which brings no extension. */
class MockOAuth2Class {

  private static final MockOAuth2TestServer SERVER = new MockOAuth2TestServer();
  private static int port;

  @BeforeAll
  static void start() throws Exception {
    port = SERVER.start();
  }

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  @Test
  void logs_in() throws Exception {
    RawClient.call(port, SERVER.login());
  }
}
