package io.github.bigidtestkit.internal.junit;

import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A sandbox in a store of JUnit's, and what to do when the store closes.
 *
 * <p>It is both kinds of closeable because JUnit before 5.13 closes only the one and later versions
 * prefer the other.
 */
@SuppressWarnings("deprecation") // CloseableResource: see above
record StoreEntry(RunningSandbox sandbox, Runnable onClose)
    implements ExtensionContext.Store.CloseableResource, AutoCloseable {

  @Override
  public void close() {
    onClose.run();
  }
}
