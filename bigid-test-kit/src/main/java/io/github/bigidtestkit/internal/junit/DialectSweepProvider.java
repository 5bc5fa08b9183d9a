package io.github.bigidtestkit.internal.junit;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.DialectRules;
import io.github.bigidtestkit.internal.config.ConfigFile;
import io.github.bigidtestkit.internal.config.Setting;
import io.github.bigidtestkit.junit.DialectSweep;
import io.github.bigidtestkit.junit.FaultSweep;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives a {@link DialectSweep} one run in each dialect. */
public final class DialectSweepProvider implements TestTemplateInvocationContextProvider {

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return AnnotationSupport.isAnnotated(context.getTestMethod(), DialectSweep.class);
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    Method method = context.getRequiredTestMethod();
    try {
      return runs(method).stream().map(TestTemplateInvocationContext.class::cast);
    } catch (IllegalArgumentException wrong) {
      throw new ExtensionConfigurationException(
          "@DialectSweep on [%s]: %s".formatted(ElementNames.of(method), wrong.getMessage()),
          wrong);
    }
  }

  private static List<SweepRun> runs(Method method) {
    if (AnnotationSupport.isAnnotated(method, FaultSweep.class)) {
      throw new IllegalArgumentException(
          "there is a @FaultSweep, too. A method can be swept by one of them; use @InjectFault, or two methods.");
    }
    DialectSweep sweep = AnnotationSupport.findAnnotation(method, DialectSweep.class).orElseThrow();
    List<SweepRun> runs = new ArrayList<>();
    for (Dialect dialect : sweep.value()) {
      runs.add(run(dialect.rules(), Map.of(Dialect.class, dialect)));
    }
    for (String file : sweep.files()) {
      runs.add(run(rules(file, method), Map.of()));
    }
    if (runs.isEmpty()) {
      throw new IllegalArgumentException(
          "no dialect is given. Name those that the client must cope with, such as [Dialect.DEPLOYMENT].");
    }
    return runs;
  }

  private static SweepRun run(DialectRules rules, Map<Class<?>, Object> builtIn) {
    Map<Class<?>, Object> parameters = new HashMap<>(builtIn);
    parameters.put(DialectRules.class, rules);
    return new SweepRun(
        rules.name(), context -> SweptSandbox.of(context).bigId().setDialect(rules), parameters);
  }

  private static DialectRules rules(String file, Method method) {
    String source = "files [%s]".formatted(file);
    ClassLoader loader = Objects.requireNonNull(method.getDeclaringClass().getClassLoader());
    if (!(ConfigFile.at(source, file, loader).get(Setting.DIALECT) instanceof DialectRules rules)) {
      throw new IllegalArgumentException(
          "%s has no [dialect]. Add it, or name another file.".formatted(source));
    }
    if (List.of(method.getParameterTypes()).contains(Dialect.class)) {
      throw new IllegalArgumentException(
          "%s: the dialect [%s] is not built in, so there is no Dialect for it. Take a DialectRules."
              .formatted(source, rules.name()));
    }
    return rules;
  }
}
