package io.github.bigidtestkit.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.LimitedSandbox;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.Rejection;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.testing.Expect;
import io.github.bigidtestkit.testing.RawHttp;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that do not go on: others are served meanwhile, and the patience with them ends. */
@Timeout(60)
class SlowClientTests {

  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final String HEAD =
      "POST /api/v1/sessions HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
  private static final String LATE = "The body did not come within 100 ms";

  private final List<RawHttp> clients = new ArrayList<>();
  private FakeBigId bigId;

  private void start(Limits limits) {
    bigId = LimitedSandbox.start(SandboxConfig.defaults(), limits);
  }

  private RawHttp client() {
    RawHttp client = new RawHttp(bigId);
    clients.add(client);
    return client;
  }

  @AfterEach
  void stop() {
    bigId.close();
    clients.forEach(RawHttp::close);
  }

  @Test
  void three_hundred_that_send_a_byte_now_and_then_keep_nobody_waiting() {
    start(Limits.DEFAULT);
    List<String> halves =
        List.of(
            "",
            "POST /api/v1/sess",
            HEAD + "X: y",
            HEAD + "Content-Length: 1000\r\n\r\n{",
            HEAD + "Transfer-Encoding: chunked\r\n\r\n100\r\n{");
    for (int i = 0; i < 300; i++) {
      client().send(halves.get(i % halves.size()));
    }
    for (int round = 0; round < 10; round++) {
      clients.forEach(slow -> slow.send("P"));
      Expect.stillServes(bigId);
    }
    assertThat(bigId.journal().exchanges()).hasSize(10);
    bigId.close();
    assertThat(clients).allMatch(RawHttp::closedByServer);
  }

  @Test
  void those_that_never_read_keep_nobody_waiting() {
    start(Limits.DEFAULT);
    bigId.faults().inject(FaultKind.HUGE_BODY).times(6).start();
    for (int i = 0; i < 6; i++) {
      client().send(RawHttp.login());
    }
    bigId.journal().await(6, call -> call.fault() != null, Duration.ofSeconds(20));
    Expect.stillServes(bigId);
    Expect.stillServes(bigId);
    bigId.close();
    assertThat(bigId.isRunning()).isFalse();
  }

  @Test
  void who_sends_no_request_is_closed() {
    start(new Limits(SHORT, LONG, LONG, LONG));
    assertThat(client().closedByServer()).isTrue();
    RawHttp second = client().send(RawHttp.login());
    assertThat(second.answer()).startsWith("HTTP/1.1 200 ");
    assertThat(second.closedByServer()).isTrue();
    assertThat(bigId.journal().exchanges()).hasSize(1);
  }

  @Test
  void who_sends_half_a_head_is_closed() {
    start(new Limits(LONG, SHORT, LONG, LONG));
    assertThat(client().send("POST").closedByServer()).isTrue();
    assertThat(client().send(HEAD + "X: y").closedByServer()).isTrue();
    assertThat(bigId.journal().exchanges()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 1000\r\n\r\n",
        "Content-Length: 1000\r\n\r\n{",
        "Content-Length: 1000\r\nExpect: 100-continue\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n1000\r\n{",
        "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n0\r\n"
      })
  void who_sends_half_a_body_is_told_and_closed(String rest) {
    start(new Limits(LONG, LONG, SHORT, LONG));
    RawHttp slow = client().send(HEAD + rest);
    String first = slow.answer();
    String answer = first.startsWith("HTTP/1.1 100 ") ? slow.answer() : first;
    assertThat(answer).startsWith("HTTP/1.1 408 ").endsWith(Expect.failure(LATE));
    assertThat(slow.closedByServer()).isTrue();
    assertThat(bigId.journal().exchanges())
        .singleElement()
        .returns(408, Exchange::status)
        .returns(new Rejection(Reason.REQUEST_TIMEOUT, LATE), Exchange::rejection);
    Expect.stillServes(bigId);
  }

  @Test
  void who_sends_more_than_is_read_is_not_waited_for_either() {
    start(new Limits(LONG, LONG, SHORT, LONG));
    RawHttp slow = client().send(HEAD + "Content-Length: 2000000\r\n\r\n{");
    assertThat(slow.answer()).startsWith("HTTP/1.1 413 ");
    assertThat(slow.closedByServer()).isTrue();
    assertThat(bigId.journal().exchanges()).hasSize(1);
  }

  @Test
  void who_does_not_take_the_answer_is_closed() {
    start(new Limits(LONG, LONG, LONG, SHORT));
    bigId.faults().inject(FaultKind.HUGE_BODY).times(1).start();
    RawHttp deaf = client().send(RawHttp.login());
    Exchange call = bigId.journal().await(it -> true, Duration.ofSeconds(20));
    assertThat(call.status()).isEqualTo(200);
    String more = "x".repeat(65_536);
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> sendUntilClosed(deaf, more));
    Expect.stillServes(bigId);
  }

  /** The server does not read while it answers, so this blocks until the connection is closed. */
  private static void sendUntilClosed(RawHttp client, String text) {
    while (true) {
      client.send(text);
    }
  }

  @Test
  void a_body_of_any_size_is_announced_in_vain() {
    start(Limits.DEFAULT);
    for (String size : List.of("70000000", "2000000000", "1152921504606846975")) {
      RawHttp raw = client().send(HEAD + "Content-Length: " + size + "\r\n\r\n{");
      assertThat(raw.answer()).startsWith("HTTP/1.1 413 ").contains("Connection: close\r\n");
    }
    Expect.stillServes(bigId);
  }
}
