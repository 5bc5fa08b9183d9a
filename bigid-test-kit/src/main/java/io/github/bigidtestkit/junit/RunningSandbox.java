package io.github.bigidtestkit.junit;

import io.github.bigidtestkit.server.FakeBigId;
import io.github.bigidtestkit.server.SandboxConfig;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A sandbox in JUnit's store, which closes it. Lets one test at a time put it back. It is both
 * kinds of closeable because JUnit before 5.13 closes only the one and later versions prefer the
 * other.
 */
@SuppressWarnings("deprecation") // CloseableResource: see above
final class RunningSandbox implements ExtensionContext.Store.CloseableResource, AutoCloseable {

  private final FakeBigId bigId;
  private final AtomicReference<String> occupant = new AtomicReference<>();

  private RunningSandbox(FakeBigId bigId) {
    this.bigId = bigId;
  }

  static RunningSandbox start(SandboxConfig config) {
    return new RunningSandbox(FakeBigId.start(config));
  }

  FakeBigId bigId() {
    return bigId;
  }

  /** Puts the sandbox back for a test, which has it until {@link #leave}. */
  void enter(String test, SandboxConfig config) {
    String other = occupant.compareAndExchange(null, test);
    if (other != null) {
      throw new ExtensionConfigurationException(
          "The tests [%s] and [%s] run at the same time on one sandbox, which is put back before each test. Use @BigIdSandbox(lifecycle = Lifecycle.PER_METHOD) to give each test its own, or @Execution(ExecutionMode.SAME_THREAD) to run them one after the other, or reset = false to share one that is never put back."
              .formatted(other, test));
    }
    bigId.reset(config);
  }

  void leave(String test) {
    occupant.compareAndSet(test, null);
  }

  @Override
  public void close() {
    bigId.close();
  }
}
