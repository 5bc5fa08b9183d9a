package io.github.bigidtestkit.junit.versions;

import java.lang.module.ModuleDescriptor.Version;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestEngine;

/** Lets a test run only with the versions of JUnit that it is about. */
public final class JUnitVersion implements ExecutionCondition {

  private static final Version RUNNING =
      ServiceLoader.load(TestEngine.class).stream()
          .map(ServiceLoader.Provider::get)
          .filter(engine -> engine.getId().equals("junit-jupiter"))
          .map(engine -> Version.parse(engine.getVersion().orElseThrow()))
          .findFirst()
          .orElseThrow();

  static String running() {
    return RUNNING.toString();
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Optional<String> first =
        AnnotationSupport.findAnnotation(context.getElement(), SinceJUnit.class)
            .map(SinceJUnit::value);
    Optional<String> end =
        AnnotationSupport.findAnnotation(context.getElement(), BeforeJUnit.class)
            .map(BeforeJUnit::value);
    String reason = "JUnit is " + RUNNING;
    return first.filter(version -> !isSince(version)).isPresent()
            || end.filter(JUnitVersion::isSince).isPresent()
        ? ConditionEvaluationResult.disabled(reason)
        : ConditionEvaluationResult.enabled(reason);
  }

  private static boolean isSince(String version) {
    return RUNNING.compareTo(Version.parse(version)) >= 0;
  }
}
