package io.github.bigidtestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.token.TokenDefect;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** A failure carries the timeline of the sandbox. */
class ExplanationTests {

  private static String secret = "";

  @BigIdSandbox
  static class RedTestCase {
    @Test
    void fails(@BaseUrl URI url, @UserToken(defect = TokenDefect.EXPIRED) String token) {
      secret = token;
      assertThat(Calls.refresh(url, token)).isEqualTo(200);
    }
  }

  @Test
  void as_a_suppressed_exception_and_a_report_entry() {
    EngineExecutionResults results = Run.of(RedTestCase.class);
    Throwable failure = Run.failures(results).get(0);
    assertThat(failure).isInstanceOf(AssertionError.class);
    assertThat(failure.getSuppressed()).hasExactlyElementsOfTypes(SandboxTimeline.class);
    assertThat(failure.getSuppressed()[0])
        .hasMessageStartingWith(
            "What came to the BigID sandbox (as a page: target/bigid-sandbox/ExplanationTests.RedTestCase.fails-")
        .hasMessageContaining(
            "POST /api/v1/refresh-access-token  401 refused: user token expired 1 h ago")
        .hasMessageNotContaining(secret);
    assertThat(
            results
                .testEvents()
                .reportingEntryPublished()
                .map(event -> event.getPayload().orElseThrow().toString()))
        .hasSize(1)
        .allMatch(entry -> entry.contains("bigid-sandbox") && !entry.contains(secret));
  }

  @BigIdSandbox
  static class BeforeEachTestCase {
    @BeforeEach
    void fails() {
      fail("before each");
    }

    @Test
    void never_runs() {}

    @AfterEach
    void fails_too() {
      fail("after each");
    }
  }

  @BigIdSandbox
  static class BeforeAllTestCase {
    @BeforeAll
    static void fails(FakeBigId bigId) {
      Calls.login(bigId, "bigid", "learner");
      fail("before all");
    }

    @Test
    void never_runs() {}
  }

  @Test
  void also_where_a_lifecycle_method_fails() {
    Throwable beforeEach = Run.onlyFailure(BeforeEachTestCase.class);
    assertThat(beforeEach).hasMessage("before each");
    assertThat(beforeEach.getSuppressed()).hasAtLeastOneElementOfType(SandboxTimeline.class);
    assertThat(Run.onlyFailure(BeforeAllTestCase.class).getSuppressed()[0])
        .hasMessageContaining("POST /api/v1/sessions  200");
  }

  @BigIdSandbox
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class AbortedTestCase {
    @Test
    void is_aborted() {
      abort("not here");
    }
  }

  @Test
  void but_not_where_a_test_is_aborted() {
    EngineExecutionResults results = Run.of(AbortedTestCase.class);
    results.testEvents().assertStatistics(events -> events.aborted(1));
    assertThat(results.testEvents().reportingEntryPublished().count()).isZero();
  }

  static class MisusedTestCase {
    @BeforeEach
    void fails(@BaseUrl URI url) {}

    @Test
    void never_runs() {}
  }

  @Test
  void and_where_there_is_no_sandbox_the_failure_stays_as_it_is() {
    assertThat(Run.onlyFailure(MisusedTestCase.class))
        .hasMessageStartingWith("@BigIdSandbox is missing")
        .hasNoSuppressedExceptions();
  }
}
