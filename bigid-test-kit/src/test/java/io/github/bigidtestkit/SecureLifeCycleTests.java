package io.github.bigidtestkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import io.github.bigidtestkit.fault.ActiveFault;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.testing.RawHttp;
import io.github.bigidtestkit.testing.Secure;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sandboxes that speak TLS come and go, and leave nothing behind. */
@Timeout(240)
class SecureLifeCycleTests {

  private static final int CYCLES = 200;

  @Test
  void two_hundred_sandboxes_leave_neither_threads_nor_files_behind() throws IOException {
    cycle(20);
    int threads = Thread.getAllStackTraces().size();
    long files = openFiles();
    cycle(CYCLES);
    assertThat(Thread.getAllStackTraces().size()).isLessThan(threads + 10);
    assertThat(openFiles()).isLessThan(files + 50);
  }

  private static void cycle(int times) throws IOException {
    for (int i = 0; i < times; i++) {
      try (FakeBigId bigId = Secure.start()) {
        login(bigId);
      }
    }
  }

  private static void login(FakeBigId bigId) throws IOException {
    try (SSLSocket socket = connect(bigId)) {
      socket.getOutputStream().write(RawHttp.login().getBytes(StandardCharsets.ISO_8859_1));
      assertThat(new String(socket.getInputStream().readNBytes(13), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 200 ");
    }
  }

  private static SSLSocket connect(FakeBigId bigId) throws IOException {
    var sockets = bigId.trust().sslContext().getSocketFactory();
    SSLSocket socket = (SSLSocket) sockets.createSocket("127.0.0.1", bigId.port());
    socket.setSoTimeout((int) Secure.LIMIT.toMillis());
    return socket;
  }

  /** Zero where the system does not tell. */
  private static long openFiles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }

  @Test
  void thirty_two_clients_shake_hands_at_the_same_time() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(32);
    try (FakeBigId bigId = Secure.start()) {
      List<Callable<Void>> tasks = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        tasks.add(
            () -> {
              for (int round = 0; round < 10; round++) {
                login(bigId);
              }
              return null;
            });
      }
      for (Future<Void> done : pool.invokeAll(tasks)) {
        done.get();
      }
      assertThat(bigId.journal().exchanges()).hasSize(320);
      assertThat(bigId.journal().handshakes()).isEmpty();
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void handshakes_that_never_end_hold_up_nobody() throws Exception {
    List<Socket> silent = new ArrayList<>();
    FakeBigId bigId = Secure.start();
    try {
      for (int i = 0; i < 50; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), bigId.port());
        silent.add(socket);
        if (i % 2 == 0) {
          socket.getOutputStream().write(new byte[] {0x16, 0x03, 0x01, 0x02}); // half a header
        }
      }
      login(bigId);
      bigId.close();
      for (Socket socket : silent) {
        socket.setSoTimeout((int) Secure.LIMIT.toMillis());
        assertThat(socket.getInputStream().readAllBytes()).hasSizeLessThan(100);
      }
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
    }
  }

  @Test
  void closing_ends_handshakes_that_stall() throws Exception {
    FakeBigId bigId = Secure.start();
    try (ActiveFault fault = bigId.faults().inject(FaultKind.HANDSHAKE_STALL).start();
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), bigId.port())) {
      socket.setSoTimeout((int) Secure.LIMIT.toMillis());
      socket.getOutputStream().write(0x16);
      bigId.journal().awaitHandshake(h -> h.fault() != null, Secure.LIMIT);
      bigId.close();
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
      assertThat(fault.struck()).isEqualTo(1);
    }
  }

  @Test
  void a_client_that_connects_and_says_nothing_was_struck_by_nothing() throws Exception {
    try (FakeBigId bigId = Secure.start();
        ActiveFault fault =
            bigId.faults().inject(FaultKind.CERTIFICATE_EXPIRED).optional().start()) {
      new Socket(InetAddress.getLoopbackAddress(), bigId.port()).close();
      fault.clear();
      login(bigId);
      assertThat(fault.struck()).isZero();
    }
  }
}
