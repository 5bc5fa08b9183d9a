package io.github.bigidtestkit.benchmark.child;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A test class with a plain socket. */
class FloorClass {

  private static final FloorServer SERVER = new FloorServer();
  private static int port;

  @BeforeAll
  static void start() throws IOException {
    port = SERVER.start();
  }

  @AfterAll
  static void stop() throws IOException {
    SERVER.stop();
  }

  @Test
  void logs_in() throws IOException {
    RawClient.call(port, SERVER.login());
  }
}
