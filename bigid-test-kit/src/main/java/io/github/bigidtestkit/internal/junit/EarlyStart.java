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
 * Begins to load what a sandbox needs as soon as JUnit is asked for a test class that has one, so
 * that it is there when JUnit comes to the class. Found by JUnit's launcher as a service; where no
 * such class is asked for by name, nothing happens.
 */
public final class EarlyStart implements LauncherDiscoveryListener {

  /** For the launcher. */
  public EarlyStart() {}

  /** Looks at the classes that are asked for. */
  @Override
  public void launcherDiscoveryStarted(LauncherDiscoveryRequest request) {
    for (DiscoverySelector selector : request.getSelectorsByType(DiscoverySelector.class)) {
      if (usesSandbox(selector)) {
        FakeBigId.prepare();
        return;
      }
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
      return false; // which JUnit is about to say
    }
  }
}
