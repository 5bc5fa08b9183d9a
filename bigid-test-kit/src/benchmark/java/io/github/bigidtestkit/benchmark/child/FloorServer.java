package io.github.bigidtestkit.benchmark.child;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A loop around {@link ServerSocket} that answers every request with the same bytes, one thread a
 * connection: the floor under all that speaks HTTP.
 */
public final class FloorServer implements TestServer {

  private static final byte[] ANSWER =
      ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
              + Answers.LOGIN.length()
              + "\r\n\r\n"
              + Answers.LOGIN)
          .getBytes(StandardCharsets.ISO_8859_1);

  private ServerSocket listening;

  @Override
  public int start() throws IOException {
    listening = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    thread(this::accept);
    return listening.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listening.accept();
        thread(() -> serve(socket));
      }
    } catch (IOException closed) {
      // the end
    }
  }

  private static void thread(Runnable task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
  }

  /** Takes every piece that arrives for one request, which is so on loopback. */
  private static void serve(Socket socket) {
    byte[] request = new byte[8192];
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = socket.getInputStream();
      OutputStream out = socket.getOutputStream();
      while (in.read(request) > 0) {
        out.write(ANSWER);
      }
    } catch (IOException gone) {
      // the client has left
    }
  }

  @Override
  public void stop() throws IOException {
    listening.close();
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
