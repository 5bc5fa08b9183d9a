package io.github.bigidtestkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.fault.ActiveFault;
import io.github.bigidtestkit.fault.AnswerFault;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.testing.Expect;
import io.github.bigidtestkit.testing.Http;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Faults that go by the sandbox clock: Retry-After, rate limits, outages. */
class LimitTests {

  private static final Instant NOON = Instant.parse("2030-06-01T12:00:00Z");

  private final FakeBigId bigId =
      FakeBigId.start(SandboxConfig.builder().user("alice", "a").user("bob", "b").build());

  @BeforeEach
  void freeze() {
    bigId.clock().freeze();
    bigId.clock().set(NOON);
  }

  @AfterEach
  void stop() {
    bigId.close();
  }

  private HttpResponse<String> alice() {
    return Http.login(bigId, "alice", "a");
  }

  private HttpResponse<String> bob() {
    return Http.login(bigId, "bob", "b");
  }

  private List<Integer> aliceTimes(int count) {
    return IntStream.range(0, count).mapToObj(i -> alice().statusCode()).toList();
  }

  private static List<String> retryAfter(HttpResponse<String> answer) {
    return answer.headers().allValues("Retry-After");
  }

  private Exchange last() {
    return bigId.journal().last().orElseThrow();
  }

  private void assertRetryAfter(AnswerFault fault, String header, Instant inJournal) {
    try (ActiveFault started = bigId.faults().inject(fault).start()) {
      assertThat(retryAfter(alice())).containsExactly(header);
      assertThat(last().retryAfter()).isEqualTo(inJournal);
      assertThat(last().fault()).isEqualTo(fault.label());
      assertThat(started.struck()).isEqualTo(1);
    }
  }

  @Test
  void retry_after_in_seconds() {
    AnswerFault fault = Fault.status(503);
    assertRetryAfter(fault.withRetryAfter(Duration.ZERO), "0", NOON);
    assertRetryAfter(fault.withRetryAfter(Duration.ofSeconds(30)), "30", NOON.plusSeconds(30));
  }

  @Test
  void retry_after_as_a_date_goes_by_the_sandbox_clock_and_is_rounded_up() {
    AnswerFault fault = Fault.status(503).withRetryAfterDate(Duration.ofSeconds(30));
    assertRetryAfter(fault, "Sat, 01 Jun 2030 12:00:30 GMT", NOON.plusSeconds(30));
    bigId.clock().advance(Duration.ofMillis(500));
    assertRetryAfter(fault, "Sat, 01 Jun 2030 12:00:31 GMT", NOON.plusSeconds(31));
    bigId.clock().set(Instant.parse("2031-12-31T23:59:30Z"));
    assertRetryAfter(fault, "Thu, 01 Jan 2032 00:00:00 GMT", Instant.parse("2032-01-01T00:00:00Z"));
  }

  @Test
  void retry_after_set_by_hand_is_sent_as_it_is_and_read_if_it_can_be() {
    AnswerFault fault = Fault.status(429);
    assertRetryAfter(fault.withHeader("retry-after", "5"), "5", NOON.plusSeconds(5));
    for (String odd : List.of("soon", "-1", "99999999999999999999")) {
      assertRetryAfter(fault.withHeader("Retry-After", odd), odd, null);
    }
  }

  @Test
  void a_rate_limit_says_when_to_come_again_and_lets_through_then() {
    try (ActiveFault limit =
        bigId.faults().inject(Fault.rateLimit(2, Duration.ofMinutes(1))).start()) {
      assertThat(aliceTimes(3)).containsExactly(200, 200, 429);
      bigId.clock().advance(Duration.ofMillis(20_500));
      HttpResponse<String> limited = alice();
      assertThat(limited.statusCode()).isEqualTo(429);
      assertThat(limited.body()).isEqualTo(Expect.failure("Too many requests"));
      assertThat(retryAfter(limited)).containsExactly("40");
      assertThat(last().fault()).isEqualTo("rate limit of 2 calls in PT1M");
      assertThat(last().rejection()).isNull();
      bigId.clock().set(NOON.plusSeconds(60).minusMillis(1));
      assertThat(retryAfter(alice())).containsExactly("1");
      bigId.clock().set(NOON.plusSeconds(60));
      assertThat(aliceTimes(3)).containsExactly(200, 200, 429);
      assertThat(limit.struck()).isEqualTo(4);
    }
    assertThat(alice().statusCode()).isEqualTo(200);
  }

  @Test
  void a_period_begins_with_the_first_call_after_the_last_one_ended() {
    try (ActiveFault limit =
        bigId.faults().inject(Fault.rateLimit(1, Duration.ofMinutes(1))).start()) {
      assertThat(alice().statusCode()).isEqualTo(200);
      bigId.clock().set(NOON.plusSeconds(90));
      assertThat(alice().statusCode()).isEqualTo(200);
      bigId.clock().set(NOON.plusSeconds(149));
      assertThat(retryAfter(alice())).containsExactly("1");
      assertThat(limit.struck()).isEqualTo(1);
    }
  }

  @Test
  void a_rate_limit_of_one_endpoint_leaves_the_others_alone() {
    String token = bigId.tokens().userToken("alice");
    try (ActiveFault limit =
        bigId
            .faults()
            .inject(Fault.rateLimit(0, Duration.ofMinutes(1)))
            .on(Endpoint.SESSIONS)
            .start()) {
      assertThat(alice().statusCode()).isEqualTo(429);
      assertThat(Http.refresh(bigId, token).statusCode()).isEqualTo(200);
      assertThat(limit.struck()).isEqualTo(1);
    }
  }

  @Test
  void a_rate_limit_can_count_each_user_alone() {
    try (ActiveFault limit =
        bigId.faults().inject(Fault.rateLimit(1, Duration.ofMinutes(1)).eachUser()).start()) {
      assertThat(aliceTimes(2)).containsExactly(200, 429);
      bigId.clock().advance(Duration.ofSeconds(15));
      assertThat(bob().statusCode()).isEqualTo(200);
      assertThat(retryAfter(bob())).containsExactly("60");
      assertThat(retryAfter(alice())).containsExactly("45");
      assertThat(limit.struck()).isEqualTo(3);
    }
  }

  @Test
  void an_outage_lasts_for_its_window_of_the_clock() {
    Instant from = NOON.plusSeconds(60);
    try (ActiveFault outage =
        bigId.faults().inject(Fault.status(503)).between(from, from.plusSeconds(60)).start()) {
      assertThat(alice().statusCode()).isEqualTo(200);
      bigId.clock().advance(Duration.ofSeconds(60));
      assertThat(aliceTimes(2)).containsExactly(503, 503);
      bigId.clock().advance(Duration.ofSeconds(60));
      assertThat(alice().statusCode()).isEqualTo(200);
      assertThat(outage.struck()).isEqualTo(2);
    }
  }
}
