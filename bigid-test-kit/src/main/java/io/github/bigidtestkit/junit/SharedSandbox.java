package io.github.bigidtestkit.junit;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.internal.junit.AnnotationReader;
import io.github.bigidtestkit.internal.junit.SandboxSpec;
import io.github.bigidtestkit.internal.junit.SharedSandboxes;

/**
 * Finds a sandbox of {@link Lifecycle#SHARED} for code that runs before JUnit can inject it.
 *
 * <p>Such code is a static field, or a static method that a framework calls:
 *
 * <pre>{@code
 * static final CatalogClient CLIENT =
 *     new CatalogClient(SharedSandbox.of(CatalogTests.class).baseUrl());
 * }</pre>
 *
 * <p>It is the same sandbox that the tests use. If it does not run yet, it is started, and the
 * first test class of the run that shares it takes it over; if there is none, it lives until the
 * JVM ends. Don't close it. Thread-safe.
 */
public final class SharedSandbox {

  private SharedSandbox() {}

  /**
   * The sandbox that a test class shares.
   *
   * @param testClass a class with {@link BigIdSandbox}: its own, inherited, or of the class that it
   *     is nested in
   * @throws IllegalArgumentException if the class has none or another lifecycle
   * @throws org.junit.jupiter.api.extension.ExtensionConfigurationException if the annotation is
   *     wrong
   * @throws java.io.UncheckedIOException if the sandbox can't listen on its port
   */
  public static FakeBigId of(Class<?> testClass) {
    return SharedSandboxes.of(AnnotationReader.shared(testClass));
  }

  /**
   * The sandbox that is shared by classes which register {@code new BigIdSandboxExtension(config,
   * Lifecycle.SHARED)}, or declare the same by annotation.
   *
   * @throws java.io.UncheckedIOException if the sandbox can't listen on its port
   */
  public static FakeBigId of(SandboxConfig config) {
    return SharedSandboxes.of(SandboxSpec.of(config, Lifecycle.SHARED));
  }
}
