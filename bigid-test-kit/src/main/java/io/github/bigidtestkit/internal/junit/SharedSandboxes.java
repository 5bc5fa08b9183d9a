package io.github.bigidtestkit.internal.junit;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.junit.Lifecycle;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/**
 * The sandboxes that the classes of a run share.
 *
 * <p>They are static, for JUnit before 5.13 has no store that outlives a class in every build, and
 * static code has no store at all. If JUnit has a store for the run, that holds a lease: the last
 * lease that ends closes the sandbox.
 */
public final class SharedSandboxes {

  private static final Namespace NAMESPACE = Namespace.create(SharedSandboxes.class);

  /** Guarded by the class. */
  private static final Map<Key, Shared> RUNNING = new HashMap<>();

  private SharedSandboxes() {}

  /** What classes must have in common to share a sandbox. */
  private record Key(SandboxConfig config, boolean reset) {
    static Key of(SandboxSpec spec) {
      return new Key(spec.config(), spec.reset());
    }
  }

  /** A sandbox, and how many runs need it. */
  private static final class Shared {
    final RunningSandbox sandbox;
    int leases;

    Shared(Key key) {
      sandbox = new RunningSandbox(key.config(), Lifecycle.SHARED);
    }
  }

  /** The sandbox for a place in the tests. */
  static RunningSandbox of(ExtensionContext context, SandboxSpec spec) {
    Store session = session(context);
    Key key = Key.of(spec);
    return session == null
        ? shared(key).sandbox
        : session.getOrComputeIfAbsent(key, SharedSandboxes::lease, StoreEntry.class).sandbox();
  }

  /**
   * The store for the whole run, or null if JUnit is older than 5.13. The root context's is no
   * substitute: it may end with each class.
   */
  private static @Nullable Store session(ExtensionContext context) {
    try {
      return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE);
    } catch (LinkageError olderThan513) {
      return null;
    }
  }

  /** The sandbox; it is started if it does not run. */
  public static FakeBigId of(SandboxSpec spec) {
    return shared(Key.of(spec)).sandbox.bigId;
  }

  private static synchronized Shared shared(Key key) {
    return RUNNING.computeIfAbsent(key, Shared::new);
  }

  private static synchronized StoreEntry lease(Key key) {
    Shared shared = shared(key);
    shared.leases++;
    return new StoreEntry(shared.sandbox, () -> release(key, shared));
  }

  private static void release(Key key, Shared shared) {
    synchronized (SharedSandboxes.class) {
      shared.leases--;
      if (shared.leases > 0) {
        return;
      }
      RUNNING.remove(key);
    }
    shared.sandbox.bigId.close();
  }
}
