package io.github.bigidtestkit.internal.junit;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.junit.Lifecycle;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A sandbox in JUnit's store, which closes it. Lets one test at a time put it back. It is both
 * kinds of closeable because JUnit before 5.13 closes only the one and later versions prefer the
 * other.
 */
@SuppressWarnings("deprecation") // CloseableResource: see above
public final class RunningSandbox
    implements ExtensionContext.Store.CloseableResource, AutoCloseable {

  private final FakeBigId bigId;
  private final Lifecycle lifecycle;
  private final AtomicReference<String> occupant = new AtomicReference<>();

  private RunningSandbox(FakeBigId bigId, Lifecycle lifecycle) {
    this.bigId = bigId;
    this.lifecycle = lifecycle;
  }

  static RunningSandbox start(SandboxConfig config, Lifecycle lifecycle) {
    return new RunningSandbox(FakeBigId.start(config), lifecycle);
  }

  public FakeBigId bigId() {
    return bigId;
  }

  /** Puts the sandbox back for a test, or a class, which has it until {@link #leave}. */
  void enter(String test, SandboxConfig config) {
    if (!bigId.isRunning()) {
      throw new IllegalStateException(
          "The sandbox of [%s] is closed: an earlier test or its clean-up did that. Leave closing to the extension."
              .formatted(test));
    }
    String other = occupant.compareAndExchange(null, test);
    if (other != null) {
      throw new ExtensionConfigurationException(
          lifecycle == Lifecycle.SHARED ? overlapOfClasses(other, test) : overlap(other, test));
    }
    bigId.reset(config);
  }

  private static String overlap(String one, String other) {
    return "The tests [%s] and [%s] run at the same time on one sandbox, which is put back before each test. Use @BigIdSandbox(lifecycle = Lifecycle.PER_METHOD) to give each test its own, or @Execution(ExecutionMode.SAME_THREAD) to run them one after the other, or reset = false to share one that is never put back."
        .formatted(one, other);
  }

  private static String overlapOfClasses(String one, String other) {
    return "The tests [%s] and [%s] run at the same time on one sandbox (Lifecycle.SHARED), which is put back before each test. Use Lifecycle.PER_CLASS or PER_METHOD to give each class or test its own, or the same @ResourceLock on all classes that share it to run them one after the other, or reset = false to share one that is never put back."
        .formatted(one, other);
  }

  void leave(String test) {
    occupant.compareAndSet(test, null);
  }

  @Override
  public void close() {
    bigId.close();
  }
}
