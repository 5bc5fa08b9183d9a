package io.github.bigidtestkit.internal.junit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/**
 * JUnit's store for a whole run, which 5.13 brought. The root context's is no match for it: it may
 * end with each class.
 */
final class SessionStore {

  private SessionStore() {}

  /** The store, or null where JUnit is older. */
  static @Nullable Store of(ExtensionContext context, Namespace namespace) {
    try {
      return context.getStore(StoreScope.LAUNCHER_SESSION, namespace);
    } catch (LinkageError olderThan513) {
      return null;
    }
  }
}
