package io.github.bigidtestkit.internal.junit;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.junit.BigIdSandbox;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.launcher.LauncherDiscoveryListener;
import org.junit.platform.launcher.LauncherDiscoveryRequest;

/**
 * Loads what a sandbox needs in the background when JUnit discovers a test class that has one.
 *
 * <p>JUnit's launcher finds it as a service. Nothing happens if no such class is selected by name.
 */
public final class EarlyStart implements LauncherDiscoveryListener {

  /** For the launcher. */
  public EarlyStart() {}

  /** Checks the selected classes. */
  @Override
  public void launcherDiscoveryStarted(LauncherDiscoveryRequest request) {
    if (request.getSelectorsByType(DiscoverySelector.class).stream()
        .anyMatch(EarlyStart::usesSandbox)) {
      ClassPath.check();
      FakeBigId.prepare();
    }
  }

  private static boolean usesSandbox(DiscoverySelector selector) {
    try {
      if (selector instanceof ClassSelector type) {
        return AnnotationSupport.isAnnotated(type.getJavaClass(), BigIdSandbox.class);
      }
      return selector instanceof MethodSelector method
          && AnnotationSupport.isAnnotated(method.getJavaClass(), BigIdSandbox.class);
    } catch (RuntimeException | LinkageError unloadable) {
      return false; // JUnit is about to report it
    }
  }
}
