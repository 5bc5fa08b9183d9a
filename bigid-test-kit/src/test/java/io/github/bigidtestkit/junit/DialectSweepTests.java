package io.github.bigidtestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.DialectRules;
import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.testing.Http;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** One test, run once in each dialect that it names. */
class DialectSweepTests {

  private static final String OWN = "classpath:sandboxes/acme.json";

  private static final List<String> SEEN = new CopyOnWriteArrayList<>();

  @BigIdSandbox(dialect = Dialect.SPECIFICATION)
  static class SweptTestCase {
    @BeforeEach
    void already_there(FakeBigId bigId) {
      SEEN.add(bigId.dialect().name());
    }

    @DialectSweep({Dialect.LENIENT, Dialect.DEPLOYMENT})
    void in_both(Dialect dialect, DialectRules rules, FakeBigId bigId) {
      assertThat(bigId.dialect()).isEqualTo(rules).isEqualTo(dialect.rules());
    }

    @Test
    void without(FakeBigId bigId) {
      assertThat(bigId.dialect()).isEqualTo(Dialect.SPECIFICATION.rules());
    }
  }

  @Test
  void each_dialect_has_its_run_and_other_tests_keep_theirs() {
    SEEN.clear();
    EngineExecutionResults results = Run.of(SweptTestCase.class);
    Run.passed(3, results);
    assertThat(SEEN).containsExactlyInAnyOrder("LENIENT", "DEPLOYMENT", "SPECIFICATION");
    assertThat(
            results.testEvents().started().map(event -> event.getTestDescriptor().getDisplayName()))
        .contains("LENIENT", "DEPLOYMENT");
  }

  @BigIdSandbox
  static class OwnTestCase {
    @DialectSweep(value = Dialect.LENIENT, files = OWN)
    void in_own_ones_too(DialectRules rules, FakeBigId bigId) {
      SEEN.add(rules.name());
      assertThat(bigId.dialect()).isEqualTo(rules);
    }
  }

  @Test
  void own_dialects_come_from_files() {
    SEEN.clear();
    Run.passed(2, Run.of(OwnTestCase.class));
    assertThat(SEEN).containsExactly("LENIENT", "acme");
  }

  static class RegisteredTestCase {
    @RegisterExtension
    static final BigIdSandboxExtension SANDBOX =
        new BigIdSandboxExtension(SandboxConfig.defaults());

    @DialectSweep(Dialect.TRAINING_SANDBOX)
    void in_the_registered_sandbox(FakeBigId bigId) {
      assertThat(bigId.dialect().name()).isEqualTo("TRAINING_SANDBOX");
    }
  }

  @BigIdSandbox(lifecycle = Lifecycle.PER_METHOD)
  static class OneEachTestCase {
    @DialectSweep({Dialect.DEPLOYMENT, Dialect.TRAINING_SANDBOX})
    void in_sandboxes_of_their_own(Dialect dialect, FakeBigId bigId) {
      assertThat(bigId.dialect()).isEqualTo(dialect.rules());
    }
  }

  @BigIdSandbox
  static class OuterTestCase {
    @Nested
    class Inner {
      @DialectSweep(Dialect.DEPLOYMENT)
      @ProtectedResource(path = "/data")
      @InjectFault(endpoint = Endpoint.SESSIONS, fault = FaultKind.SERVICE_UNAVAILABLE, times = 1)
      void with_faults_and_resources(FakeBigId bigId) {
        assertThat(bigId.resources().all()).hasSize(1);
        assertThat(Calls.login(bigId, "bigid", "learner")).isEqualTo(503);
        assertThat(bigId.dialect()).isEqualTo(Dialect.DEPLOYMENT.rules());
      }
    }
  }

  @Test
  void works_with_every_lifecycle_and_in_nested_classes() {
    Run.passed(1, Run.of(RegisteredTestCase.class));
    Run.passed(2, Run.of(OneEachTestCase.class));
    Run.passed(1, Run.of(OuterTestCase.class));
  }

  @BigIdSandbox
  static class FlawedTestCase {
    @DialectSweep({Dialect.LENIENT, Dialect.DEPLOYMENT})
    void exchanges_by_post(FakeBigId bigId) {
      String token = bigId.tokens().userToken("bigid");
      assertThat(Http.refresh(bigId, token).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_failure_says_which_dialect_and_what_it_answers_otherwise() {
    assertThat(Run.onlyFailure(FlawedTestCase.class).getSuppressed())
        .anySatisfy(
            explained ->
                assertThat(explained)
                    .isInstanceOf(SandboxTimeline.class)
                    .hasMessageContaining(
                        """

                        The dialect was DEPLOYMENT. What it answers otherwise:
                          #1 POST /api/v1/refresh-access-token: 404 in DEPLOYMENT (Method POST is \
                        not allowed for the exchange in DEPLOYMENT; allowed is GET)
                        """));
  }

  @BigIdSandbox
  static class NothingTestCase {
    @DialectSweep
    void never_runs() {}
  }

  @BigIdSandbox
  static class TwiceSweptTestCase {
    @DialectSweep(Dialect.LENIENT)
    @FaultSweep(faults = FaultKind.SLOW)
    void never_runs() {}
  }

  @BigIdSandbox
  static class NoFileTestCase {
    @DialectSweep(files = "classpath:nowhere.json")
    void never_runs() {}
  }

  @BigIdSandbox
  static class NoDialectTestCase {
    @DialectSweep(files = "classpath:sandboxes/fault.json")
    void never_runs() {}
  }

  @BigIdSandbox
  static class NotBuiltInTestCase {
    @DialectSweep(files = OWN)
    void never_runs(Dialect dialect) {}
  }

  @Test
  void what_is_wrong_is_said() {
    assertThat(Run.onlyFailure(NothingTestCase.class))
        .hasMessage(
            "@DialectSweep on [DialectSweepTests.NothingTestCase.never_runs]: no dialect is given."
                + " Name those that the client must cope with, such as [Dialect.DEPLOYMENT].");
    assertThat(Run.onlyFailure(TwiceSweptTestCase.class))
        .hasMessage(
            "@DialectSweep on [DialectSweepTests.TwiceSweptTestCase.never_runs]: there is a"
                + " @FaultSweep, too. A method can be swept by one of them; use @InjectFault, or"
                + " two methods.");
    assertThat(Run.onlyFailure(NoFileTestCase.class))
        .hasMessage(
            "@DialectSweep on [DialectSweepTests.NoFileTestCase.never_runs]: files"
                + " [classpath:nowhere.json] is not on the class path. Put it into"
                + " src/test/resources, and name it from there.");
    assertThat(Run.onlyFailure(NoDialectTestCase.class))
        .hasMessage(
            "@DialectSweep on [DialectSweepTests.NoDialectTestCase.never_runs]: files"
                + " [classpath:sandboxes/fault.json] has no [dialect]. Add it,"
                + " or name another file.");
    assertThat(Run.onlyFailure(NotBuiltInTestCase.class))
        .hasMessage(
            "@DialectSweep on [DialectSweepTests.NotBuiltInTestCase.never_runs]: files"
                + " [classpath:sandboxes/acme.json]: the dialect [acme] is not built in, so there is"
                + " no Dialect for it. Take a DialectRules.");
  }
}
