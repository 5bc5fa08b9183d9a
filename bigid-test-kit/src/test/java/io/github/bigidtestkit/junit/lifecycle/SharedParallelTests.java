package io.github.bigidtestkit.junit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.Lifecycle;
import io.github.bigidtestkit.junit.Run;
import io.github.bigidtestkit.junit.SandboxUser;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Classes that run at the same time and share a sandbox. */
class SharedParallelTests {

  private static final Set<FakeBigId> SANDBOXES = ConcurrentHashMap.newKeySet();

  private static CountDownLatch firstRuns = new CountDownLatch(1);
  private static CountDownLatch secondRuns = new CountDownLatch(1);

  @BeforeEach
  void forget_the_last_run() {
    SANDBOXES.clear();
    firstRuns = new CountDownLatch(1);
    secondRuns = new CountDownLatch(1);
  }

  @Test
  void a_class_that_begins_during_a_test_of_another_is_refused() {
    assertThat(Run.failures(Run.inParallel(FirstTestCase.class, SecondTestCase.class)))
        .extracting(Throwable::getMessage)
        .containsExactly(
            "The tests [SharedParallelTests.FirstTestCase.stays] and [SharedParallelTests.SecondTestCase] run at the same time on one sandbox (Lifecycle.SHARED), which is reset before each test. Use Lifecycle.PER_CLASS or PER_METHOD to give each class or test its own, or the same @ResourceLock on all classes that share it to run them one after the other, or reset = false to share one that is never reset.");
  }

  @Test
  void the_same_lock_on_all_classes_runs_them_one_after_the_other() {
    Run.passed(20, Run.inParallel(LockedTestCase.class, LockedTooTestCase.class));
    assertThat(SANDBOXES).hasSize(1);
  }

  @Test
  void two_tests_may_share_one_that_is_never_put_back() {
    Run.passed(2, Run.inParallel(MeetingTestCase.class, MeetingTooTestCase.class));
    assertThat(SANDBOXES).hasSize(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  @BigIdSandbox(
      lifecycle = Lifecycle.SHARED,
      users = @SandboxUser(username = "overlap", password = "p"))
  static class FirstTestCase {
    @Test
    void stays(FakeBigId bigId) {
      bigId.users().remove("overlap");
      firstRuns.countDown();
      await(secondRuns);
      assertThat(bigId.users().all()).isEmpty();
    }
  }

  @ExtendWith(Order.class)
  @BigIdSandbox(
      lifecycle = Lifecycle.SHARED,
      users = @SandboxUser(username = "overlap", password = "p"))
  static class SecondTestCase {
    @Test
    void never_runs() {}
  }

  /** Lets the second class begin within the test of the first, which ends after it. */
  static final class Order implements ExecutionCondition, AfterAllCallback {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      await(firstRuns);
      return ConditionEvaluationResult.enabled("the first runs");
    }

    @Override
    public void afterAll(ExtensionContext context) {
      secondRuns.countDown();
    }
  }

  @BigIdSandbox(
      lifecycle = Lifecycle.SHARED,
      users = @SandboxUser(username = "locked", password = "p"))
  @ResourceLock("BigID")
  static class LockedTestCase {
    @RepeatedTest(10)
    void has_it_alone(FakeBigId bigId) {
      SANDBOXES.add(bigId);
      bigId.users().remove("locked");
    }
  }

  static class LockedTooTestCase extends LockedTestCase {}

  @BigIdSandbox(
      lifecycle = Lifecycle.SHARED,
      users = @SandboxUser(username = "meeting", password = "p"),
      reset = false)
  static class MeetingTestCase {
    @Test
    void meets(FakeBigId bigId) {
      SANDBOXES.add(bigId);
      firstRuns.countDown();
      await(secondRuns);
    }
  }

  @BigIdSandbox(
      lifecycle = Lifecycle.SHARED,
      users = @SandboxUser(username = "meeting", password = "p"),
      reset = false)
  static class MeetingTooTestCase {
    @Test
    void meets(FakeBigId bigId) {
      SANDBOXES.add(bigId);
      await(firstRuns);
      secondRuns.countDown();
    }
  }
}
