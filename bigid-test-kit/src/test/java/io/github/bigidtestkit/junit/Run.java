package io.github.bigidtestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.bigidtestkit.internal.junit.ElementNames;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs fixtures through the engine. */
public final class Run {

  private Run() {}

  public static EngineExecutionResults of(Class<?>... testCases) {
    return execute(Map.of(), testCases);
  }

  public static EngineExecutionResults inParallel(Class<?>... testCases) {
    return execute(
        Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.default", "concurrent",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "4"),
        testCases);
  }

  public static EngineExecutionResults with(Map<String, String> parameters, Class<?>... testCases) {
    return execute(parameters, testCases);
  }

  private static EngineExecutionResults execute(
      Map<String, String> parameters, Class<?>... testCases) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(
            Stream.of(testCases)
                .map(testCase -> selectClass(testCase))
                .toArray(DiscoverySelector[]::new))
        .configurationParameters(parameters)
        .execute();
  }

  /** What failed, of tests and classes. */
  public static List<Throwable> failures(EngineExecutionResults results) {
    return results
        .allEvents()
        .executions()
        .failed()
        .map(failed -> failed.getTerminationInfo().getExecutionResult().getThrowable())
        .map(thrown -> thrown.orElseThrow())
        .toList();
  }

  public static void passes(int tests, Class<?>... testCases) {
    passed(tests, of(testCases));
  }

  public static void passed(int tests, EngineExecutionResults results) {
    assertThat(failures(results)).isEmpty();
    results.testEvents().assertStatistics(events -> events.started(tests).succeeded(tests));
  }

  public static Throwable onlyFailure(Class<?> testCase) {
    List<Throwable> failures = failures(of(testCase));
    assertThat(failures).hasSize(1);
    return failures.get(0);
  }

  /** The message with which a fixture is refused before any test of it starts. */
  public static String misuse(Class<?> testCase) {
    EngineExecutionResults results = of(testCase);
    results.testEvents().assertStatistics(events -> events.started(0));
    return refusal(results);
  }

  /** The message with which one test of a fixture is refused, while all others pass. */
  public static String misuseOfTest(Class<?> testCase) {
    EngineExecutionResults results = of(testCase);
    results.testEvents().assertStatistics(events -> events.failed(1));
    return refusal(results);
  }

  private static String refusal(EngineExecutionResults results) {
    List<Throwable> failures = failures(results);
    assertThat(failures).hasSize(1);
    assertThat(failures.get(0)).isExactlyInstanceOf(ExtensionConfigurationException.class);
    return failures.get(0).getMessage();
  }

  /** Asserts the whole message with which an annotation on a fixture is refused. */
  public static void assertMisuse(Class<?> testCase, String rule) {
    assertThat(misuse(testCase))
        .isEqualTo("@BigIdSandbox on [%s]: %s".formatted(ElementNames.of(testCase), rule));
  }
}
