package io.github.bigidtestkit.junit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.Calls;
import io.github.bigidtestkit.junit.Lifecycle;
import io.github.bigidtestkit.junit.Run;
import io.github.bigidtestkit.junit.UserToken;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Tests that run at the same time. */
class ParallelTests {

  private static final Set<FakeBigId> SANDBOXES = ConcurrentHashMap.newKeySet();

  private static CyclicBarrier together = new CyclicBarrier(2);
  private static CountDownLatch oneEnded = new CountDownLatch(1);

  private static void meet() {
    try {
      together.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException apart) {
      throw new IllegalStateException(apart);
    }
  }

  @BeforeEach
  void forget_the_last_run() {
    SANDBOXES.clear();
    together = new CyclicBarrier(2);
    oneEnded = new CountDownLatch(1);
  }

  @Test
  void sandboxes_of_their_own_do_not_disturb_each_other() {
    Run.passed(2, Run.inParallel(OwnTestCase.class));
    assertThat(SANDBOXES).hasSize(2).allSatisfy(Calls::assertClosed);
  }

  @Test
  void classes_do_not_disturb_each_other() {
    Run.passed(2, Run.inParallel(OneTestCase.class, OtherTestCase.class));
    assertThat(SANDBOXES).hasSize(2).allSatisfy(Calls::assertClosed);
  }

  @Test
  void two_tests_may_share_a_sandbox_that_is_never_put_back() {
    Run.passed(2, Run.inParallel(KeepingTestCase.class));
    assertThat(SANDBOXES).hasSize(1).allSatisfy(Calls::assertClosed);
  }

  @Test
  void two_tests_on_one_sandbox_are_refused() {
    List<Throwable> failures = Run.failures(Run.inParallel(OverlappingTestCase.class));
    assertThat(failures).hasSize(1);
    assertThat(failures.get(0)).isExactlyInstanceOf(ExtensionConfigurationException.class);
    assertThat(failures.get(0).getMessage())
        .isIn(
            refusal("OverlappingTestCase.first", "OverlappingTestCase.second"),
            refusal("OverlappingTestCase.second", "OverlappingTestCase.first"));
    assertThat(SANDBOXES).hasSize(1).allSatisfy(Calls::assertClosed);
  }

  @Test
  void two_invocations_on_one_sandbox_are_refused() {
    List<Throwable> failures = Run.failures(Run.inParallel(OverlappingInvocationsTestCase.class));
    assertThat(failures).hasSize(1);
    String one = "OverlappingInvocationsTestCase.twice, repetition 1 of 2";
    String two = "OverlappingInvocationsTestCase.twice, repetition 2 of 2";
    assertThat(failures.get(0).getMessage()).isIn(refusal(one, two), refusal(two, one));
  }

  private static String refusal(String one, String other) {
    return "The tests [ParallelTests.%s] and [ParallelTests.%s] run at the same time on one sandbox, which is reset before each test. Use @BigIdSandbox(lifecycle = Lifecycle.PER_METHOD) to give each test its own, or @Execution(ExecutionMode.SAME_THREAD) to run them one after the other, or reset = false to share one that is never reset."
        .formatted(one, other);
  }

  @Test
  void a_sandbox_is_free_again_after_a_constructor_that_threw() {
    EngineExecutionResults results = Run.of(FreeAgainTestCase.class);
    assertThat(Run.failures(results)).extracting(Throwable::getMessage).containsOnly("on purpose");
    results.testEvents().assertStatistics(events -> events.succeeded(1).failed(1));
  }

  abstract static class Meeting {
    @RepeatedTest(2)
    void meets(FakeBigId bigId, @BaseUrl URI url, @UserToken String token) {
      meetOn(bigId, url, token);
    }
  }

  static void meetOn(FakeBigId bigId, URI url, String token) {
    SANDBOXES.add(bigId);
    meet();
    bigId.users().change("bigid", user -> user.withPassword("changed"));
    assertThat(Calls.refresh(url, token)).isEqualTo(200);
    meet();
    assertThat(Calls.login(bigId, "bigid", "changed")).isEqualTo(200);
  }

  @BigIdSandbox(lifecycle = Lifecycle.PER_METHOD)
  static class OwnTestCase extends Meeting {}

  @BigIdSandbox(reset = false)
  static class KeepingTestCase extends Meeting {}

  @BigIdSandbox
  static class OneTestCase {
    @Test
    void meets(FakeBigId bigId, @BaseUrl URI url, @UserToken String token) {
      meetOn(bigId, url, token);
    }
  }

  @BigIdSandbox
  static class OtherTestCase extends OneTestCase {}

  /** The test that comes first stays until the other was refused, which shows by its end. */
  @ExtendWith(Ending.class)
  abstract static class Staying {
    static void stay(FakeBigId bigId) throws InterruptedException {
      SANDBOXES.add(bigId);
      bigId.users().remove("bigid");
      assertThat(oneEnded.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(bigId.users().all()).isEmpty();
    }
  }

  /** Receives refused tests too, unlike methods with {@code @AfterEach}. */
  static final class Ending implements AfterEachCallback {
    @Override
    public void afterEach(ExtensionContext context) {
      oneEnded.countDown();
    }
  }

  @BigIdSandbox
  static class OverlappingTestCase extends Staying {
    @Test
    void first(FakeBigId bigId) throws InterruptedException {
      stay(bigId);
    }

    @Test
    void second(FakeBigId bigId) throws InterruptedException {
      stay(bigId);
    }
  }

  @BigIdSandbox
  static class OverlappingInvocationsTestCase extends Staying {
    @RepeatedTest(2)
    void twice(FakeBigId bigId) throws InterruptedException {
      stay(bigId);
    }
  }

  @BigIdSandbox
  static class FreeAgainTestCase {
    private static final AtomicBoolean FIRST = new AtomicBoolean(true);

    FreeAgainTestCase(FakeBigId bigId) {
      assertThat(bigId.isRunning()).isTrue();
      if (FIRST.getAndSet(false)) {
        throw new IllegalStateException("on purpose");
      }
    }

    @RepeatedTest(2)
    void runs() {}
  }
}
