package io.github.bigidtestkit.junit;

import io.github.bigidtestkit.server.FakeBigId;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One test's use of a sandbox, kept in the test's store: ends with the test, however that ends.
 *
 * @param sandbox the sandbox
 * @param test the test's unique id
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
