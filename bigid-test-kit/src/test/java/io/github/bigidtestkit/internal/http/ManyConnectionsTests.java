package io.github.bigidtestkit.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.UnixOperatingSystemMXBean;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.testing.Expect;
import io.github.bigidtestkit.testing.RawHttp;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections in numbers. Both ends are in this process: each connection takes two descriptors. */
@Timeout(120)
class ManyConnectionsTests {

  private static final int WANTED = 10_000;
  private static final int SPARE = 500;

  private final FakeBigId bigId = FakeBigId.start();
  private final List<SocketChannel> channels = new ArrayList<>();
  private UnixOperatingSystemMXBean system;

  @BeforeEach
  void look_at_the_system() {
    var any = ManagementFactory.getOperatingSystemMXBean();
    assumeThat(any)
        .as("a system that counts descriptors")
        .isInstanceOf(UnixOperatingSystemMXBean.class);
    system = (UnixOperatingSystemMXBean) any;
    Expect.stillServes(bigId);
    bigId.journal().clear();
  }

  @AfterEach
  void stop() throws IOException {
    bigId.close();
    for (SocketChannel channel : channels) {
      channel.close();
    }
  }

  private SocketChannel connect() throws IOException {
    SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), bigId.port()));
    channel.setOption(StandardSocketOptions.SO_LINGER, 0); // ends with RST, so that no port is kept
    return channel;
  }

  private long openFiles() {
    return system.getOpenFileDescriptorCount();
  }

  private int affordable() {
    long left = system.getMaxFileDescriptorCount() - openFiles() - SPARE;
    int count = (int) Math.min(WANTED, left / 2);
    assumeThat(count)
        .as(
            "connections that the limit of %s descriptors allows",
            system.getMaxFileDescriptorCount())
        .isGreaterThanOrEqualTo(1_000);
    return count;
  }

  private void assertLeftNothing(long filesBefore, int threadsBefore) {
    long giveUp = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (openFiles() >= filesBefore + 50 && System.nanoTime() < giveUp) {
      Thread.onSpinWait(); // the server hears of it a little later
    }
    assertThat(openFiles()).isLessThan(filesBefore + 50);
    assertThat(Thread.getAllStackTraces().size()).isLessThan(threadsBefore + 10);
  }

  @Test
  void ten_thousand_idle_connections_do_not_disturb_logins_and_end_with_the_sandbox()
      throws IOException {
    int count = affordable();
    long files = openFiles();
    int threads = Thread.getAllStackTraces().size();
    for (int i = 0; i < count; i++) {
      channels.add(connect());
    }
    ByteBuffer request = ByteBuffer.wrap(RawHttp.login().getBytes(StandardCharsets.ISO_8859_1));
    for (int i = 0; i < count; i += 100) { // also those that have waited longest
      channels.get(i).write(request.rewind());
      assertThat(channels.get(i).read(ByteBuffer.allocate(10_000))).isPositive();
    }
    Expect.stillServes(bigId);
    assertThat(openFiles()).isGreaterThan(files + 2L * count - 200);
    assertThat(Thread.getAllStackTraces().size()).isLessThan(threads + 10);
    assertThat(bigId.journal().exchanges()).hasSize((count + 99) / 100 + 1);
    bigId.close();
    for (SocketChannel channel : channels) {
      assertThat(channel.read(ByteBuffer.allocate(1))).isEqualTo(-1);
      channel.close();
    }
    assertLeftNothing(files, threads);
  }

  @Test
  void two_thousand_that_connect_and_reset_leave_nothing_behind() throws IOException {
    long files = openFiles();
    int threads = Thread.getAllStackTraces().size();
    for (int i = 0; i < 2_000; i++) {
      connect().close();
    }
    assertLeftNothing(files, threads);
    Expect.stillServes(bigId);
  }

  @Test
  void two_thousand_that_reset_in_the_middle_of_a_request_leave_nothing_behind()
      throws IOException {
    long files = openFiles();
    int threads = Thread.getAllStackTraces().size();
    String login = RawHttp.login();
    for (int i = 0; i < 2_000; i++) {
      try (SocketChannel channel = connect()) {
        int sent = i % login.length();
        channel.write(
            ByteBuffer.wrap(login.substring(0, sent).getBytes(StandardCharsets.ISO_8859_1)));
      }
    }
    assertLeftNothing(files, threads);
    Expect.stillServes(bigId);
  }

  @Test
  void five_hundred_that_close_one_half_and_then_the_other_leave_nothing_behind()
      throws IOException {
    long files = openFiles();
    int threads = Thread.getAllStackTraces().size();
    for (int i = 0; i < 500; i++) {
      SocketChannel channel = connect();
      channels.add(channel);
      channel.shutdownOutput();
    }
    for (SocketChannel channel : channels) {
      assertThat(channel.read(ByteBuffer.allocate(1))).isEqualTo(-1);
      channel.close();
    }
    assertLeftNothing(files, threads);
    Expect.stillServes(bigId);
  }
}
