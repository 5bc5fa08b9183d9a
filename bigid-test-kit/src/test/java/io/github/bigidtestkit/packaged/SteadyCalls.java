package io.github.bigidtestkit.packaged;

import com.sun.management.ThreadMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.testing.RawHttp;
import java.lang.management.ManagementFactory;

/**
 * Runs in a JVM of its own, interpreted, so that what is allocated does not depend on what was
 * compiled when. Prints what a call and another sandbox take.
 */
final class SteadyCalls {

  static final String LOGIN = "bytes allocated for a login: ";
  static final String REFRESH = "bytes allocated for a refresh: ";
  static final String DESCRIPTORS = "descriptors of ten more sandboxes: ";
  private static final int CALLS = 200;

  private SteadyCalls() {}

  public static void main(String[] args) {
    try (FakeBigId bigId = FakeBigId.start()) {
      String authorization = "Authorization: Bearer " + bigId.tokens().userToken("bigid") + "\r\n";
      System.out.println(LOGIN + bytesPerCall(bigId, RawHttp.login()));
      System.out.println(
          REFRESH + bytesPerCall(bigId, RawHttp.post("/refresh-access-token", authorization, "")));
    }
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix) {
      System.out.println(DESCRIPTORS + descriptorsOfTen(unix));
    }
  }

  private static long bytesPerCall(FakeBigId bigId, String request) {
    try (RawHttp connection = new RawHttp(bigId)) {
      call(connection, request);
      long before = allocated();
      call(connection, request);
      return (allocated() - before) / CALLS;
    }
  }

  private static void call(RawHttp connection, String request) {
    for (int i = 0; i < CALLS; i++) {
      if (!connection.send(request).answer().startsWith("HTTP/1.1 200 ")) {
        throw new IllegalStateException("not answered");
      }
    }
  }

  /** By all threads but the client's own. */
  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread != Thread.currentThread())
        .mapToLong(thread -> threads.getThreadAllocatedBytes(thread.getId()))
        .sum();
  }

  private static long descriptorsOfTen(UnixOperatingSystemMXBean system) {
    FakeBigId[] sandboxes = new FakeBigId[10];
    FakeBigId.start().close();
    long before = system.getOpenFileDescriptorCount();
    for (int i = 0; i < sandboxes.length; i++) {
      sandboxes[i] = FakeBigId.start();
    }
    long after = system.getOpenFileDescriptorCount();
    for (FakeBigId sandbox : sandboxes) {
      sandbox.close();
    }
    return after - before;
  }
}
