package io.github.bigidtestkit.internal.junit;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.junit.Lifecycle;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The sandboxes of the test classes that are running, for frameworks that JUnit runs and that are
 * told the test class but none of JUnit's contexts, such as Spring's. Tests have theirs injected.
 * Thread-safe.
 */
public final class ClassSandboxes {

  private static final Map<Class<?>, FakeBigId> RUNNING = new ConcurrentHashMap<>();

  private ClassSandboxes() {}

  /**
   * The sandbox that the tests of a class share. Empty before the class begins and after it has
   * ended, if it has none, and if each test has its own ({@link Lifecycle#PER_METHOD}).
   */
  public static Optional<FakeBigId> of(Class<?> testClass) {
    return Optional.ofNullable(RUNNING.get(testClass));
  }

  /** Makes a sandbox known until what is returned is closed. */
  static Announcement announce(Class<?> testClass, FakeBigId bigId) {
    RUNNING.put(testClass, bigId);
    return new Announcement(testClass, bigId);
  }

  /** Kept in the store of the class, with which it ends. Two kinds of closeable as JUnit's do. */
  @SuppressWarnings("deprecation") // CloseableResource: see RunningSandbox
  record Announcement(Class<?> testClass, FakeBigId bigId)
      implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    @Override
    public void close() {
      RUNNING.remove(testClass, bigId);
    }
  }
}
