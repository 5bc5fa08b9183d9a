package io.github.bigidtestkit.internal.junit;

import io.github.bigidtestkit.FakeBigId;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One test's use of a sandbox, kept in the test's store: ends with the test, however that ends.
 *
 * @param sandbox the sandbox
 * @param test what the test is called; this very object names the one that is in the sandbox
 * @param owned whether the sandbox is closed with the test
 */
@SuppressWarnings("deprecation") // CloseableResource: see RunningSandbox
record TestRun(RunningSandbox sandbox, String test, boolean owned)
    implements ExtensionContext.Store.CloseableResource, AutoCloseable {

  FakeBigId bigId() {
    return sandbox.bigId();
  }

  @Override
  public void close() {
    sandbox.leave(test);
    if (owned) {
      sandbox.close();
    }
  }
}
