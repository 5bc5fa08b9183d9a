package io.github.bigidtestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.junit.versions.SinceJUnit;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes that run once for each argument. */
@SinceJUnit("5.13")
class ParameterizedClassTests {

  private static final List<String> SEEN = new ArrayList<>();
  private static final List<FakeBigId> SANDBOXES = new ArrayList<>();

  private static void see(String what, FakeBigId bigId) {
    SEEN.add(what);
    SANDBOXES.add(bigId);
    assertThat(bigId.journal().exchanges()).isEmpty();
    assertThat(Calls.login(bigId, "bigid", "learner")).isEqualTo(200);
  }

  @BeforeEach
  void forget_the_last_run() {
    SEEN.clear();
    SANDBOXES.clear();
  }

  @Test
  void share_one_sandbox_that_is_put_back_before_each_test() {
    Run.passes(4, ConstructorTestCase.class);
    assertThat(SEEN).containsExactly("one", "one", "two", "two");
    assertThat(SANDBOXES).containsOnly(SANDBOXES.get(0)).allSatisfy(Calls::assertClosed);
  }

  @Test
  void have_their_argument_in_a_field_if_they_wish() {
    Run.passes(4, FieldTestCase.class);
    assertThat(SEEN).containsExactly("one", "one, nested", "two", "two, nested");
    assertThat(SANDBOXES).containsOnly(SANDBOXES.get(0)).allSatisfy(Calls::assertClosed);
  }

  @Test
  void may_have_one_test_object_for_each_argument() {
    Run.passes(4, OneObjectTestCase.class);
    assertThat(SEEN).containsExactly("one", "one, nested", "two", "two, nested");
    assertThat(SANDBOXES).containsOnly(SANDBOXES.get(0)).allSatisfy(Calls::assertClosed);
  }

  @Test
  void may_give_each_test_a_sandbox_of_its_own() {
    Run.passes(4, OwnTestCase.class);
    assertThat(SANDBOXES).hasSize(4).doesNotHaveDuplicates().allSatisfy(Calls::assertClosed);
  }

  @Test
  void are_refused_once_where_the_annotation_is_wrong() {
    assertThat(Run.failures(Run.of(MisusedTestCase.class)))
        .extracting(Throwable::getMessage)
        .containsExactly(
            "@BigIdSandbox on [ParameterizedClassTests.MisusedTestCase]: systemTokenTtl [soon] is not an ISO-8601 duration in days, hours, minutes and seconds. Write 15 minutes as [PT15M], 30 days as [P30D].");
  }

  @BigIdSandbox
  @ParameterizedClass
  @ValueSource(strings = {"one", "two"})
  static class ConstructorTestCase {
    private final String argument;

    ConstructorTestCase(String argument, FakeBigId bigId, @BaseUrl URI url) {
      this.argument = argument;
      assertThat(bigId.baseUrl()).isEqualTo(url);
    }

    @RepeatedTest(2)
    void sees(FakeBigId bigId) {
      see(argument, bigId);
    }
  }

  @BigIdSandbox(lifecycle = Lifecycle.PER_METHOD)
  static class OwnTestCase extends ConstructorTestCase {
    OwnTestCase(String argument, FakeBigId bigId, @BaseUrl URI url) {
      super(argument, bigId, url);
    }
  }

  @BigIdSandbox
  @ParameterizedClass
  @ValueSource(strings = {"one", "two"})
  static class FieldTestCase {
    @Parameter String argument;

    private static int before;

    @BeforeAll
    static void once(FakeBigId bigId) {
      before = 0;
      assertThat(bigId.isRunning()).isTrue();
    }

    @BeforeParameterizedClassInvocation(injectArguments = false)
    static void each(FakeBigId bigId, @BaseUrl URI url) {
      before++;
      assertThat(bigId.baseUrl()).isEqualTo(url);
    }

    @Test
    void sees(FakeBigId bigId) {
      see(argument, bigId);
      assertThat(before).isEqualTo(argument.equals("one") ? 1 : 2);
    }

    @Nested
    class Inner {
      @Test
      void sees(FakeBigId bigId) {
        see(argument + ", nested", bigId);
      }
    }
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class OneObjectTestCase extends FieldTestCase {}

  @BigIdSandbox(systemTokenTtl = "soon")
  @ParameterizedClass
  @ValueSource(strings = {"one", "two"})
  static class MisusedTestCase {
    MisusedTestCase(String argument) {}

    @Test
    void never_runs() {}
  }
}
