package io.github.bigidtestkit.internal.junit;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.junit.Lifecycle;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * Finds or starts the sandbox for a place in the tests.
 *
 * <p>All state is in JUnit's stores: a class's sandbox in the store of the outermost class that has
 * one, from where nested classes inherit it; a test's in the store of the test.
 */
public final class Sandboxes {

  private static final String OF_CLASS = "class";
  private static final String OF_TEST = "test";

  /** What an extension was registered with; null if it uses annotations. */
  private final @Nullable SandboxSpec registered;

  private final Namespace namespace;

  public Sandboxes(@Nullable SandboxSpec registered) {
    this.registered = registered;
    // Those that are registered are apart; those that annotations bring are one.
    this.namespace =
        Namespace.create(Sandboxes.class, registered == null ? "annotated" : new Object());
  }

  /** Whether this extension acts here; it does not if another one is registered. */
  public boolean isActive(ExtensionContext context) {
    if (registered != null) {
      Registration.refuseAnnotations(context);
      return true;
    }
    return spec(context) != null || !Registration.isAround(context);
  }

  /** Reads the annotations of a class and starts the sandbox that its tests share, if any. */
  public void beginClass(ExtensionContext context) {
    Class<?> testClass = context.getRequiredTestClass();
    if (spec(context) == null && AnnotationReader.onMethods(testClass)) {
      return;
    }
    SandboxSpec spec = requireSpec(context);
    TestFaults.validate(testClass, spec.config().https());
    if (spec.lifecycle() == Lifecycle.PER_METHOD) {
      return;
    }
    RunningSandbox sandbox = ofClass(context, spec);
    // Mostly the same object; the first call of a record's own equals takes tens of milliseconds.
    if (!Objects.equals(sandbox.bigId.config(), spec.config())) {
      reset(sandbox, context, spec);
    }
    // Keyed by the class, as the classes within look into this store too.
    entry(
        context,
        List.of(ClassSandboxes.class, testClass),
        () -> ClassSandboxes.announce(context, sandbox));
  }

  /** The sandbox of the test, reset for it at the first call; outside of tests, of the class. */
  public FakeBigId at(ExtensionContext context) {
    return context.getTestMethod().isPresent()
        ? ofTest(context).bigId
        : ofClass(context, requireSpec(context)).bigId;
  }

  /** The sandbox that is running here, or null; starts none. */
  public @Nullable FakeBigId running(ExtensionContext context) {
    Store store = context.getStore(namespace);
    StoreEntry test = store.get(OF_TEST, StoreEntry.class);
    StoreEntry entry = test == null ? store.get(OF_CLASS, StoreEntry.class) : test;
    return entry == null ? null : entry.sandbox().bigId;
  }

  /**
   * Has a test explained that fails before it has begun, by the calls to the sandbox of its class.
   */
  public void explainAtEnd(ExtensionContext context) {
    Store store = context.getStore(namespace);
    StoreEntry ofClass = store.get(OF_CLASS, StoreEntry.class);
    if (ofClass != null) {
      Object key = List.of(FailureReport.class, context.getUniqueId());
      store.put(key, ending(context, ofClass.sandbox(), () -> {}));
    }
  }

  /** Whether there is a sandbox here; outside of a test there is none if each test has its own. */
  public boolean available(ExtensionContext context) {
    return context.getTestMethod().isPresent()
        || requireSpec(context).lifecycle() != Lifecycle.PER_METHOD;
  }

  /** Whether other tests may use the sandbox of a test at the same time. */
  public boolean isShared(ExtensionContext context) {
    return ofTest(context).lifecycle != Lifecycle.PER_METHOD && !requireSpec(context).reset();
  }

  private RunningSandbox ofTest(ExtensionContext context) {
    return entry(context, OF_TEST, () -> begin(context)).sandbox();
  }

  private StoreEntry begin(ExtensionContext context) {
    SandboxSpec spec = requireSpec(context);
    RunningSandbox around = around(context, spec);
    if (around == null && spec.lifecycle() != Lifecycle.SHARED) {
      RunningSandbox own = new RunningSandbox(spec.config(), Lifecycle.PER_METHOD);
      return ending(context, own, own.bigId::close);
    }
    RunningSandbox shared = around == null ? SharedSandboxes.of(context, spec) : around;
    String test = name(context);
    if (spec.reset()) {
      shared.enter(test, spec.config());
    }
    return ending(context, shared, () -> shared.leave(test));
  }

