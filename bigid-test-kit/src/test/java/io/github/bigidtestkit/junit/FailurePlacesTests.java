package io.github.bigidtestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.junit.versions.SinceJUnit;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.junit.jupiter.InjectSoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.junit.internal.AssumptionViolatedException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A failure is explained wherever it comes from, once. */
class FailurePlacesTests {

  private static void explained(Class<?> testCase, int failures) {
    List<Throwable> all = Run.failures(Run.of(testCase));
    assertThat(all)
        .hasSize(failures)
        .allSatisfy(
            failure ->
                assertThat(failure.getSuppressed())
                    .filteredOn(SandboxTimeline.class::isInstance)
                    .singleElement()
                    .satisfies(
                        timeline ->
                            assertThat(timeline)
                                .hasMessageContaining("POST /api/v1/sessions  ")
                                .hasMessageContaining("\nAs a page: ")));
  }

  private static void call(FakeBigId bigId) {
    Calls.login(bigId, "bigid", "learner");
  }

  /** Fails where JUnit asks none of the kit's handlers. */
  static class FailingCallbacks implements AfterEachCallback, AfterAllCallback {
    @Override
    public void afterEach(ExtensionContext context) {
      fail("after each");
    }

    @Override
    public void afterAll(ExtensionContext context) {
      fail("after all");
    }
  }

  @BigIdSandbox
  @ExtendWith(FailingCallbacks.class)
  static class CallbacksAfterTestCase {
    @Test
    void test(FakeBigId bigId) {
      call(bigId);
    }

    @AfterAll
    static void after(FakeBigId bigId) {
      call(bigId);
    }
  }

  @ExtendWith(FailingCallbacks.class)
  @BigIdSandbox(lifecycle = Lifecycle.SHARED)
  static class CallbacksBeforeTestCase extends CallbacksAfterTestCase {}

  @Test
  void callbacks_of_other_extensions() {
    explained(CallbacksAfterTestCase.class, 2);
    explained(CallbacksBeforeTestCase.class, 2);
  }

  @ExtendWith(SoftAssertionsExtension.class)
  @BigIdSandbox(lifecycle = Lifecycle.PER_METHOD)
  static class SoftTestCase {
    @InjectSoftAssertions SoftAssertions softly;

    @Test
    void test(FakeBigId bigId) {
      call(bigId);
      softly.assertThat(1).isEqualTo(2);
    }
  }

  @Test
  void soft_assertions_of_an_extension() {
    explained(SoftTestCase.class, 1);
  }

  @BigIdSandbox
  static class ConstructorTestCase {
    ConstructorTestCase(FakeBigId bigId) {
      call(bigId);
      fail("constructor");
    }

    @Test
    void test() {}
  }

  @BigIdSandbox
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class OneObjectTestCase extends ConstructorTestCase {
    OneObjectTestCase(FakeBigId bigId) {
      super(bigId);
    }
  }

  @Test
  @SinceJUnit("5.12")
  void constructors() {
    explained(ConstructorTestCase.class, 1);
    explained(OneObjectTestCase.class, 1);
  }

  static FakeBigId found;

  /** Fails before the kit's own callbacks. */
  static class FailingBeforeEach implements BeforeEachCallback {
    @Override
    public void beforeEach(ExtensionContext context) {
      call(found);
      fail("before each");
    }
  }

  @ExtendWith(FailingBeforeEach.class)
  @BigIdSandbox
  static class BeforeEachTestCase {
    @BeforeAll
    static void find(FakeBigId bigId) {
      found = bigId;
    }

    @Test
    void test() {}
  }

  @Test
  @SinceJUnit("5.12")
  void callbacks_before_the_kit_s_own() {
    explained(BeforeEachTestCase.class, 1);
  }

  @BigIdSandbox
  static class DynamicTestCase {
    @TestFactory
    Stream<DynamicTest> tests(FakeBigId bigId) {
      return Stream.of(
          dynamicTest("red", () -> failing(bigId)),
          dynamicTest("green", () -> call(bigId)),
          dynamicTest("red too", () -> failing(bigId)));
    }

    private static void failing(FakeBigId bigId) {
      call(bigId);
      fail("dynamic");
    }
  }

  @Test
  void dynamic_tests() {
    explained(DynamicTestCase.class, 2);
  }

  @BigIdSandbox
  static class TimeoutTestCase {
    @BeforeEach
    void before(FakeBigId bigId) {
      call(bigId);
    }

    @Test
    @Timeout(value = 100, unit = TimeUnit.MILLISECONDS)
    void same_thread() throws InterruptedException {
      new CountDownLatch(1).await();
    }

    @Test
    @Timeout(
        value = 100,
        unit = TimeUnit.MILLISECONDS,
        threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void separate_thread() throws InterruptedException {
      new CountDownLatch(1).await();
    }
  }

  @Test
  void timeouts() {
    explained(TimeoutTestCase.class, 2);
  }

  @BigIdSandbox
  static class SweepTestCase {
    @FaultSweep(faults = {FaultKind.SERVER_ERROR, FaultKind.ISSUES_EXPIRED})
    void sweep(FakeBigId bigId) {
      call(bigId);
      assertThat(bigId.journal().exchanges()).isEmpty();
    }
  }

  @Test
  void sweeps() {
    explained(SweepTestCase.class, 2);
  }

  @BigIdSandbox
  static class AbortedTestCase {
    @Test
    void test(FakeBigId bigId) {
      call(bigId);
      throw new OfJUnit4();
    }
  }

  /** As JUnit 4 derives its public one from the internal one. */
  static class OfJUnit4 extends AssumptionViolatedException {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void an_assumption_of_junit_4_is_no_failure() {
    var aborted = Run.of(AbortedTestCase.class).testEvents().aborted().list();
    assertThat(aborted).hasSize(1);
    assertThat(new OfJUnit4()).isInstanceOf(RuntimeException.class);
    aborted.forEach(
        event ->
            assertThat(
                    event
                        .getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow())
                .hasNoSuppressedExceptions());
  }
}
