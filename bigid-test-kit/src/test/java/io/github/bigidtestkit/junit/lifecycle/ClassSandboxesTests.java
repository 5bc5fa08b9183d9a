package io.github.bigidtestkit.junit.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.internal.junit.ClassSandboxes;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.Lifecycle;
import io.github.bigidtestkit.junit.Run;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

class ClassSandboxesTests {

  @Test
  void a_class_and_those_within_have_one_while_they_run() {
    Run.passes(2, SharedTestCase.class);
    assertThat(ClassSandboxes.of(SharedTestCase.class)).isEmpty();
    assertThat(ClassSandboxes.of(SharedTestCase.Inner.class)).isEmpty();
  }

  @Test
  void it_is_there_before_the_one_object_for_all_tests() {
    Run.passes(1, OneObjectTestCase.class);
  }

  @Test
  void there_is_none_where_each_test_has_its_own() {
    Run.passes(1, PerMethodTestCase.class);
  }

  @BigIdSandbox
  static class SharedTestCase {
    @Test
    void the_class_has_one(FakeBigId bigId) {
      assertThat(ClassSandboxes.of(SharedTestCase.class)).containsSame(bigId);
      assertThat(ClassSandboxes.of(Inner.class)).isEmpty();
    }

    @Nested
    class Inner {
      @Test
      void the_class_within_has_the_same(FakeBigId bigId) {
        assertThat(ClassSandboxes.of(Inner.class)).containsSame(bigId);
      }
    }
  }

  @BigIdSandbox
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class OneObjectTestCase {
    private final FakeBigId known = ClassSandboxes.of(OneObjectTestCase.class).orElseThrow();

    @Test
    void it_was_the_same(FakeBigId bigId) {
      assertThat(bigId).isSameAs(known);
    }
  }

  @BigIdSandbox(lifecycle = Lifecycle.PER_METHOD)
  static class PerMethodTestCase {
    @Test
    void the_class_has_none(FakeBigId bigId) {
      assertThat(ClassSandboxes.of(PerMethodTestCase.class)).isEmpty();
    }
  }
}
