package io.github.bigidtestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.junit.versions.BeforeJUnit;
import io.github.bigidtestkit.junit.versions.SinceJUnit;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.RegisterExtension;

/** JUnit knows from 5.12 on for which test it calls a constructor. Before, less can be injected. */
class ConstructorTests {

  private static void refused(Class<?> testCase) {
    List<Throwable> failures = Run.failures(Run.of(testCase));
    assertThat(failures)
        .hasSize(2)
        .hasOnlyElementsOfType(ParameterResolutionException.class)
        .extracting(Throwable::getMessage)
        .containsOnly(
            "Parameter [FakeBigId bigId of the constructor of ConstructorTests.%s]: each test has a sandbox of its own (Lifecycle.PER_METHOD), so there is none outside of a test. Take it in the test method or in @BeforeEach, or give each test an object of its own with JUnit 5.12 or later, or use Lifecycle.PER_CLASS."
                .formatted(testCase.getSimpleName()));
  }

  @Test
  @BeforeJUnit("5.12")
  void are_refused_where_each_test_has_a_sandbox_of_its_own() {
    refused(OwnTestCase.class);
    refused(RegisteredTestCase.class);
  }

  @Test
  @SinceJUnit("5.12")
  void are_given_the_sandbox_of_their_test() {
    Run.passes(2, OwnTestCase.class);
    Run.passes(2, RegisteredTestCase.class);
  }

  @Test
  @SinceJUnit("5.12")
  void around_a_nested_class_are_given_the_sandbox_of_its_test() {
    Run.passes(1, OuterTestCase.class);
    assertThat(OuterTestCase.same).isTrue();
  }

  @Test
  @BeforeJUnit("5.12")
  void around_a_nested_class_are_given_the_sandbox_of_their_class() {
    Run.passes(1, OuterTestCase.class);
    assertThat(OuterTestCase.same).isFalse();
  }

  @Test
  @SinceJUnit("5.12")
  void may_change_the_sandbox_for_their_test() {
    Run.passes(2, ChangingTestCase.class);
    assertThat(ChangingTestCase.frozen).isTrue();
  }

  @Test
  @BeforeJUnit("5.12")
  void change_the_sandbox_in_vain() {
    Run.passes(2, ChangingTestCase.class);
    assertThat(ChangingTestCase.frozen).isFalse();
  }

  @BigIdSandbox(lifecycle = Lifecycle.PER_METHOD)
  static class OwnTestCase {
    private final FakeBigId ofConstructor;

    OwnTestCase(FakeBigId bigId) {
      ofConstructor = bigId;
    }

    @RepeatedTest(2)
    void sees(FakeBigId bigId) {
      assertThat(bigId).isSameAs(ofConstructor);
    }
  }

  static class RegisteredTestCase {
    @RegisterExtension
    static final BigIdSandboxExtension sandbox =
        new BigIdSandboxExtension(SandboxConfig.defaults(), Lifecycle.PER_METHOD);

    private final FakeBigId ofConstructor;

    RegisteredTestCase(FakeBigId bigId) {
      ofConstructor = bigId;
    }

    @RepeatedTest(2)
    void sees(FakeBigId bigId) {
      assertThat(bigId).isSameAs(ofConstructor);
    }
  }

  @BigIdSandbox
  static class OuterTestCase {
    private static boolean same;

    private final FakeBigId ofConstructor;

    OuterTestCase(FakeBigId bigId) {
      ofConstructor = bigId;
    }

    @Nested
    @BigIdSandbox(lifecycle = Lifecycle.PER_METHOD)
    class Own {
      @Test
      void sees(FakeBigId bigId) {
        same = bigId == ofConstructor;
      }
    }
  }

  @BigIdSandbox
  static class ChangingTestCase {
    private static boolean frozen;

    ChangingTestCase(FakeBigId bigId) {
      bigId.clock().freeze();
    }

    @RepeatedTest(2)
    void sees(FakeBigId bigId) {
      frozen = bigId.clock().isFrozen();
    }
  }
}
