package io.github.bigidtestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.UnixOperatingSystemMXBean;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.testing.Expect;
import io.github.bigidtestkit.testing.RawHttp;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class LifeCycleTests {

  private static final int CYCLES = 1_000;

  @Test
  void a_thousand_sandboxes_leave_neither_threads_nor_files_behind() {
    cycle(10);
    int threads = Thread.getAllStackTraces().size();
    long files = openFiles();
    cycle(CYCLES);
    assertThat(Thread.getAllStackTraces().size()).isLessThan(threads + 10);
    assertThat(openFiles()).isLessThan(files + 50);
  }

  private static void cycle(int times) {
    for (int i = 0; i < times; i++) {
      try (FakeBigId bigId = FakeBigId.start()) {
        assertThat(RawHttp.exchange(bigId, RawHttp.login())).startsWith("HTTP/1.1 200 ");
      }
    }
  }

  /** Zero where the system does not tell. */
  private static long openFiles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }

  @Test
  void all_its_threads_are_daemons() {
    try (FakeBigId bigId = FakeBigId.start()) {
      Expect.stillServes(bigId);
      List<Thread> threads =
          Thread.getAllStackTraces().keySet().stream()
              .filter(thread -> thread.getName().contains("bigid-test-kit"))
              .toList();
      assertThat(threads).isNotEmpty().allMatch(Thread::isDaemon);
    }
  }

  /** Repeated because a connection that is just being accepted is the one that could escape. */
  @RepeatedTest(200)
  void closing_ends_idle_and_half_open_connections_and_can_be_repeated() {
    FakeBigId bigId = FakeBigId.start();
    String half = "POST /api/v1/sessions HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{";
    try (RawHttp idle = new RawHttp(bigId);
        RawHttp inHead = new RawHttp(bigId);
        RawHttp inBody = new RawHttp(bigId);
        RawHttp silent = new RawHttp(bigId)) {
      inHead.send("POST /api/v1/sess");
      inBody.send(half);
      assertThat(idle.send(RawHttp.login()).answer()).startsWith("HTTP/1.1 200 ");
      bigId.close();
      bigId.close();
      assertThat(List.of(idle, inHead, inBody, silent)).allMatch(RawHttp::closedByServer);
    }
    assertThat(bigId.isRunning()).isFalse();
    assertThatThrownBy(() -> new RawHttp(bigId)).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void can_be_read_after_it_was_closed() {
    FakeBigId bigId = FakeBigId.start();
    String token = bigId.tokens().sessionToken("bigid");
    Expect.stillServes(bigId);
    int port = bigId.port();
    assertThat(bigId)
        .hasToString(
            "FakeBigId[http://127.0.0.1:%d/api/v1, LENIENT, users [bigid]]".formatted(port));
    bigId.close();
    assertThat(bigId.journal().exchanges()).hasSize(1);
    assertThat(bigId.tokens().verify(token).accepted()).isTrue();
    bigId.clock().advance(Duration.ofDays(2));
    assertThat(bigId.tokens().verify(token).accepted()).isFalse();
    assertThat(bigId.port()).isEqualTo(port);
    assertThat(bigId)
        .hasToString(
            "FakeBigId[http://127.0.0.1:%d/api/v1, LENIENT, users [bigid], closed]"
                .formatted(port));
  }

  @Test
  void a_taken_port_is_named_with_the_cure() {
    try (FakeBigId first = FakeBigId.start()) {
      SandboxConfig same = SandboxConfig.builder().port(first.port()).build();
      assertThatThrownBy(() -> FakeBigId.start(same))
          .isInstanceOf(UncheckedIOException.class)
          .satisfies(
              taken ->
                  assertThat(taken)
                      .hasMessage(
                          "The sandbox can't listen on port [%d]: %s. Free the port, or give 0 for any that is free.",
                          first.port(), taken.getCause().getMessage()));
      Expect.stillServes(first);
    }
  }

  @Test
  void a_port_can_be_chosen_and_used_again() {
    FakeBigId first = FakeBigId.start();
    int port = first.port();
    Expect.stillServes(first);
    first.close();
    try (FakeBigId second = FakeBigId.start(SandboxConfig.builder().port(port).build())) {
      assertThat(second.port()).isEqualTo(port);
      Expect.stillServes(second);
    }
  }

  @Test
  void a_call_that_began_before_a_reset_is_not_in_the_journal_after_it() {
    String login = RawHttp.login();
    int head = login.indexOf("\r\n\r\n");
    try (FakeBigId bigId = FakeBigId.start();
        RawHttp raw = new RawHttp(bigId)) {
      raw.send(login.substring(0, head) + "\r\nExpect: 100-continue\r\n\r\n");
      assertThat(raw.answer()).startsWith("HTTP/1.1 100 ");
      bigId.reset();
      assertThat(raw.send(login.substring(head + 4)).answer()).startsWith("HTTP/1.1 200 ");
      assertThat(bigId.journal().exchanges()).isEmpty();
      Expect.stillServes(bigId);
      assertThat(bigId.journal().exchanges()).extracting(Exchange::number).containsExactly(1L);
    }
  }
}