  private static StoreEntry ending(
      ExtensionContext context, RunningSandbox sandbox, Runnable onClose) {
    return new StoreEntry(
        sandbox,
        () -> {
          FailureReport.atEnd(context, sandbox.bigId);
          onClose.run();
        });
  }

  /** How messages name a test. An invocation of a template has its method for parent. */
  private static String name(ExtensionContext context) {
    String method = ElementNames.of(context);
    boolean invocation = context.getParent().flatMap(ExtensionContext::getTestMethod).isPresent();
    return invocation ? method + ", " + context.getDisplayName() : method;
  }

  /** The sandbox of the class, or of one around it with the same lifecycle. */
  private RunningSandbox ofClass(ExtensionContext context, SandboxSpec spec) {
    RunningSandbox around = around(context, spec);
    return around == null ? open(context, spec) : around;
  }

  private @Nullable RunningSandbox around(ExtensionContext context, SandboxSpec spec) {
    StoreEntry entry = context.getStore(namespace).get(OF_CLASS, StoreEntry.class);
    return entry != null && entry.sandbox().lifecycle == spec.lifecycle() ? entry.sandbox() : null;
  }

  /** Keeps a sandbox for the class, to be closed after it unless other classes share it. */
  private RunningSandbox open(ExtensionContext context, SandboxSpec spec) {
    boolean shared = spec.lifecycle() == Lifecycle.SHARED;
    RunningSandbox sandbox =
        shared
            ? SharedSandboxes.of(context, spec)
            : new RunningSandbox(spec.config(), spec.lifecycle());
    if (shared) {
      reset(sandbox, context, spec); // an earlier class has left its traces
    }
    Runnable onClose = shared ? () -> {} : sandbox.bigId::close;
    context.getStore(namespace).put(OF_CLASS, new StoreEntry(sandbox, onClose));
    return sandbox;
  }

  private static void reset(RunningSandbox sandbox, ExtensionContext context, SandboxSpec spec) {
    if (spec.reset()) {
      String name = ElementNames.of(context);
      sandbox.enter(name, spec.config());
      sandbox.leave(name);
    }
  }

  private SandboxSpec requireSpec(ExtensionContext context) {
    SandboxSpec spec = spec(context);
    if (spec == null) {
      throw new ExtensionConfigurationException(
          "@BigIdSandbox is missing on [%s], whose tests ask for a sandbox. Put it on the class or on the test method."
              .formatted(ElementNames.of(context.getRequiredTestClass())));
    }
    return spec;
  }

  private @Nullable SandboxSpec spec(ExtensionContext context) {
    if (registered != null) {
      return registered;
    }
    Class<?> testClass = context.getRequiredTestClass();
    SandboxSpec ofClass = known(context, testClass, () -> AnnotationReader.ofClass(context));
    Method method = context.getTestMethod().orElse(null);
    return method == null
        ? ofClass
        : known(context, method, () -> AnnotationReader.of(method, ofClass));
  }

  /**
   * A specification that was read; null if there is none. Kept for class and element: stores look
   * into those around them, where a method that both classes inherit has another one.
   */
  private record Known(@Nullable SandboxSpec spec) {}

  /** Reading annotations costs more than resetting a sandbox, so it is done once. */
  private @Nullable SandboxSpec known(
      ExtensionContext context, AnnotatedElement element, Supplier<@Nullable SandboxSpec> read) {
    ExtensionContext ofClass = context;
    while (ofClass.getTestMethod().isPresent()) {
      ofClass = ofClass.getParent().orElseThrow();
    }
    List<Object> key = List.of(context.getRequiredTestClass(), element);
    return Objects.requireNonNull(
            ofClass
                .getStore(namespace)
                .getOrComputeIfAbsent(key, any -> new Known(read.get()), Known.class))
        .spec();
  }

  private StoreEntry entry(ExtensionContext context, Object key, Supplier<StoreEntry> start) {
    Store store = context.getStore(namespace);
    return Objects.requireNonNull(
        store.getOrComputeIfAbsent(key, any -> start.get(), StoreEntry.class));
  }
}
