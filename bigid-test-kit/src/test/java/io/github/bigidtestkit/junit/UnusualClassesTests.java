package io.github.bigidtestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxClock;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.testing.Http;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Test classes of the less usual forms that JUnit knows. */
class UnusualClassesTests {

  @BigIdSandbox(users = @SandboxUser(username = "alice", password = "s3cret"))
  record RecordTestCase(FakeBigId bigId, @UserToken String token) {
    @Test
    void has_its_components(@BaseUrl URI url) {
      assertThat(bigId.baseUrl()).isEqualTo(url);
      assertThat(Http.refresh(bigId, token).statusCode()).isEqualTo(200);
    }

    @Test
    void is_reset() {
      assertThat(bigId.journal().exchanges()).isEmpty();
      assertThat(Http.refresh(bigId, token).statusCode()).isEqualTo(200);
    }
  }

  @BigIdSandbox(users = @SandboxUser(username = "alice", password = "s3cret"))
  interface Contract<T> {
    T value(FakeBigId bigId);

    @BeforeEach
    default void prepare(FakeBigId bigId) {
      bigId.resources().protect("GET", "/data", null, "{}");
    }

    @Test
    default void holds(FakeBigId bigId, @SessionToken(user = "alice") String token) {
      assertThat(Http.get(bigId, "/data", token).statusCode()).isEqualTo(200);
      assertThat(value(bigId)).isNotNull();
    }

    @Test
    @InjectFault(fault = FaultKind.SERVICE_UNAVAILABLE)
    default void holds_with_a_fault(FakeBigId bigId) {
      assertThat(Http.login(bigId, "alice", "s3cret").statusCode()).isEqualTo(503);
    }
  }

  static class ContractTestCase implements Contract<String> {
    @Override
    public String value(FakeBigId bigId) {
      return "x";
    }

    @Nested
    class InnerTestCase implements Contract<Integer> {
      @Override
      public Integer value(FakeBigId bigId) {
        return 1;
      }
    }
  }

  abstract static class Base<T> {
    abstract T kind();

    @Test
    void inherited(FakeBigId bigId, @UserToken String token) {
      assertThat(kind()).isInstanceOf(String.class);
      assertThat(bigId.journal().exchanges()).isEmpty();
    }

    @Nested
    class InBase {
      @Test
      void nested_in_the_base(FakeBigId bigId) {
        assertThat(Http.login(bigId, "alice", "s3cret").statusCode()).isEqualTo(200);
      }
    }
  }

  @BigIdSandbox(users = @SandboxUser(username = "alice", password = "s3cret"))
  static class GenericTestCase extends Base<String> {
    @Override
    String kind() {
      return "";
    }

    @Test
    void own(FakeBigId bigId) {
      assertThat(Http.login(bigId, "alice", "s3cret").statusCode()).isEqualTo(200);
    }
  }

  @BigIdSandbox
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class PerClassTestCase {
    private final FakeBigId bigId;

    PerClassTestCase(FakeBigId bigId) {
      this.bigId = bigId;
    }

    static Stream<String> fixed() {
      return Stream.of("a", "b");
    }

    @RepeatedTest(3)
    void repeated(RepetitionInfo info, FakeBigId own, TestInfo test, TestReporter reporter) {
      assertThat(info.getTotalRepetitions()).isEqualTo(3);
      assertThat(test.getDisplayName()).startsWith("repetition");
      assertThat(reporter).isNotNull();
      assertThat(own).isSameAs(bigId);
      assertThat(own.journal().exchanges()).isEmpty();
      Http.login(bigId, "bigid", "learner");
    }

    @ParameterizedTest
    @CsvSource({"1,a", "2,b"})
    void parameterized(int number, String text, FakeBigId own, @UserToken String token) {
      assertThat(text).isEqualTo(number == 1 ? "a" : "b");
      assertThat(own).isSameAs(bigId);
      assertThat(Http.refresh(own, token).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0} {argumentsWithNames}")
    @MethodSource("fixed")
    void of_a_method(String text, SandboxClock clock) {
      assertThat(fixed()).contains(text);
      assertThat(clock).isNotNull();
    }

    @TestFactory
    Stream<DynamicTest> dynamic(FakeBigId own, @UserToken String token) {
      return Stream.of("x", "y")
          .map(
              n ->
                  dynamicTest(
                      n, () -> assertThat(Http.refresh(own, token).statusCode()).isEqualTo(200)));
    }
  }

  @Test
  void records() {
    Run.passes(2, RecordTestCase.class);
  }

  @Test
  void interfaces_with_default_methods() {
    Run.passes(4, ContractTestCase.class);
  }

  @Test
  void generic_and_abstract_classes_with_nested_ones() {
    Run.passes(3, GenericTestCase.class);
  }

  @Test
  void one_object_for_all_tests() {
    Run.passes(9, PerClassTestCase.class);
  }

  @BigIdSandbox
  static class TwiceTestCase {
    @Test
    @DialectSweep(Dialect.DEPLOYMENT)
    void swept(FakeBigId bigId) {}
  }

  @BigIdSandbox
  static class OtherThreadTestCase {
    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @InjectFault(fault = FaultKind.SERVICE_UNAVAILABLE)
    void in_another_thread(FakeBigId bigId) {
      assertThat(Http.login(bigId, "bigid", "learner").statusCode()).isEqualTo(503);
    }
  }

  @Test
  void a_test_annotation_beside_a_dialect_sweep_is_refused() {
    assertThat(Run.failures(Run.of(TwiceTestCase.class)))
        .extracting(Throwable::getMessage)
        .containsOnly(
            "@DialectSweep on [UnusualClassesTests.TwiceTestCase.swept]: another annotation makes it a test too, so JUnit also runs it without a dialect of its own. Keep one of them.");
  }

  @Test
  void tests_in_a_thread_of_their_own() {
    Run.passes(1, OtherThreadTestCase.class);
  }
}
