package io.github.bigidtestkit.budget;

import java.util.List;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.DiscoveryIssueException;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs in a JVM of its own: JUnit is asked for tests, and does not run them. */
final class Discovery {

  static final String LOOKED_FOR = "looked for: ";
  static final String THREAD = "thread of the sandbox: ";

  private Discovery() {}

  /** Looks for a class, a method ({@code class#method}) or all of a package ({@code package.*}). */
  public static void main(String[] args) throws InterruptedException {
    discover(args[0]);
    for (Thread thread : threads("bigid-test-kit start")) {
      thread.join();
    }
    threads("bigid-test-kit ").forEach(thread -> System.out.println(THREAD + thread.getName()));
    System.out.println(LOOKED_FOR + args[0]);
    System.exit(0);
  }

  private static void discover(String name) {
    try {
      LauncherFactory.create()
          .discover(LauncherDiscoveryRequestBuilder.request().selectors(selector(name)).build());
    } catch (DiscoveryIssueException noSuchClass) {
      System.out.println("JUnit found nothing of that name");
    }
  }

  private static DiscoverySelector selector(String name) {
    if (name.endsWith(".*")) {
      return DiscoverySelectors.selectPackage(name.substring(0, name.length() - 2));
    }
    return name.contains("#")
        ? DiscoverySelectors.selectMethod(name)
        : DiscoverySelectors.selectClass(name);
  }

  private static List<Thread> threads(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith(name))
        .toList();
  }
}
