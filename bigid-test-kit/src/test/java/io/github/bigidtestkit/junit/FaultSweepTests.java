package io.github.bigidtestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.fault.FaultSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** One test, run once for each fault of a set. */
class FaultSweepTests {

  private static final List<FaultKind> SEEN = new CopyOnWriteArrayList<>();

  @BigIdSandbox
  static class GatewayTestCase {
    @FaultSweep(
        value = FaultSet.GATEWAY,
        endpoint = Endpoint.SESSIONS,
        times = 1,
        except = FaultKind.FORBIDDEN)
    void recovers(FaultKind fault, FakeBigId bigId) {
      SEEN.add(fault);
      Calls.login(bigId, "bigid", "learner");
      assertThat(bigId.journal().exchanges().get(0).fault()).isEqualTo(fault.fault().label());
      assertThat(Calls.login(bigId, "bigid", "learner")).isEqualTo(200);
    }
  }

  @Test
  void each_fault_of_the_set_has_its_run() {
    SEEN.clear();
    EngineExecutionResults results = Run.of(GatewayTestCase.class);
    Run.passed(8, results);
    Set<FaultKind> expected = FaultSet.GATEWAY.kinds();
    expected.remove(FaultKind.FORBIDDEN);
    assertThat(SEEN).containsExactlyElementsOf(expected);
    assertThat(
            results.testEvents().started().map(event -> event.getTestDescriptor().getDisplayName()))
        .contains("BAD_GATEWAY (status 502 with a gateway page)");
  }

  @BigIdSandbox
  static class TokensTestCase {
    @FaultSweep(
        faults = FaultKind.ACCOUNT_LOCKED,
        value = FaultSet.TOKENS,
        endpoint = Endpoint.REFRESH)
    void never_logs_in() {}
  }

  @Test
  void a_run_whose_fault_never_struck_fails() {
    List<Throwable> failures = Run.failures(Run.of(TokensTestCase.class));
    assertThat(failures)
        .as("an account that is locked does nothing to a refresh, so it is left out")
        .hasSize(FaultSet.TOKENS.kinds().size())
        .allSatisfy(failure -> assertThat(failure).hasMessageContaining("never struck"));
  }

  @BigIdSandbox
  static class EmptyTestCase {
    @FaultSweep(faults = FaultKind.SLOW, except = FaultKind.SLOW)
    void never_runs() {}
  }

  @Test
  void a_sweep_without_faults_is_refused() {
    assertThat(Run.onlyFailure(EmptyTestCase.class))
        .hasMessage(
            "@FaultSweep on [FaultSweepTests.EmptyTestCase.never_runs]: no fault is left to run."
                + " Leave out fewer with [except].");
  }

  @BigIdSandbox
  static class TwoTestsTestCase {
    @Test
    @FaultSweep(faults = FaultKind.SLOW)
    void never_runs(FaultKind kind) {}

    @RepeatedTest(1)
    @FaultSweep(faults = FaultKind.SLOW)
    void nor_does_this() {}

    @Test
    void runs_all_the_same() {}

    @FaultSweep(faults = FaultKind.SLOW, times = -1)
    void can_t_be_limited_to_less_than_nothing() {}
  }

  @Test
  void another_test_annotation_beside_a_sweep_is_refused() {
    String twice =
        "@FaultSweep on [FaultSweepTests.TwoTestsTestCase.%s]: another annotation makes it a test too, so JUnit also runs it without a fault. Keep one of them.";
    assertThat(Run.failures(Run.of(TwoTestsTestCase.class)))
        .hasSize(5)
        .allSatisfy(
            failure ->
                assertThat(failure).isExactlyInstanceOf(ExtensionConfigurationException.class))
        .extracting(Throwable::getMessage)
        .containsOnly(
            twice.formatted("never_runs"),
            twice.formatted("nor_does_this"),
            "@FaultSweep on [FaultSweepTests.TwoTestsTestCase.can_t_be_limited_to_less_than_nothing]: times [-1], nth [0] and every [0] can't be negative. Calls are counted from 1; leave out what is not needed.");
  }

  @Test
  void the_sets_are_disjoint_and_but_for_tls_make_up_all() {
    List<FaultKind> all =
        Stream.of(FaultSet.values())
            .filter(set -> set != FaultSet.ALL)
            .flatMap(set -> set.kinds().stream())
            .toList();
    assertThat(all).containsExactly(FaultKind.values());
    Set<FaultKind> anywhere = EnumSet.complementOf(EnumSet.copyOf(FaultSet.TLS.kinds()));
    assertThat(FaultSet.ALL.kinds()).isEqualTo(anywhere);
  }
}
