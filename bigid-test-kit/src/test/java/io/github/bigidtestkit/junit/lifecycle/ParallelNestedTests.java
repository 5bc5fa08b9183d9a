package io.github.bigidtestkit.junit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.Run;
import io.github.bigidtestkit.junit.SandboxUser;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A nested class that begins while a test of the class around it runs. */
class ParallelNestedTests {

  private static final CountDownLatch OUTER_RUNS = new CountDownLatch(1);
  private static final CountDownLatch NESTED_ENDED = new CountDownLatch(1);

  @Test
  void the_nested_class_does_not_change_the_sandbox_under_the_running_test() {
    assertThat(Run.failures(Run.inParallel(OuterTestCase.class)))
        .extracting(Throwable::getMessage)
        .containsExactly(
            "The tests [ParallelNestedTests.OuterTestCase.stays] and [ParallelNestedTests.OuterTestCase.Inner] run at the same time on one sandbox, which is reset before each test. Use @BigIdSandbox(lifecycle = Lifecycle.PER_METHOD) to give each test its own, or @Execution(ExecutionMode.SAME_THREAD) to run them one after the other, or reset = false to share one that is never reset.");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  @BigIdSandbox
  static class OuterTestCase {
    @Test
    void stays(FakeBigId bigId) {
      bigId.users().remove("bigid");
      OUTER_RUNS.countDown();
      await(NESTED_ENDED);
      assertThat(bigId.users().all()).isEmpty();
    }

    @Nested
    @ExtendWith(Order.class)
    @BigIdSandbox(users = @SandboxUser(username = "bob", password = "p"))
    class Inner {
      @Test
      void never_runs() {}
    }
  }

  /** Lets the nested class begin within the test, and the test end after it. */
  static final class Order implements ExecutionCondition, AfterAllCallback {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      await(OUTER_RUNS);
      return ConditionEvaluationResult.enabled("the outer test runs");
    }

    @Override
    public void afterAll(ExtensionContext context) {
      NESTED_ENDED.countDown();
    }
  }
}
