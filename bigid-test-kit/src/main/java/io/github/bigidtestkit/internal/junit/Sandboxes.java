package io.github.bigidtestkit.internal.junit;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.junit.Lifecycle;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * Finds or starts the sandbox for a place in the tests. All state is in JUnit's stores: a class's
 * sandbox in the store of the outermost class that has one, from where nested classes inherit it; a
 * test's in the store of the test.
 */
public final class Sandboxes {

  /** What an extension was registered with; null if it goes by annotations. */
  private final @Nullable SandboxSpec registered;

  private final Namespace namespace;

  public Sandboxes(@Nullable SandboxSpec registered) {
    this.registered = registered;
    this.namespace =
        registered == null
            ? Namespace.create(Sandboxes.class)
            : Namespace.create(Sandboxes.class, new Object());
  }

  /** Whether this extension is the one to act here; it is not where another one is registered. */
  public boolean inCharge(ExtensionContext context) {
    if (registered != null) {
      Registration.refuseAnnotations(context);
      return true;
    }
    return plan(context) != null || !Registration.isAround(context);
  }

  /** Reads all annotations of the class and, if it shares a sandbox, starts that. */
  public void beginClass(ExtensionContext context) {
    boolean methodsSay =
        registered == null
            && AnnotationReader.onMethods(context.getRequiredTestClass(), plan(context));
    if (methodsSay && plan(context) == null) {
      return;
    }
    SandboxSpec plan = requirePlan(context);
    if (plan.lifecycle() != Lifecycle.PER_METHOD) {
      RunningSandbox sandbox = around(context, plan);
      if (sandbox == null) {
        sandbox = open(context, plan);
      } else if (!sandbox.bigId().config().equals(plan.config())) {
        putBack(sandbox, context, plan);
      }
      announce(context, sandbox);
    }
  }

  private void announce(ExtensionContext context, RunningSandbox sandbox) {
    Class<?> testClass = context.getRequiredTestClass();
    compute(
        context,
        List.of(ClassSandboxes.class, testClass), // not found by the classes within
        ClassSandboxes.Announcement.class,
        () -> ClassSandboxes.announce(testClass, sandbox.bigId()));
  }

  /** The sandbox of the test, if there is one under way, or else of the class. */
  public FakeBigId at(ExtensionContext context) {
    return context.getTestMethod().isPresent()
        ? ofTest(context).bigId()
        : ofClass(context, requirePlan(context)).bigId();
  }

  /** The sandbox that is running here, or null; starts none. */
  public @Nullable FakeBigId running(ExtensionContext context) {
    Store store = context.getStore(namespace);
    TestRun run = store.get(TestRun.class, TestRun.class);
    if (run != null) {
      return run.bigId();
    }
    ClassRun around = store.get(ClassRun.class, ClassRun.class);
    return around == null ? null : around.sandbox().bigId();
  }

  /** Whether a sandbox can be had here: not outside of a test where each test has its own. */
  public boolean available(ExtensionContext context) {
    return context.getTestMethod().isPresent()
        || requirePlan(context).lifecycle() != Lifecycle.PER_METHOD;
  }

  /** The sandbox of a test, put back for it at the first call. */
  public TestRun ofTest(ExtensionContext context) {
    return compute(context, TestRun.class, TestRun.class, () -> begin(context));
  }

  /** Whether tests may be in the sandbox of a test at the same time. */
  public boolean isShared(ExtensionContext context) {
    return !ofTest(context).owned() && !requirePlan(context).reset();
  }

  private TestRun begin(ExtensionContext context) {
    SandboxSpec plan = requirePlan(context);
    String test = name(context);
    RunningSandbox shared = around(context, plan);
    if (shared == null && plan.lifecycle() == Lifecycle.SHARED) {
      shared = SharedSandboxes.of(context, SharedSandboxes.Key.of(plan));
    }
    if (shared == null) {
      return new TestRun(RunningSandbox.start(plan.config(), plan.lifecycle()), test, true);
    }
    if (plan.reset()) {
      shared.enter(test, plan.config());
    }
    return new TestRun(shared, test, false);
  }

