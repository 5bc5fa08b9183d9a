package io.github.bigidtestkit.internal.junit;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.junit.Lifecycle;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** A sandbox that one test at a time may reset. */
final class RunningSandbox {

  final FakeBigId bigId;
  final Lifecycle lifecycle;
  private final AtomicReference<String> occupant = new AtomicReference<>();

  /** Starts a sandbox. */
  RunningSandbox(SandboxConfig config, Lifecycle lifecycle) {
    ClassPath.check();
    this.bigId = FakeBigId.start(config);
    this.lifecycle = lifecycle;
  }

  /** Resets the sandbox for a test or a class, which occupies it until {@link #leave}. */
  void enter(String test, SandboxConfig config) {
    if (!bigId.isRunning()) {
      throw new IllegalStateException(
          "The sandbox of [%s] is closed: an earlier test or its clean-up did that. Leave closing to the extension."
              .formatted(test));
    }
    String other = occupant.compareAndExchange(null, test);
    if (other != null) {
      throw new ExtensionConfigurationException(overlap(other, test));
    }
    bigId.reset(config);
  }

  private String overlap(String one, String other) {
    boolean shared = lifecycle == Lifecycle.SHARED;
    return "The tests [%s] and [%s] run at the same time on one sandbox%s, which is reset before each test. Use %s to run them one after the other, or reset = false to share one that is never reset."
        .formatted(
            one,
            other,
            shared ? " (Lifecycle.SHARED)" : "",
            shared
                ? "Lifecycle.PER_CLASS or PER_METHOD to give each class or test its own, or the same @ResourceLock on all classes that share it"
                : "@BigIdSandbox(lifecycle = Lifecycle.PER_METHOD) to give each test its own, or @Execution(ExecutionMode.SAME_THREAD)");
  }

  /** Ends the occupation; the very object that was passed to {@link #enter} names the test. */
  void leave(String test) {
    occupant.compareAndSet(test, null);
  }
}
