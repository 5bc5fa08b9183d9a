package io.github.bigidtestkit.internal.junit;

import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.junit.Lifecycle;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * The sandboxes that the classes of a run share. Static, for JUnit before 5.13 has no store that
 * outlives a class in every build, and static code knows no store at all. Where JUnit has a store
 * for the run, that holds a lease: the last lease that ends closes the sandbox.
 */
public final class SharedSandboxes {

  private static final Namespace NAMESPACE = Namespace.create(SharedSandboxes.class);

  /** Guarded by the class. */
  private static final Map<Key, Shared> RUNNING = new HashMap<>();

  private SharedSandboxes() {}

  /** What sandboxes must have in common to be one. */
  public record Key(SandboxConfig config, boolean reset) {
    public static Key of(SandboxSpec plan) {
      return new Key(plan.config(), plan.reset());
    }
  }

  /** The sandbox for a place in the tests. */
  public static RunningSandbox of(ExtensionContext context, Key key) {
    Store session = SessionStore.of(context, NAMESPACE);
    return session == null ? of(key) : leased(session, key);
  }

  private static RunningSandbox leased(Store session, Key key) {
    Lease lease = session.getOrComputeIfAbsent(key, SharedSandboxes::lease, Lease.class);
    return lease.shared().sandbox;
  }

  /** The sandbox; it is started if it does not run. */
  public static RunningSandbox of(Key key) {
    return shared(key).sandbox;
  }

  private static synchronized Shared shared(Key key) {
    return RUNNING.computeIfAbsent(key, Shared::new);
  }

  private static synchronized Lease lease(Key key) {
    Shared shared = shared(key);
    shared.leases++;
    return new Lease(key, shared);
  }

  private static synchronized @Nullable RunningSandbox release(Lease lease) {
    lease.shared().leases--;
    return lease.shared().leases == 0 && RUNNING.remove(lease.key(), lease.shared())
        ? lease.shared().sandbox
        : null;
  }

  /** A sandbox, and for how many runs it is needed. */
  private static final class Shared {
    final RunningSandbox sandbox;
    int leases;

    Shared(Key key) {
      sandbox = RunningSandbox.start(key.config(), Lifecycle.SHARED);
    }
  }

  /** One run's need of a sandbox. */
  @SuppressWarnings("deprecation") // CloseableResource: see RunningSandbox
  private record Lease(Key key, Shared shared)
      implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    @Override
    public void close() {
      RunningSandbox last = release(this);
      if (last != null) {
        last.close();
      }
    }
  }
}