  /** How a test is called in messages. An invocation of a template has its method for parent. */
  private static String name(ExtensionContext context) {
    String method = ElementNames.of(context.getRequiredTestMethod());
    boolean invocation = context.getParent().flatMap(ExtensionContext::getTestMethod).isPresent();
    return invocation ? method + ", " + context.getDisplayName() : method;
  }

  /** The sandbox of the class, or of one around it that lives as long. */
  private RunningSandbox ofClass(ExtensionContext context, SandboxSpec plan) {
    RunningSandbox around = around(context, plan);
    return around == null ? open(context, plan) : around;
  }

  /** Keeps a sandbox for the class, to be closed after it. */
  private RunningSandbox open(ExtensionContext context, SandboxSpec plan) {
    ClassRun run = new ClassRun(start(context, plan), plan.lifecycle());
    context.getStore(namespace).put(ClassRun.class, run);
    return run.sandbox();
  }

  private static RunningSandbox start(ExtensionContext context, SandboxSpec plan) {
    if (plan.lifecycle() != Lifecycle.SHARED) {
      return RunningSandbox.start(plan.config(), plan.lifecycle());
    }
    RunningSandbox shared = SharedSandboxes.of(context, SharedSandboxes.Key.of(plan));
    putBack(shared, context, plan); // an earlier class has left its traces
    return shared;
  }

  private @Nullable RunningSandbox around(ExtensionContext context, SandboxSpec plan) {
    ClassRun run = context.getStore(namespace).get(ClassRun.class, ClassRun.class);
    return run != null && run.lifecycle() == plan.lifecycle() ? run.sandbox() : null;
  }

  private static void putBack(RunningSandbox sandbox, ExtensionContext context, SandboxSpec plan) {
    if (plan.reset()) {
      String name = ElementNames.of(context.getRequiredTestClass());
      sandbox.enter(name, plan.config());
      sandbox.leave(name);
    }
  }

  SandboxSpec requirePlan(ExtensionContext context) {
    SandboxSpec plan = plan(context);
    if (plan == null) {
      throw new ExtensionConfigurationException(
          "@BigIdSandbox is missing on [%s], whose tests ask for a sandbox. Put it on the class or on the test method."
              .formatted(ElementNames.of(context.getRequiredTestClass())));
    }
    return plan;
  }

  private @Nullable SandboxSpec plan(ExtensionContext context) {
    SandboxSpec ofClass = classPlan(context);
    return registered != null || context.getTestMethod().isEmpty()
        ? ofClass
        : known(context, context.getRequiredTestMethod(), m -> AnnotationReader.of(m, ofClass));
  }

  private @Nullable SandboxSpec classPlan(ExtensionContext context) {
    return registered != null
        ? registered
        : known(context, context.getRequiredTestClass(), type -> AnnotationReader.ofClass(context));
  }

  /** Reading annotations costs more than putting a sandbox back, so it is done once. */
  private <K extends AnnotatedElement> @Nullable SandboxSpec known(
      ExtensionContext context, K key, Function<K, @Nullable SandboxSpec> read) {
    ExtensionContext classContext = context;
    while (classContext.getTestMethod().isPresent()) {
      classContext = classContext.getParent().orElseThrow();
    }
    List<Object> perClass = List.of(context.getRequiredTestClass(), key);
    return compute(classContext, perClass, Known.class, () -> new Known(read.apply(key))).plan();
  }

  /**
   * A plan that was read; null where there is none. Kept for class and element: stores look into
   * those around them, where a method that both classes inherit has another plan.
   */
  private record Known(@Nullable SandboxSpec plan) {}

  private <T> T compute(ExtensionContext context, Object key, Class<T> type, Supplier<T> start) {
    Store store = context.getStore(namespace);
    return Objects.requireNonNull(
        store.getOrComputeIfAbsent(key, k -> start.get(), type), "stored");
  }
}
