package io.github.bigidtestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.assertj.BigIdAssertions;
import io.github.bigidtestkit.token.TokenDefect;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    void fails(@BaseUrl URI url, @UserToken @Defective(TokenDefect.EXPIRED) String token) {
      secret = token;
      assertThat(Calls.refresh(url, token)).isEqualTo(200);
    }
  }

  @Test
  void as_a_suppressed_exception_and_nowhere_else() {
    EngineExecutionResults results = Run.of(RedTestCase.class);
    Throwable failure = Run.failures(results).get(0);
    assertThat(failure).isInstanceOf(AssertionError.class);
    assertThat(failure.getSuppressed()).hasExactlyElementsOfTypes(SandboxTimeline.class);
    assertThat(failure.getSuppressed()[0])
        .hasMessageStartingWith("What came to the BigID sandbox:\n  #1  ")
        .hasMessageContaining(
            "\nAs a page: target/bigid-sandbox/ExplanationTests.RedTestCase.fails-")
        .hasMessageContaining(
            "POST /api/v1/refresh-access-token  401 refused: user token expired 1 h ago")
        .hasMessageNotContaining(secret);
    assertThat(results.testEvents().reportingEntryPublished().count()).isZero();
  }

  @BigIdSandbox
  static class AssertedTestCase {
    @Test
    void fails(FakeBigId bigId) {
      Calls.login(bigId, "bigid", "learner");
      BigIdAssertions.assertThat(bigId).refreshedOnce().loggedInTimes(2);
    }

    @Test
    void fails_otherwise(FakeBigId bigId) {
      Calls.login(bigId, "bigid", "learner");
      fail("the password was learner <&>\nand more");
    }
  }

  @Test
  void calls_are_shown_once() {
    List<Throwable> failures = Run.failures(Run.of(AssertedTestCase.class));
    assertThat(failures)
        .filteredOn(failure -> failure.getMessage().startsWith("Expected"))
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure).hasMessageContaining("#1  ");
              assertThat(failure.getSuppressed()[0])
                  .hasMessageStartingWith(
                      "What came to the BigID sandbox is shown above.\nAs a page: ");
            });
  }

  @Test
  void the_page_says_first_why_the_test_failed() throws IOException {
    Throwable failure =
        Run.failures(Run.of(AssertedTestCase.class)).stream()
            .filter(red -> red.getMessage().startsWith("the password"))
            .findFirst()
            .orElseThrow();
    String message = failure.getSuppressed()[0].getMessage();
    String page = Files.readString(Path.of(message.replaceAll("(?s).*\nAs a page: ", "")));
    assertThat(page)
        .contains(
            "<h1>ExplanationTests.AssertedTestCase.fails_otherwise</h1>\n<h2>Why the test failed</h2>\n<pre class=\"why\">java.lang.AssertionError: the password was … &lt;&amp;&gt;\nand more</pre>\n")
        .doesNotContain("learner");
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
