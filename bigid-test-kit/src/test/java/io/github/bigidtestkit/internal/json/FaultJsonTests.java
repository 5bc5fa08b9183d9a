package io.github.bigidtestkit.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.fault.DelayFault;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.fault.PlannedFault;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults, alone. */
class FaultJsonTests {

  @ParameterizedTest
  @EnumSource(FaultKind.class)
  void each_ready_made_fault(FaultKind kind) {
    assertThat(fault("{\"fault\": \"%s\"}".formatted(kind))).isEqualTo(PlannedFault.of(kind));
  }

  @Test
  void where_and_when_it_strikes() {
    assertThat(
            fault(
                "{\"fault\": \"SLOW\", \"endpoint\": \"REFRESH\", \"user\": \"alice\", \"times\": 2, \"nth\": 3, \"optional\": true}"))
        .isEqualTo(
            PlannedFault.of(FaultKind.SLOW)
                .on(Endpoint.REFRESH)
                .forUser("alice")
                .times(2)
                .nth(3)
                .asOptional());
    assertThat(fault("{\"fault\": \"SLOW\", \"every\": 2}"))
        .isEqualTo(PlannedFault.of(FaultKind.SLOW).every(2));
  }

  @Test
  void a_status() {
    assertThat(fault("{\"status\": 503}").fault()).isEqualTo(Fault.status(503));
    assertThat(
            fault(
                    "{\"status\": 503, \"body\": \"no\", \"contentType\": \"text/plain\", \"headers\": {\"X-A\": \"1\"}, \"retryAfter\": \"PT30S\"}")
                .fault())
        .isEqualTo(
            Fault.status(503)
                .withBody("no")
                .withContentType("text/plain")
                .withHeader("X-A", "1")
                .withRetryAfter(Duration.ofSeconds(30)));
  }

  @Test
  void slowness() {
    assertThat(fault("{\"delay\": \"PT0.2S\"}").fault())
        .isEqualTo(Fault.delay(Duration.ofMillis(200)));
    DelayFault between =
        (DelayFault) fault("{\"delay\": \"PT0.2S\", \"delayAtMost\": \"PT1S\"}").fault();
    assertThat(between.withSeed(0))
        .isEqualTo(Fault.delayBetween(Duration.ofMillis(200), Duration.ofSeconds(1)).withSeed(0));
    assertThat(fault("{\"bytesPerSecond\": 100}").fault()).isEqualTo(Fault.drip(100));
  }

  @Test
  void limits_and_skew() {
    assertThat(fault("{\"rateLimit\": 3, \"period\": \"PT1M\"}").fault())
        .isEqualTo(Fault.rateLimit(3, Duration.ofMinutes(1)));
    assertThat(fault("{\"rateLimit\": 3, \"period\": \"PT1M\", \"eachUser\": true}").fault())
        .isEqualTo(Fault.rateLimit(3, Duration.ofMinutes(1)).eachUser());
    assertThat(fault("{\"skew\": \"-PT5M\"}").fault())
        .isEqualTo(Fault.issueSkewed(Duration.ofMinutes(-5)));
  }

  @Test
  void nothing_that_goes_wrong() {
    Refused.as(
        PlannedFault.class,
        "{\"times\": 1}",
        "line 1, column 1: one of fault, status, delay, bytesPerSecond, rateLimit, skew must say what goes wrong, but there is none. Add one.");
  }

  @Test
  void two_things_that_go_wrong() {
    Refused.as(
        PlannedFault.class,
        "{\"status\": 500, \"delay\": \"PT1S\"}",
        "line 1, column 1: one of fault, status, delay, bytesPerSecond, rateLimit, skew must say what goes wrong, but there is status and delay. Make several faults of it.");
  }

  @Test
  void what_goes_with_another() {
    Refused.as(
        PlannedFault.class,
        "{\"fault\": \"SLOW\", \"body\": \"x\"}",
        "line 1, column 1: body goes with status only. Remove it, or add status.");
  }

  @Test
  void a_fault_that_is_nearly_right() {
    assertThat(message("{\"fault\": \"CONECTION_RESET\"}"))
        .startsWith(
            "line 1, column 11: fault [CONECTION_RESET] is not known. Did you mean [CONNECTION_RESET]? Known are UNAUTHORIZED, FORBIDDEN, ")
        .endsWith(", CLIENT_CERTIFICATE_REQUIRED.");
  }

  private static String message(String text) {
    try {
      return "accepted " + fault(text);
    } catch (IllegalArgumentException refused) {
      return refused.getMessage();
    }
  }

  @Test
  void an_endpoint_that_is_not_known() {
    Refused.as(
        PlannedFault.class,
        "{\"fault\": \"SLOW\", \"endpoint\": \"LOGIN\"}",
        "line 1, column 31: endpoint [LOGIN] is not known. Known are SESSIONS, REFRESH, RESOURCE, ANY.");
  }

  @Test
  void a_status_that_ends_no_call() {
    Refused.as(
        PlannedFault.class,
        "{\"status\": 99}",
        "line 1, column 1: status [99] is not one that a server ends a call with. Give one from 200 to 599.");
  }

  @Test
  void a_header_that_is_not_text() {
    Refused.as(
        PlannedFault.class,
        "{\"status\": 500, \"headers\": {\"X-A\": 1}}",
        "line 1, column 36: headers.X-A must be text, but is a number. Write it in quotes.");
    Refused.as(
        PlannedFault.class,
        "{\"status\": 500, \"headers\": [\"X-A\"]}",
        "line 1, column 28: headers must be an object, but is an array. Put it into {braces}.");
  }

  @Test
  void a_limit_without_a_period() {
    Refused.as(
        PlannedFault.class,
        "{\"rateLimit\": 3}",
        "line 1, column 1: rateLimit has no period. Add it.");
  }

  @Test
  void numbers_that_contradict_each_other() {
    Refused.as(
        PlannedFault.class,
        "{\"fault\": \"SLOW\", \"nth\": 2, \"every\": 3}",
        "line 1, column 1: nth [2] and every [3] contradict each other. Remove one.");
    Refused.as(
        PlannedFault.class,
        "{\"fault\": \"SLOW\", \"times\": -1}",
        "line 1, column 1: times [-1], nth [0] and every [0] can't be negative. Calls are counted from 1; leave out what is not needed.");
  }

  @Test
  void a_fault_where_it_does_nothing() {
    Refused.as(
        PlannedFault.class,
        "{\"fault\": \"ACCOUNT_LOCKED\", \"endpoint\": \"REFRESH\"}",
        "line 1, column 1: Fault [account locked] does nothing to calls of REFRESH. Choose another endpoint.");
  }

  private static PlannedFault fault(String text) {
    return Refused.bound(PlannedFault.class, text);
  }
}
