package io.github.bigidtestkit.junit;

import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.internal.junit.ElementNames;
import io.github.bigidtestkit.internal.junit.FailureReport;
import io.github.bigidtestkit.internal.junit.Injection;
import io.github.bigidtestkit.internal.junit.SandboxSpec;
import io.github.bigidtestkit.internal.junit.Sandboxes;
import io.github.bigidtestkit.internal.junit.SweptSandbox;
import io.github.bigidtestkit.internal.junit.TestFaults;
import java.lang.reflect.Constructor;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * Runs a sandbox for tests. {@link BigIdSandbox} registers it.
 *
 * <p>A configuration that annotations can't express is registered as a field:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final BigIdSandboxExtension bigId =
 *     new BigIdSandboxExtension(SandboxConfig.builder().systemTokenTtl(ttl).build());
 * }</pre>
 *
 * <p>What is injected and how state is reset is the same as with the annotation. The two can't be
 * combined. With a field that is not static, each test object has a sandbox of its own, unless it
 * is {@link Lifecycle#SHARED}. Holds no state of its own and is thread-safe.
 */
public final class BigIdSandboxExtension
    implements TestInstancePreConstructCallback,
        BeforeAllCallback,
        BeforeEachCallback,
        BeforeTestExecutionCallback,
        AfterTestExecutionCallback,
        TestExecutionExceptionHandler,
        InvocationInterceptor,
        ParameterResolver {

  private final Sandboxes sandboxes;

  /** For JUnit: uses the annotations. */
  public BigIdSandboxExtension() {
    this.sandboxes = new Sandboxes(null);
  }

  /** For {@code @RegisterExtension}: one sandbox for a test class. */
  public BigIdSandboxExtension(SandboxConfig config) {
    this(config, Lifecycle.PER_CLASS);
  }

  /** For {@code @RegisterExtension}: sandboxes of the given lifecycle. */
  public BigIdSandboxExtension(SandboxConfig config, Lifecycle lifecycle) {
    this.sandboxes = new Sandboxes(SandboxSpec.of(config, lifecycle));
  }

  /**
   * Begins the class before JUnit creates one object for all its tests, and has the failure of a
   * constructor explained.
   *
   * <p>JUnit does that before {@link #beforeAll}, and other extensions may look for the sandbox as
   * soon as the object is there.
   */
  @Override
  public void preConstructTestInstance(
      TestInstanceFactoryContext factory, ExtensionContext context) {
    if (context.getTestMethod().isPresent()) {
      sandboxes.explainAtEnd(context);
    } else if (context.getTestInstanceLifecycle().orElseThrow() == PER_CLASS) {
      beforeAll(context);
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    if (sandboxes.isActive(context)) {
      sandboxes.beginClass(context);
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    if (sandboxes.isActive(context)) {
      SweptSandbox.offer(context, sandboxes.at(context), sandboxes.isShared(context));
    }
  }

  @Override
  public void beforeTestExecution(ExtensionContext context) {
    if (sandboxes.isActive(context)) {
      TestFaults.start(context, sandboxes.at(context).faults());
    }
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    if (sandboxes.isActive(context)) {
      TestFaults.end(context, sandboxes.at(context), sandboxes.isShared(context));
    }
  }

  /** Explains a failure at once: what comes after it may clear the journal. */
  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw explained(context, failure);
  }

  /** A dynamic test is a part of a test, but fails by itself. */
  @Override
  public void interceptDynamicTest(
      Invocation<Void> test, DynamicTestInvocationContext dynamic, ExtensionContext context)
      throws Throwable {
    try {
      test.proceed();
    } catch (Throwable failure) {
      throw explained(context, failure);
    }
  }

  private Throwable explained(ExtensionContext context, Throwable failure) {
    FakeBigId bigId = sandboxes.running(context);
    if (bigId != null) {
      FailureReport.add(failure, bigId, context);
    }
    return failure;
  }

  /**
   * Constructors are injected for the test that they are called for, where JUnit (5.12) can say.
   */
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return Injection.supports(parameter) && sandboxes.isActive(context);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (!sandboxes.available(context)) {
      boolean constructor = parameter.getDeclaringExecutable() instanceof Constructor<?>;
      throw new ParameterResolutionException(
          "Parameter [%s]: each test has a sandbox of its own (Lifecycle.PER_METHOD), so there is none outside of a test. Take it in the test method or in @BeforeEach%s, or use Lifecycle.PER_CLASS."
              .formatted(
                  ElementNames.of(parameter.getParameter()),
                  constructor
                      ? ", or give each test an object of its own with JUnit 5.12 or later"
                      : ""));
    }
    return Injection.value(parameter, sandboxes.at(context));
  }
}
