package io.github.bigidtestkit.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.testing.Expect;
import io.github.bigidtestkit.testing.RawHttp;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** The limits that the README states for what comes before a body. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeadSizeTests {

  private static final int MEBIBYTE = 1024 * 1024;

  private final FakeBigId bigId = FakeBigId.start();

  @BeforeEach
  void clear() {
    bigId.journal().clear();
  }

  @AfterAll
  void stop() {
    bigId.close();
  }

  private String get(String query, String headers) {
    return RawHttp.exchange(
        bigId, "GET /api/v1/data?%s HTTP/1.1\r\nHost: a\r\n%s\r\n".formatted(query, headers));
  }

  private static String repeated(int times, String pattern) {
    return IntStream.range(0, times).mapToObj(pattern::formatted).collect(Collectors.joining());
  }

  private void assertTooMuch(String answer) {
    assertThat(answer).startsWith("HTTP/1.1 400 ");
    Expect.stillServes(bigId);
  }

  @Test
  void two_hundred_headers_are_read() {
    assertThat(get("", repeated(199, "X-%d: y\r\n"))).startsWith("HTTP/1.1 401 ");
    assertTooMuch(get("", repeated(200, "X-%d: y\r\n")));
  }

  @Test
  void a_header_is_read_127_times() {
    assertThat(get("", "X: y\r\n".repeat(127))).startsWith("HTTP/1.1 401 ");
    assertTooMuch(get("", "X: y\r\n".repeat(128)));
  }

  @Test
  void a_thousand_parameters_are_read() {
    assertThat(get(repeated(1_000, "p%d=1&"), "")).startsWith("HTTP/1.1 401 ");
    assertTooMuch(get(repeated(1_001, "p%d=1&"), ""));
  }

  @Test
  void thousands_of_cookies_in_one_header_are_not_even_looked_at() {
    assertThat(get("", "Cookie: " + repeated(5_000, "c%d=1; ") + "\r\n"))
        .startsWith("HTTP/1.1 401 ");
    assertTooMuch(get("", "Cookie: c=1\r\n".repeat(5_000)));
  }

  @Test
  void a_head_of_a_mebibyte_is_read() {
    assertThat(get("", "X: " + "y".repeat(MEBIBYTE - 1_000) + "\r\n")).startsWith("HTTP/1.1 401 ");
    assertTooMuch(get("", "X: " + "y".repeat(MEBIBYTE) + "\r\n"));
  }

  @Test
  void a_head_without_end_is_cut_off() {
    try (RawHttp raw = new RawHttp(bigId)) {
      raw.send("GET /api/v1/data HTTP/1.1\r\nHost: a\r\nX: ");
      int sent = 0;
      try {
        for (; sent < 100; sent++) {
          raw.send("y".repeat(MEBIBYTE));
        }
      } catch (UncheckedIOException cutOff) {
        assertThat(sent).isPositive();
      }
      assertThat(sent).isLessThan(100);
    }
    Expect.stillServes(bigId);
  }

  @Test
  void a_long_method_is_no_method() {
    String login = RawHttp.login();
    assertThat(RawHttp.exchange(bigId, login.replace("POST", "P".repeat(20))))
        .startsWith("HTTP/1.1 405 ");
    assertTooMuch(RawHttp.exchange(bigId, login.replace("POST", "P".repeat(5_000))));
  }
}
