package io.github.bigidtestkit.internal.junit;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.junit.Lifecycle;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The sandboxes of the test classes that are running. Thread-safe.
 *
 * <p>They are for frameworks such as Spring's, which JUnit runs and which receive the test class
 * but no context of JUnit's. Tests have their sandbox injected.
 */
public final class ClassSandboxes {

  private static final Map<Class<?>, FakeBigId> RUNNING = new ConcurrentHashMap<>();

  private ClassSandboxes() {}

  /**
   * The sandbox that the tests of a class share.
   *
   * <p>Empty before the class begins and after it has ended, if the class has none, and if each
   * test has its own ({@link Lifecycle#PER_METHOD}).
   */
  public static Optional<FakeBigId> of(Class<?> testClass) {
    return Optional.ofNullable(RUNNING.get(testClass));
  }

  /** Makes a sandbox known until the entry is closed. */
  static StoreEntry announce(ExtensionContext context, RunningSandbox sandbox) {
    Class<?> testClass = context.getRequiredTestClass();
    RUNNING.put(testClass, sandbox.bigId);
    return new StoreEntry(
        sandbox,
        () -> {
          FailureReport.atEnd(context, sandbox.bigId);
          RUNNING.remove(testClass, sandbox.bigId);
        });
  }
}
