package io.github.bigidtestkit.internal.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What a context of Spring's knows of the sandbox, and when Spring makes a new one. */
class SpringContextTests {

  @BeforeEach
  void forget_the_last_run() {
    Application.STARTED.clear();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        ContextTestCase.SandboxFirst.class,
        ContextTestCase.SpringFirst.class,
        ContextTestCase.OneObjectForAll.class,
        ContextTestCase.InConstructor.class,
        ContextTestCase.InBeforeAll.class
      })
  void the_sandbox_is_there_before_the_context(Class<?> testCase) {
    passes(1, testCase);
    assertThat(Application.STARTED).hasSize(1);
  }

  @Test
  void a_nested_class_shares_the_context_around_it() {
    passes(2, ContextTestCase.WithNested.class);
    assertThat(Application.STARTED).hasSize(1);
  }

  @Test
  void a_context_is_not_used_again_for_a_sandbox_that_it_does_not_know() {
    passes(2, ContextTestCase.SandboxFirst.class, ContextTestCase.SpringFirst.class);
    assertThat(Application.STARTED).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void classes_that_share_a_sandbox_share_a_context() {
    passes(2, ContextTestCase.Shared.class, ContextTestCase.SharedToo.class);
    assertThat(Application.STARTED).hasSize(1);
  }

  @Test
  void a_static_method_can_ask_for_the_shared_sandbox() {
    passes(1, ContextTestCase.Dynamic.class);
  }

  @Test
  void classes_without_a_sandbox_are_left_alone() {
    passes(2, ContextTestCase.Without.class, ContextTestCase.WithoutToo.class);
    assertThat(Application.STARTED).isSubsetOf("none").hasSizeLessThan(2);
  }

  @Test
  void there_is_no_url_where_each_test_has_its_own() {
    passes(2, ContextTestCase.Without.class, ContextTestCase.PerMethod.class);
    assertThat(Application.STARTED).isSubsetOf("none").hasSizeLessThan(2);
  }

  @Test
  void the_customizer_says_whose_it_is() {
    assertThat(
            new SandboxContextCustomizerFactory()
                .createContextCustomizer(SpringContextTests.class, List.of()))
        .hasToString("SandboxContextCustomizer[SpringContextTests]");
  }

  private static void passes(int tests, Class<?>... testCases) {
    EngineExecutionResults results =
        EngineTestKit.engine("junit-jupiter")
            .selectors(
                Stream.of(testCases)
                    .map(testCase -> selectClass(testCase))
                    .toArray(DiscoverySelector[]::new))
            .execute();
    assertThat(
            results
                .allEvents()
                .executions()
                .failed()
                .map(failed -> failed.getTerminationInfo().getExecutionResult().getThrowable())
                .map(thrown -> thrown.orElseThrow()))
        .isEmpty();
    results.testEvents().assertStatistics(events -> events.started(tests).succeeded(tests));
  }
}
