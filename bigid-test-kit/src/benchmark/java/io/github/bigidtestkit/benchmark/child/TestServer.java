package io.github.bigidtestkit.benchmark.child;

/** A server under measurement. One object is one server: started once and stopped once. */
public interface TestServer {

  /** Starts on any free port of loopback, and says which. */
  int start() throws Exception;

  /** Stops; returns when the port is closed. */
  void stop() throws Exception;

  /** The bytes of a login that is answered with 200, for a connection that is kept alive. */
  byte[] login();

  /** The bytes of a refresh of an access token that is answered with 200. */
  byte[] refresh();

  /** Puts the server back to what it was at the start, where it can. */
  default void reset() {
    throw new UnsupportedOperationException("only the kit puts its state back");
  }
}
