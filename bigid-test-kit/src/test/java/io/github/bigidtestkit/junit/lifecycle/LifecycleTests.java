package io.github.bigidtestkit.junit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.Calls;
import io.github.bigidtestkit.junit.Lifecycle;
import io.github.bigidtestkit.junit.Run;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** How long sandboxes live, and that they end. */
class LifecycleTests {

  private static final List<FakeBigId> STARTED = new ArrayList<>();

  @BeforeEach
  void forget_the_last_run() {
    STARTED.clear();
  }

  @Test
  void a_class_has_one_sandbox_and_another_class_another() {
    Run.passes(4, OneTestCase.class, OtherTestCase.class);
    assertThat(STARTED).hasSize(4).allSatisfy(Calls::assertClosed);
    assertThat(STARTED.get(0)).isSameAs(STARTED.get(1)).isNotSameAs(STARTED.get(2));
    assertThat(STARTED.get(2)).isSameAs(STARTED.get(3));
    assertThat(STARTED.get(0).baseUrl()).isNotEqualTo(STARTED.get(2).baseUrl());
  }

  @Test
  void subclasses_of_one_annotated_class_have_a_sandbox_each() {
    Run.passes(4, OneTestCase.class, SubTestCase.class);
    assertThat(STARTED.get(0)).isNotSameAs(STARTED.get(2));
    assertThat(STARTED).allSatisfy(Calls::assertClosed);
  }

  @Test
  void a_sandbox_for_each_test_is_closed_after_it() {
    Run.passes(3, PerMethodTestCase.class);
    assertThat(STARTED).hasSize(3).doesNotHaveDuplicates().allSatisfy(Calls::assertClosed);
    assertThat(STARTED.stream().map(FakeBigId::baseUrl)).doesNotHaveDuplicates();
  }

  @Test
  void a_method_can_ask_for_a_sandbox_of_its_own() {
    Run.passes(3, MixedTestCase.class);
    assertThat(STARTED).hasSize(3).allSatisfy(Calls::assertClosed);
    assertThat(STARTED).containsOnlyOnce(MixedTestCase.own).doesNotContainNull();
    assertThat(STARTED.stream().distinct()).hasSize(2);
  }

  @Test
  void a_class_whose_tests_take_nothing_has_a_sandbox_too() {
    Run.passes(1, NothingTakenTestCase.class);
  }

  @BigIdSandbox
  static class OneTestCase {
    @RepeatedTest(2)
    void sees(FakeBigId bigId) throws IOException {
      STARTED.add(bigId);
      Calls.connect(bigId.port());
    }
  }

  @BigIdSandbox
  static class OtherTestCase extends OneTestCase {}

  static class SubTestCase extends OneTestCase {}

  @BigIdSandbox(lifecycle = Lifecycle.PER_METHOD)
  static class PerMethodTestCase {
    @RepeatedTest(3)
    void sees(FakeBigId bigId) throws IOException {
      STARTED.forEach(Calls::assertClosed);
      STARTED.add(bigId);
      Calls.connect(bigId.port());
    }
  }

  @BigIdSandbox
  static class MixedTestCase {
    static FakeBigId own;

    @RepeatedTest(2)
    void shared(FakeBigId bigId) {
      STARTED.add(bigId);
      assertThat(bigId.isRunning()).isTrue();
    }

    @Test
    @BigIdSandbox(lifecycle = Lifecycle.PER_METHOD)
    void own(FakeBigId bigId) {
      own = bigId;
      STARTED.add(bigId);
    }
  }

  @BigIdSandbox
  static class NothingTakenTestCase {
    private static int port;

    @BeforeAll
    static void before_all(@BaseUrl URI url) {
      port = url.getPort();
    }

    @Test
    void takes_nothing() throws IOException {
      Calls.connect(port);
    }
  }
}
