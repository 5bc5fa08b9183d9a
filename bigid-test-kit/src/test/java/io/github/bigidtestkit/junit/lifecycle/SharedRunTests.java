package io.github.bigidtestkit.junit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.Calls;
import io.github.bigidtestkit.junit.Lifecycle;
import io.github.bigidtestkit.junit.Run;
import io.github.bigidtestkit.junit.SandboxUser;
import io.github.bigidtestkit.junit.SharedSandbox;
import io.github.bigidtestkit.junit.versions.BeforeJUnit;
import io.github.bigidtestkit.junit.versions.SinceJUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** How long a sandbox lives that all classes of a run share. */
class SharedRunTests {

  private static final List<FakeBigId> SEEN = new ArrayList<>();

  @BeforeEach
  void forget_the_last_run() {
    SEEN.clear();
  }

  @Test
  @SinceJUnit("5.13")
  void it_is_closed_with_the_run() {
    Run.passes(1, SeeingTestCase.class);
    assertThat(SEEN).hasSize(1).allSatisfy(Calls::assertClosed);
    Run.passes(1, SeeingTestCase.class);
    assertThat(SEEN).doesNotHaveDuplicates().allSatisfy(Calls::assertClosed);
  }

  /** Surefire may make a run of each class; the sandbox has to be the same in all of them. */
  @Test
  @BeforeJUnit("5.13")
  void it_lives_on_in_the_runs_that_follow() {
    Run.passes(1, SeeingTestCase.class);
    Run.passes(1, SeeingTestCase.class);
    assertThat(SEEN).hasSize(2).containsOnly(SEEN.get(0));
    assertThat(SEEN.get(0).isRunning()).isTrue();
  }

  @Test
  void a_run_within_a_run_leaves_it_open() {
    Run.passes(1, RunningTestCase.class);
    assertThat(SEEN).hasSize(2).containsOnly(SEEN.get(0));
  }

  @Test
  void code_that_comes_before_the_tests_can_start_it() {
    FakeBigId early = SharedSandbox.of(EarlyTestCase.class);
    early.users().remove("early");
    Run.passes(1, EarlyTestCase.class);
    assertThat(SEEN).containsExactly(early);
  }

  @Test
  @SinceJUnit("5.13")
  void what_was_started_by_code_is_closed_with_the_run() {
    FakeBigId early = SharedSandbox.of(ClosedTestCase.class);
    Run.passes(1, ClosedTestCase.class);
    Calls.assertClosed(early);
  }

  @Test
  void a_test_that_closes_it_is_told_on() {
    assertThat(Run.onlyFailure(ClosingTestCase.class))
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The sandbox of [SharedRunTests.ClosingTestCase.never_runs] is closed: an earlier test or its clean-up did that. Leave closing to the extension.");
  }

  abstract static class Seeing {
    @Test
    void sees(FakeBigId bigId) {
      SEEN.add(bigId);
      assertThat(bigId.users().all()).hasSize(1);
    }
  }

  @BigIdSandbox(
      lifecycle = Lifecycle.SHARED,
      users = @SandboxUser(username = "seeing", password = "p"))
  static class SeeingTestCase extends Seeing {}

  @BigIdSandbox(
      lifecycle = Lifecycle.SHARED,
      users = @SandboxUser(username = "early", password = "p"))
  static class EarlyTestCase extends Seeing {}

  @BigIdSandbox(
      lifecycle = Lifecycle.SHARED,
      users = @SandboxUser(username = "closed", password = "p"))
  static class ClosedTestCase extends Seeing {}

  @BigIdSandbox(
      lifecycle = Lifecycle.SHARED,
      users = @SandboxUser(username = "within", password = "p"),
      reset = false)
  static class WithinTestCase extends Seeing {}

  static class RunningTestCase extends WithinTestCase {
    @AfterEach
    void runs_another(FakeBigId bigId) {
      Run.passes(1, WithinTestCase.class);
      assertThat(bigId.isRunning()).isTrue();
    }
  }

  @BigIdSandbox(
      lifecycle = Lifecycle.SHARED,
      users = @SandboxUser(username = "closing", password = "p"))
  @TestMethodOrder(MethodOrderer.MethodName.class)
  static class ClosingTestCase {
    @Test
    void closes(FakeBigId bigId) {
      bigId.close();
    }

    @Test
    void never_runs() {}
  }
}
