package io.github.bigidtestkit.internal.junit;

import io.github.bigidtestkit.junit.Lifecycle;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A class's use of a sandbox, kept in the store of the outermost class that has it, from where
 * nested classes inherit it.
 *
 * @param sandbox the sandbox
 * @param lifecycle what the class says; the sandbox is closed with the class unless it is shared
 */
@SuppressWarnings("deprecation") // CloseableResource: see RunningSandbox
record ClassRun(RunningSandbox sandbox, Lifecycle lifecycle)
    implements ExtensionContext.Store.CloseableResource, AutoCloseable {

  @Override
  public void close() {
    if (lifecycle != Lifecycle.SHARED) {
      sandbox.close();
    }
  }
}
