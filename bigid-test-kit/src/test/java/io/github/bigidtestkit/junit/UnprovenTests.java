package io.github.bigidtestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.FaultInjection;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.fault.Hold;
import io.github.bigidtestkit.fault.Rendezvous;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What a test begins and does not bring to an end proves nothing. */
class UnprovenTests {

  private static final Duration SHORT = Duration.ofMillis(10);

  @BigIdSandbox
  static class BegunTestCase {
    private FaultInjection prepared;

    @BeforeEach
    void prepare(FakeBigId bigId, TestInfo info) {
      if (info.getDisplayName().startsWith("prepared")) {
        prepared = bigId.faults().inject(Fault.status(503)).times(1);
      }
    }

    @Test
    void unfinished(FakeBigId bigId) {
      bigId.faults().inject(FaultKind.SLOW).on(Endpoint.REFRESH).times(2);
    }

    @Test
    void prepared_and_left() {}

    @Test
    void prepared_and_started(FakeBigId bigId) {
      prepared.start();
      assertThat(Calls.login(bigId, "bigid", "learner")).isEqualTo(503);
    }

    @Test
    void red(FakeBigId bigId) {
      bigId.faults().inject(FaultKind.SLOW);
      fail("red");
    }

    @Test
    void nobody_comes(FakeBigId bigId) {
      bigId.faults().rendezvous(Endpoint.REFRESH, 2, SHORT);
    }

    @Test
    void one_comes_and_it_is_closed(FakeBigId bigId) {
      try (Rendezvous meeting = bigId.faults().rendezvous(Endpoint.SESSIONS, 3, SHORT)) {
        assertThat(meeting.limit()).isEqualTo(SHORT);
        Calls.login(bigId, "bigid", "learner");
      }
    }

    @Test
    void fewer_are_right(FakeBigId bigId) {
      Rendezvous meeting = bigId.faults().rendezvous(Endpoint.SESSIONS, 2, SHORT);
      Calls.login(bigId, "bigid", "learner");
      assertThat(meeting.met()).isFalse();
    }

    @Test
    void held_by_nobody(FakeBigId bigId) {
      bigId.faults().hold(Endpoint.REFRESH);
    }

    @Test
    void held_none_as_is_right(FakeBigId bigId) {
      assertThat(bigId.faults().hold(Endpoint.REFRESH).arrived()).isZero();
    }

    @Test
    void held_to_the_end(FakeBigId bigId) {
      hold(bigId, SHORT.plusSeconds(30));
    }

    @Test
    void held_to_the_limit(FakeBigId bigId) throws InterruptedException {
      hold(bigId, SHORT).join();
    }

    @Test
    void held_and_red(FakeBigId bigId) {
      hold(bigId, SHORT.plusSeconds(30));
      throw new IllegalStateException("red");
    }

    @Test
    void held_and_closed(FakeBigId bigId) {
      try (Hold hold = bigId.faults().hold(Endpoint.SESSIONS)) {
        login(bigId);
        hold.awaitHeld(1, Duration.ofSeconds(20));
      }
    }

    private static Thread hold(FakeBigId bigId, Duration limit) {
      Hold hold = bigId.faults().hold(Endpoint.SESSIONS, limit);
      Thread client = login(bigId);
      if (!limit.equals(SHORT)) {
        hold.awaitHeld(1, Duration.ofSeconds(20));
      }
      return client;
    }

    private static Thread login(FakeBigId bigId) {
      Thread client = new Thread(() -> Calls.login(bigId, "bigid", "learner"));
      client.start();
      return client;
    }

    @Test
    void enough_come(FakeBigId bigId) throws InterruptedException {
      bigId.faults().rendezvous(Endpoint.SESSIONS, 2, Duration.ofSeconds(20));
      Thread other = new Thread(() -> Calls.login(bigId, "bigid", "learner"));
      other.start();
      Calls.login(bigId, "bigid", "learner");
      other.join();
    }
  }

  private static Map<String, String> failures() {
    return Run.of(BegunTestCase.class).testEvents().executions().failed().stream()
        .collect(
            Collectors.toMap(
                failed -> failed.getTestDescriptor().getDisplayName().replaceAll("\\(.*", ""),
                failed ->
                    failed
                        .getTerminationInfo()
                        .getExecutionResult()
                        .getThrowable()
                        .orElseThrow()
                        .getMessage()));
  }

  @Test
  void fails_with_the_line_to_add() {
    assertThat(failures())
        .containsOnly(
            Map.entry(
                "unfinished",
                "Fault [delayed by 500 ms] was never started, so the test proves nothing. Add .start() after faults().inject(…)."),
            Map.entry(
                "prepared_and_left",
                "Fault [status 503] was never started, so the test proves nothing. Add .start() after faults().inject(…)."),
            Map.entry("red", "red"),
            Map.entry("held_and_red", "red"),
            Map.entry(
                "held_by_nobody",
                "A hold on REFRESH met no call, so the test proves nothing. Let the client make one. If none is right, add assertThat(hold.arrived()).isZero()."),
            Map.entry(
                "held_to_the_end",
                "A hold on SESSIONS still held calls when the test ended, so the client got no answer before. Add hold.release(), or close the hold."),
            Map.entry(
                "held_to_the_limit",
                "A hold on SESSIONS still held calls after its limit of PT0.01S, so the client got no answer before. Add hold.release(), or close the hold."),
            Map.entry(
                "nobody_comes",
                "A rendezvous expected 2 calls to REFRESH, but none came, so the test proves nothing. Let the client make them at the same time. If fewer are right, add assertThat(rendezvous.met()).isFalse()."),
            Map.entry(
                "one_comes_and_it_is_closed",
                "A rendezvous expected 3 calls to SESSIONS, but only 1 came, so the test proves nothing. Let the client make them at the same time. If fewer are right, add assertThat(rendezvous.met()).isFalse()."));
  }
}
