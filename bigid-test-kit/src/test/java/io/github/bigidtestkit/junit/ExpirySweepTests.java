package io.github.bigidtestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.Resource;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.testing.Http;
import io.github.bigidtestkit.token.TokenKind;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** One test, run once for each of its calls, whose token is no longer good. */
class ExpirySweepTests {

  /** Gets three pages, and renews on a refusal, but not at every page. */
  private static final class Pages {

    private final FakeBigId bigId;
    private final List<Integer> renewing;
    private String token = "";

    Pages(FakeBigId bigId, Integer... renewing) {
      this.bigId = bigId;
      this.renewing = List.of(renewing);
      renew();
    }

    private void renew() {
      String userToken = bigId.tokens().userToken("bigid");
      token =
          Http.field(
              Http.call(bigId, "GET", "/refresh-access-token", "Authorization", userToken),
              "systemToken");
    }

    void read() {
      for (int page = 1; page <= 3; page++) {
        int status = get(page);
        for (int attempt = 0; attempt < 2 && status == 401 && renewing.contains(page); attempt++) {
          renew();
          status = get(page);
        }
        assertThat(status).as("page %s", page).isEqualTo(200);
      }
    }

    private int get(int page) {
      return Http.call(bigId, "GET", "/page" + page, "Authorization", token).statusCode();
    }
  }

  private static List<String> names(EngineExecutionResults results) {
    return results
        .testEvents()
        .started()
        .map(event -> event.getTestDescriptor().getDisplayName())
        .toList();
  }

  private static Stream<String> explained(Throwable failure) {
    return Stream.of(failure.getSuppressed())
        .filter(SandboxTimeline.class::isInstance)
        .map(Throwable::getMessage);
  }

  @BigIdSandbox
  @ProtectedResource(path = "/page1")
  @ProtectedResource(path = "/page2")
  @ProtectedResource(path = "/page3", permission = "admin")
  static class PagesTestCase {
    @BeforeEach
    void call_that_does_not_count(FakeBigId bigId) {
      new Pages(bigId, 1, 2, 3).read();
    }

    @ExpirySweep
    void good(FakeBigId bigId) {
      new Pages(bigId, 1, 2, 3).read();
    }
  }

  @Test
  void a_good_client_passes_a_run_for_each_call() {
    EngineExecutionResults results = Run.of(PagesTestCase.class);
    Run.passed(4, results);
    assertThat(names(results))
        .containsExactly(
            "nothing happens",
            "token expires before call 1 of 3: GET /api/v1/page1",
            "token expires before call 2 of 3: GET /api/v1/page2",
            "token expires before call 3 of 3: GET /api/v1/page3");
  }

  @Test
  void the_runs_follow_one_another_in_parallel_execution_too() {
    Run.passed(4, Run.inParallel(PagesTestCase.class));
  }

  @BigIdSandbox
  @ProtectedResource(path = "/page1")
  @ProtectedResource(path = "/page2")
  @ProtectedResource(path = "/page3")
  static class ForgetfulTestCase {
    @ExpirySweep
    void forgets_to_renew_at_the_third_page(FakeBigId bigId) {
      new Pages(bigId, 1, 2).read();
    }
  }

  @Test
  void the_step_that_forgets_to_renew_is_found() {
    EngineExecutionResults results = Run.of(ForgetfulTestCase.class);
    results.testEvents().assertStatistics(events -> events.started(4).failed(1));
    Throwable failure = Run.failures(results).get(0);
    assertThat(failure).hasMessageContaining("[page 3]");
    assertThat(explained(failure))
        .singleElement()
        .asString()
        .startsWith(
            "In this run, the token expires before call 3 of 3: GET /api/v1/page3. What came to the BigID sandbox:\n")
        .contains("/page3  401 refused: system token expired 1 s ago; issued by exchange #1");
  }

