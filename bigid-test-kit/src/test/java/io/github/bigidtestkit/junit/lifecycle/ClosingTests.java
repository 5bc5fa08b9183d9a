package io.github.bigidtestkit.junit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.Calls;
import io.github.bigidtestkit.junit.Lifecycle;
import io.github.bigidtestkit.junit.Run;
import io.github.bigidtestkit.junit.versions.SinceJUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sandboxes are closed however the tests end. */
class ClosingTests {

  private static final Set<FakeBigId> STARTED = new HashSet<>();

  @BeforeEach
  void forget_the_last_run() {
    STARTED.clear();
  }

  private static void fail(FakeBigId bigId) {
    assertThat(bigId.isRunning()).isTrue();
    STARTED.add(bigId);
    throw new IllegalStateException("on purpose");
  }

  private static void closes(int sandboxes, int failures, Class<?> testCase) {
    List<Throwable> thrown = Run.failures(Run.of(testCase));
    assertThat(thrown).hasSize(failures);
    assertThat(thrown).extracting(Throwable::getMessage).containsOnly("on purpose");
    assertThat(STARTED).hasSize(sandboxes).allSatisfy(Calls::assertClosed);
  }

  @Test
  void when_before_all_throws() {
    closes(1, 1, BeforeAllTestCase.class);
  }

  @Test
  void when_the_constructor_throws() {
    closes(1, 2, ConstructorTestCase.class);
  }

  @Test
  @SinceJUnit("5.12")
  void when_the_constructor_throws_where_each_test_has_its_own() {
    closes(2, 2, OwnConstructorTestCase.class);
  }

  @Test
  void when_a_test_throws() {
    closes(1, 2, ThrowingTestCase.class);
  }

  @Test
  void when_a_test_throws_where_each_has_its_own() {
    closes(2, 2, OwnThrowingTestCase.class);
  }

  @Test
  void when_after_each_throws_where_each_has_its_own() {
    closes(2, 2, OwnAfterEachTestCase.class);
  }

  @Test
  void when_after_all_throws() {
    closes(1, 1, AfterAllTestCase.class);
  }

  @Test
  void when_the_test_closed_it_itself() {
    Run.passes(1, ClosedByTheTestTestCase.class);
    assertThat(STARTED).hasSize(1).allSatisfy(Calls::assertClosed);
  }

  @BigIdSandbox
  static class BeforeAllTestCase {
    @BeforeAll
    static void before_all(FakeBigId bigId) {
      fail(bigId);
    }

    @Test
    void never_runs() {}
  }

  @BigIdSandbox
  static class ConstructorTestCase {
    ConstructorTestCase(FakeBigId bigId) {
      fail(bigId);
    }

    @RepeatedTest(2)
    void never_runs() {}
  }

  @BigIdSandbox(lifecycle = Lifecycle.PER_METHOD)
  static class OwnConstructorTestCase extends ConstructorTestCase {
    OwnConstructorTestCase(FakeBigId bigId) {
      super(bigId);
    }
  }

  @BigIdSandbox
  static class ThrowingTestCase {
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void throwing(int value, FakeBigId bigId) {
      assertThat(value).isPositive();
      fail(bigId);
    }
  }

  @BigIdSandbox(lifecycle = Lifecycle.PER_METHOD)
  static class OwnThrowingTestCase extends ThrowingTestCase {}

  @BigIdSandbox(lifecycle = Lifecycle.PER_METHOD)
  static class OwnAfterEachTestCase {
    @RepeatedTest(2)
    void runs() {}

    @AfterEach
    void after(FakeBigId bigId) {
      fail(bigId);
    }
  }

  @BigIdSandbox
  static class AfterAllTestCase {
    @Test
    void runs() {}

    @AfterAll
    static void after_all(FakeBigId bigId) {
      fail(bigId);
    }
  }

  @BigIdSandbox
  static class ClosedByTheTestTestCase {
    @Test
    void closes(FakeBigId bigId) {
      STARTED.add(bigId);
      bigId.close();
    }
  }
}
