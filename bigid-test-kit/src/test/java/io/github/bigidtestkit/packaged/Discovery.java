package io.github.bigidtestkit.packaged;

import java.time.Duration;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.DiscoveryIssueException;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs in a JVM of its own: JUnit is asked for tests, and does not run them. */
final class Discovery {

  static final String LOOKED_FOR = "looked for: ";
  static final String SERVING = "a server is ready";

  /** The second argument where a server is expected, which is made in the background. */
  static final String WAIT = "wait";

  private Discovery() {}

  /** Looks for a class, a method ({@code class#method}) or all of a package ({@code package.*}). */
  public static void main(String[] args) {
    discover(args[0]);
    long limit = System.nanoTime() + Duration.ofSeconds(args[1].equals(WAIT) ? 30 : 0).toNanos();
    while (!serving() && System.nanoTime() < limit) {
      Thread.onSpinWait();
    }
    if (serving()) {
      System.out.println(SERVING);
    }
    System.out.println(LOOKED_FOR + args[0]);
    System.exit(0);
  }

  /** Whether a thread of the I/O library is there. */
  private static boolean serving() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getClass().getName().contains(".xnio."));
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
}
