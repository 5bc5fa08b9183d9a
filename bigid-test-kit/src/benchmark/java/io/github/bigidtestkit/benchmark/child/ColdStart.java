package io.github.bigidtestkit.benchmark.child;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One launch: from the first statement of {@code main} to the first login that is answered. Prints
 * that time, and then what the process has become by then.
 */
public final class ColdStart {

  private ColdStart() {}

  public static void main(String[] args) throws Exception {
    long begun = System.nanoTime();
    TestServer server = Servers.make(args[0]);
    int port = server.start();
    RawClient.call(port, server.login());
    long nanos = System.nanoTime() - begun;
    System.out.println("cold " + nanos);
    System.out.flush();
    printProcess();
    server.stop();
    Runtime.getRuntime().halt(0);
  }

  /** Where the system tells: memory, threads, processor time and descriptors. */
  private static void printProcess() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return;
    }
    for (String line : Files.readAllLines(status)) {
      String[] words = line.split("\\s+", -1);
      switch (words[0]) {
        case "VmHWM:" -> System.out.println("rss " + words[1]);
        case "VmRSS:" -> System.out.println("rss-now " + words[1]);
        case "Threads:" -> System.out.println("threads " + words[1]);
        default -> {}
      }
    }
    // Of all threads, also those that have ended, and the compilers'.
    ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .ifPresent(cpu -> System.out.println("cpu " + cpu.toNanos()));
    try (var descriptors = Files.list(Path.of("/proc/self/fd"))) {
      System.out.println("descriptors " + descriptors.count());
    }
  }
}
