package io.github.bigidtestkit.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.LimitedSandbox;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.testing.Expect;
import io.github.bigidtestkit.testing.RawHttp2;
import io.github.bigidtestkit.testing.Secure;
import java.io.UncheckedIOException;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Clients that use HTTP/2 against the server, with TLS and without. Others are served as before.
 */
@Timeout(60)
@ParameterizedClass
@ValueSource(booleans = {true, false})
class Http2AbuseTests {

  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration SHORT = Duration.ofMillis(100);

  private final boolean https;
  private final List<RawHttp2> clients = new ArrayList<>();
  private FakeBigId bigId;

  Http2AbuseTests(boolean https) {
    this.https = https;
  }

  private void start(Limits limits) {
    bigId = LimitedSandbox.start(SandboxConfig.builder().https(https).http2(true).build(), limits);
  }

  private RawHttp2 client() {
    RawHttp2 client = RawHttp2.greeted(bigId);
    clients.add(client);
    return client;
  }

  /** Sends until the other side has closed. */
  private static void flood(IntConsumer send) {
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(
            () -> {
              for (int i = 0; true; i++) {
                send.accept(i);
              }
            });
  }

  @AfterEach
  void others_are_served_and_all_connections_end_with_the_sandbox() throws Exception {
    var answer = Secure.login(bigId, bigId.httpClient());
    assertThat(answer.version()).isEqualTo(Version.HTTP_2);
    assertThat(answer.statusCode()).isEqualTo(200);
    bigId.close();
    for (RawHttp2 client : clients) {
      client.closedWith();
      client.close();
    }
  }

  @Test
  void calls_that_are_cancelled_at_once_end_the_connection_before_long() {
    start(Limits.DEFAULT);
    RawHttp2 client = client();
    flood(
        i ->
            client
                .frame(RawHttp2.HEADERS, RawHttp2.END_HEADERS, 2 * i + 1, RawHttp2.login())
                .frame(RawHttp2.RST_STREAM, 0, 2 * i + 1, RawHttp2.number(RawHttp2.CANCEL)));
    assertThat(bigId.journal().exchanges()).hasSizeLessThan(300);
  }

  @Test
  void ten_thousand_settings_and_pings_are_answered_in_turn() {
    start(Limits.DEFAULT);
    RawHttp2 client = client();
    byte[] window = RawHttp2.setting(RawHttp2.INITIAL_WINDOW_SIZE, 70_000);
    for (int round = 0; round < 200; round++) {
      for (int i = 0; i < 50; i++) {
        client.frame(RawHttp2.SETTINGS, 0, 0, window).frame(RawHttp2.PING, 0, 0, new byte[8]);
      }
      for (int i = 0; i < 50; i++) {
        assertThat(client.next(RawHttp2.PING).flags()).isEqualTo(RawHttp2.ACK);
      }
    }
    assertThat(client.login(1).body()).startsWith("{\"success\":true,");
  }

  @Test
  void answers_that_are_not_taken_are_given_up_and_the_connection_goes_on() {
    start(new Limits(LONG, LONG, LONG, SHORT));
    RawHttp2 deaf = new RawHttp2(bigId).preface();
    clients.add(deaf);
    deaf.frame(RawHttp2.SETTINGS, 0, 0, RawHttp2.setting(RawHttp2.INITIAL_WINDOW_SIZE, 0));
    for (int stream = 1; stream < 200; stream += 2) {
      deaf.login(stream);
    }
    for (int stream = 1; stream < 200; stream += 2) {
      assertThat(deaf.next(RawHttp2.RST_STREAM).payload().getInt()).isEqualTo(RawHttp2.CANCEL);
    }
    deaf.frame(RawHttp2.SETTINGS, 0, 0, RawHttp2.setting(RawHttp2.INITIAL_WINDOW_SIZE, 65_535));
    assertThat(deaf.login(201).body()).startsWith("{\"success\":true,");
  }

  @Test
  void half_a_body_is_told_and_the_connection_goes_on() {
    start(new Limits(LONG, LONG, SHORT, LONG));
    RawHttp2 slow =
        client()
            .frame(RawHttp2.HEADERS, RawHttp2.END_HEADERS, 1, RawHttp2.login())
            .frame(RawHttp2.DATA, 0, 1, new byte[] {'{'});
    assertThat(slow.body()).isEqualTo(Expect.failure("The body did not come within 100 ms"));
    assertThat(slow.login(3).body()).startsWith("{\"success\":true,");
  }

  @Test
  void a_body_that_is_too_large_is_told_and_not_waited_for() {
    start(new Limits(LONG, LONG, Duration.ofSeconds(1), LONG));
    RawHttp2 client = client().frame(RawHttp2.HEADERS, RawHttp2.END_HEADERS, 1, RawHttp2.login());
    for (int i = 0; i < 100; i++) {
      client.frame(RawHttp2.DATA, 0, 1, new byte[RawHttp2.LARGEST]);
    }
    assertThat(client.body())
        .isEqualTo(Expect.failure("The body is larger than the 1048576 bytes that are read"));
    assertThat(client.next(RawHttp2.RST_STREAM).payload().getInt()).isEqualTo(RawHttp2.CANCEL);
    assertThat(bigId.journal().exchanges()).singleElement().returns(413, Exchange::status);
  }

  @Test
  void frames_that_are_malformed_end_the_connection() {
    start(Limits.DEFAULT);
    assertThat(client().frame(RawHttp2.SETTINGS, 0, 0, new byte[5]).closedWith())
        .isEqualTo(RawHttp2.FRAME_SIZE_ERROR);
    assertThat(client().frame(RawHttp2.PING, 0, 0, new byte[20_000]).closedWith())
        .isEqualTo(RawHttp2.FRAME_SIZE_ERROR);
    byte[] block = {-1, -1, -1, -1, -1, -1, 1};
    assertThat(client().frame(RawHttp2.HEADERS, RawHttp2.END_HEADERS, 1, block).closedWith())
        .isEqualTo(RawHttp2.COMPRESSION_ERROR);
    assertThat(bigId.journal().exchanges()).isEmpty();
  }
}
