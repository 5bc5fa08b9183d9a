package io.github.bigidtestkit.benchmark.run;

import io.github.bigidtestkit.benchmark.child.Framing;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A closed loop over connections that are kept alive: each sends its next call when the answer to
 * the last is there. One thread serves all connections, which takes less from the servers than one
 * thread each.
 */
final class Load implements AutoCloseable {

  /**
   * What came of it.
   *
   * @param perSecond calls answered in a second
   * @param p50 the median time of an answer, in microseconds
   * @param p99 the 99th percentile
   */
  record Result(double perSecond, double p50, double p99) {}

  private static final class Connection {
    final SocketChannel channel;
    final ByteBuffer answer = ByteBuffer.allocate(16_384);
    long sent;

    Connection(SocketChannel channel) {
      this.channel = channel;
    }
  }

  private final Selector selector;
  private final ByteBuffer request;
  private final List<Connection> connections = new ArrayList<>();
  private long[] nanos = new long[1 << 16];
  private int calls;

  Load(int port, byte[] request, int count, boolean quickAck) throws IOException {
    this.selector = Selector.open();
    this.request = ByteBuffer.allocateDirect(request.length).put(request).flip();
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    for (int i = 0; i < count; i++) {
      SocketChannel channel = SocketChannel.open(new InetSocketAddress(loopback, port));
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false);
      Connection connection = new Connection(channel);
      channel.register(selector, SelectionKey.OP_READ, connection);
      connections.add(connection);
    }
    this.quickAck = quickAck;
  }

  private final boolean quickAck;

  /** Runs for so long. */
  Result run(long millis) throws IOException {
    calls = 0;
    long begun = System.nanoTime();
    long end = begun + millis * 1_000_000;
    for (Connection connection : connections) {
      send(connection);
    }
    int open = connections.size();
    while (open > 0) {
      if (selector.select(5_000) == 0) {
        throw new IOException("no answer within five seconds");
      }
      for (SelectionKey key : selector.selectedKeys()) {
        Connection connection = (Connection) key.attachment();
        if (receive(connection)) {
          if (System.nanoTime() < end) {
            send(connection);
          } else {
            open--;
          }
        }
      }
      selector.selectedKeys().clear();
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    long[] sorted = Arrays.copyOf(nanos, calls);
    Arrays.sort(sorted);
    return new Result(calls / seconds, sorted[calls / 2] / 1e3, sorted[calls * 99 / 100] / 1e3);
  }

  private void send(Connection connection) throws IOException {
    connection.answer.clear();
    connection.sent = System.nanoTime();
    if (connection.channel.write(request.duplicate()) != request.remaining()) {
      throw new IOException("a request did not fit into the socket's buffer");
    }
  }

  private boolean receive(Connection connection) throws IOException {
    if (quickAck) {
      connection.channel.setOption(jdk.net.ExtendedSocketOptions.TCP_QUICKACK, true);
    }
    if (connection.channel.read(connection.answer) < 0) {
      throw new EOFException("a connection was not kept alive");
    }
    if (!Framing.isWhole(connection.answer.array(), connection.answer.position())) {
      return false;
    }
    if (calls == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * calls);
    }
    nanos[calls++] = System.nanoTime() - connection.sent;
    return true;
  }

  @Override
  public void close() throws IOException {
    for (Connection connection : connections) {
      connection.channel.close();
    }
    selector.close();
  }
}
