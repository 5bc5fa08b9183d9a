package io.github.bigidtestkit.benchmark.child;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A JVM that executes commands line by line, so that the peers, each in a JVM of its own, can be
 * measured in turns. It does nothing while another has its turn.
 */
public final class Worker {

  private final String serverClass;

  private Worker(String serverClass) {
    this.serverClass = serverClass;
  }

  public static void main(String[] args) throws Exception {
    Worker worker = new Worker(args[0]);
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ", -1);
      int count = words.length > 1 ? Integer.parseInt(words[1]) : 0;
      String done =
          switch (words[0]) {
            case "cycles" -> worker.cycles(count);
            case "resets" -> worker.resets(count);
            case "serve" -> worker.serve();
            default -> throw new IllegalArgumentException(line);
          };
      System.out.println(words[0] + " " + done);
      System.out.flush();
    }
    Runtime.getRuntime().halt(0);
  }

  /** Start, one login, stop: the mean nanoseconds of each. */
  private String cycles(int count) throws Exception {
    long start = 0;
    long call = 0;
    long stop = 0;
    for (int i = 0; i < count; i++) {
      TestServer server = Servers.make(serverClass);
      long begun = System.nanoTime();
      int port = server.start();
      long started = System.nanoTime();
      RawClient.call(port, server.login());
      long called = System.nanoTime();
      server.stop();
      long stopped = System.nanoTime();
      start += started - begun;
      call += called - started;
      stop += stopped - called;
    }
    return start / count + " " + call / count + " " + stop / count;
  }

  /** The mean nanoseconds of putting the state back after a login. */
  private String resets(int count) throws Exception {
    TestServer server = Servers.make(serverClass);
    int port = server.start();
    long nanos = 0;
    for (int i = 0; i < count; i++) {
      RawClient.call(port, server.login());
      long begun = System.nanoTime();
      server.reset();
      nanos += System.nanoTime() - begun;
    }
    server.stop();
    return Long.toString(nanos / count);
  }

  /** Starts a server that runs until the JVM ends: its port and the two calls. */
  private String serve() throws Exception {
    TestServer server = Servers.make(serverClass);
    int port = server.start();
    HexFormat hex = HexFormat.of();
    return port + " " + hex.formatHex(server.login()) + " " + hex.formatHex(server.refresh());
  }
}