  @BigIdSandbox
  @ProtectedResource(path = "/page1")
  @ProtectedResource(path = "/page2")
  @ProtectedResource(path = "/page3", permission = "admin")
  static class OtherCausesTestCase {
    @ExpirySweep(ExpirySweep.Cause.REVOKED)
    @DisplayName("revoked")
    void revoked(FakeBigId bigId) {
      new Pages(bigId, 1, 3).read();
    }

    @ExpirySweep(ExpirySweep.Cause.NOT_PERMITTED)
    void not_permitted(FakeBigId bigId) {
      new Pages(bigId, 1, 2, 3).read();
    }

    @ExpirySweep(tokens = TokenKind.USER)
    void user_token(FakeBigId bigId) {
      new Pages(bigId, 1, 2, 3).read();
    }
  }

  @Test
  void tokens_are_revoked_permissions_removed_and_user_tokens_affected_if_asked_for() {
    EngineExecutionResults results = Run.of(OtherCausesTestCase.class);
    List<String> failed =
        results
            .testEvents()
            .failed()
            .map(event -> event.getTestDescriptor().getDisplayName())
            .toList();
    assertThat(failed)
        .containsExactlyInAnyOrder(
            "token is revoked before call 2 of 3: GET /api/v1/page2",
            "permissions are removed before call 1 of 3: GET /api/v1/page1",
            "permissions are removed before call 2 of 3: GET /api/v1/page2",
            "permissions are removed before call 3 of 3: GET /api/v1/page3");
    assertThat(names(results))
        .hasSize(4 + 4 + 2)
        .contains("token expires before call 1 of 1: GET /api/v1/refresh-access-token");
  }

  @BigIdSandbox(dialect = Dialect.DEPLOYMENT, lifecycle = Lifecycle.PER_METHOD)
  @ProtectedResource(path = "/page1")
  @ProtectedResource(path = "/page2")
  @ProtectedResource(path = "/page3")
  static class WithFaultsTestCase {
    @ExpirySweep
    @InjectFault(endpoint = Endpoint.RESOURCE, fault = FaultKind.UNAUTHORIZED, nth = 2)
    void with_a_fault(FakeBigId bigId) {
      new Pages(bigId, 1, 2, 3).read();
    }
  }

  static class RegisteredTestCase {
    @RegisterExtension
    static final BigIdSandboxExtension SANDBOX =
        new BigIdSandboxExtension(
            SandboxConfig.builder().resources(Resource.of("GET", "/page1")).build());

    @Nested
    class Inner {
      @ExpirySweep
      void in_the_registered_sandbox(FakeBigId bigId) {
        bigId.clock().freeze();
        Pages pages = new Pages(bigId);
        if (pages.get(1) == 401) {
          pages.renew();
          assertThat(pages.get(1)).isEqualTo(200);
        }
      }
    }
  }

  @Test
  void works_with_faults_dialects_lifecycles_and_registered_sandboxes() {
    EngineExecutionResults results = Run.of(WithFaultsTestCase.class);
    assertThat(names(results)).contains("token expires before call 3 of 3: GET /api/v1/page3");
    Run.passed(4, results);
    Run.passed(2, Run.of(RegisteredTestCase.class));
  }

  @BigIdSandbox
  static class RedAtOnceTestCase {
    @ExpirySweep
    void red(FakeBigId bigId) {
      throw new IllegalStateException("red");
    }
  }

  @Test
  void a_first_run_that_fails_is_the_only_one() {
    EngineExecutionResults results = Run.of(RedAtOnceTestCase.class);
    results.testEvents().assertStatistics(events -> events.started(1).failed(1));
    assertThat(Run.failures(results).get(0)).hasMessage("red");
  }

  private static final AtomicInteger RUNS = new AtomicInteger();

  @BigIdSandbox
  @ProtectedResource(path = "/page1")
  @ProtectedResource(path = "/page2")
  static class OtherEachTimeTestCase {
    @ExpirySweep
    void caches(FakeBigId bigId) {
      Pages pages = new Pages(bigId);
      pages.get(RUNS.getAndIncrement() == 0 ? 1 : 2);
    }
  }

