package io.github.bigidtestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.FaultInjection;
import io.github.bigidtestkit.fault.FaultKind;
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
            Map.entry(
                "nobody_comes",
                "A rendezvous expected 2 calls to REFRESH, but none came, so the test proves nothing. Let the client make them at the same time. If fewer are right, add assertThat(rendezvous.met()).isFalse()."),
            Map.entry(
                "one_comes_and_it_is_closed",
                "A rendezvous expected 3 calls to SESSIONS, but only 1 came, so the test proves nothing. Let the client make them at the same time. If fewer are right, add assertThat(rendezvous.met()).isFalse()."));
  }
}
