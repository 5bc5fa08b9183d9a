package io.github.bigidtestkit.benchmark.child;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;

/** Makes one call on a socket of its own. So light that it hides no server's cost. */
public final class RawClient {

  private RawClient() {}

  /** Returns when the whole answer is there; throws if it is not a 200. */
  public static void call(int port, byte[] request) throws IOException {
    byte[] answer = new byte[8192];
    try (Socket socket = new Socket(loopback(), port)) {
      socket.setTcpNoDelay(true);
      socket.getOutputStream().write(request);
      InputStream in = socket.getInputStream();
      int length = 0;
      while (!Framing.isWhole(answer, length)) {
        int read = in.read(answer, length, answer.length - length);
        if (read < 0) {
          throw new EOFException("the answer broke off");
        }
        length += read;
      }
    }
  }

  private static InetAddress loopback() throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }
}