  @BigIdSandbox
  @ProtectedResource(path = "/page1")
  static class LessEachTimeTestCase {
    @ExpirySweep
    void caches(FakeBigId bigId) {
      Pages pages = new Pages(bigId);
      if (RUNS.getAndIncrement() == 0) {
        pages.get(1);
      } else {
        throw new IllegalStateException("nothing to do");
      }
    }
  }

  @Test
  void a_test_whose_calls_differ_from_run_to_run_is_refused() {
    RUNS.set(0);
    assertThat(Run.onlyFailure(OtherEachTimeTestCase.class))
        .hasMessage(
            "@ExpirySweep on [ExpirySweepTests.OtherEachTimeTestCase.caches]: its calls differ from run to run. Call 1 was [GET /api/v1/page1] in the first run, and [GET /api/v1/page2] in this one. Make the same calls in the same order each time: from one thread, without chance, and without what an earlier run has left.");
    RUNS.set(0);
    Throwable failure = Run.onlyFailure(LessEachTimeTestCase.class);
    assertThat(failure).hasMessage("nothing to do");
    assertThat(failure.getSuppressed())
        .anySatisfy(
            refusal ->
                assertThat(refusal)
                    .hasMessage(
                        "@ExpirySweep on [ExpirySweepTests.LessEachTimeTestCase.caches]: its calls differ from run to run. Call 1 was [GET /api/v1/page1] in the first run, and [none] in this one. Make the same calls in the same order each time: from one thread, without chance, and without what an earlier run has left."));
    assertThat(explained(failure))
        .singleElement()
        .asString()
        .startsWith(
            "In this run, the token expires before call 1 of 1: GET /api/v1/page1, but that call did not come. What came");
  }

  @BigIdSandbox
  static class NoCallTestCase {
    @ExpirySweep
    void never_runs_twice(FakeBigId bigId) {
      Calls.login(bigId, "bigid", "learner");
    }
  }

  @BigIdSandbox
  static class NoKindTestCase {
    @ExpirySweep(tokens = {})
    void never_runs() {}
  }

  @BigIdSandbox
  static class ConcurrentTestCase {
    @ExpirySweep
    @Execution(ExecutionMode.CONCURRENT)
    void never_runs() {}
  }

  @BigIdSandbox(reset = false)
  static class SharedTestCase {
    @ExpirySweep
    void never_runs() {}
  }

  @BigIdSandbox
  static class SweptTwiceTestCase {
    @ExpirySweep
    @FaultSweep(faults = FaultKind.SLOW)
    void never_runs() {}
  }

  @Test
  void what_is_wrong_is_said() {
    assertThat(Run.onlyFailure(NoCallTestCase.class))
        .hasMessage(
            "@ExpirySweep on [ExpirySweepTests.NoCallTestCase.never_runs_twice]: no call shows a valid token of the kinds [SESSION, SYSTEM], so there is nothing to sweep. Let the test make one, or name other kinds in [tokens].");
    assertThat(Run.onlyFailure(NoKindTestCase.class))
        .hasMessage(
            "@ExpirySweep on [ExpirySweepTests.NoKindTestCase.never_runs]: no kind of token is given. Name one in [tokens].");
    assertThat(Run.onlyFailure(ConcurrentTestCase.class))
        .hasMessage(
            "@ExpirySweep on [ExpirySweepTests.ConcurrentTestCase.never_runs]: its runs can't be concurrent, as the first one counts. Remove @Execution.");
    assertThat(Run.onlyFailure(SharedTestCase.class))
        .hasMessage(
            "@ExpirySweep on [ExpirySweepTests.SharedTestCase.never_runs]: the calls of other tests to the same sandbox would be counted. Remove reset = false, or use Lifecycle.PER_METHOD.");
    assertThat(Run.failures(Run.of(SweptTwiceTestCase.class)))
        .anySatisfy(
            refusal ->
                assertThat(refusal)
                    .hasMessage(
                        "@ExpirySweep on [ExpirySweepTests.SweptTwiceTestCase.never_runs]: another annotation makes it a test too, so JUnit also runs it without an expiry. Keep one of them."));
  }
}
