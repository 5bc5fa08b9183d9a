package io.github.bigidtestkit.benchmark.child;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs the copies of a test class through JUnit's launcher. Prints the time from the first
 * statement of {@code main} to the end of the last class, what each class took, and the heap in use
 * after some of them.
 */
public final class SuiteRun implements TestExecutionListener {

  private final long begun = System.nanoTime();
  private final int heapEvery;
  private final List<Long> classes = new ArrayList<>();
  private final List<Long> heaps = new ArrayList<>();
  private long last = begun;

  private SuiteRun(int heapEvery) {
    this.heapEvery = heapEvery;
  }

  public static void main(String[] args) {
    SuiteRun run = new SuiteRun(Integer.parseInt(args[3]));
    run.execute(args[0], Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    Runtime.getRuntime().halt(0);
  }

  private void execute(String name, int from, int to) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(IntStream.range(from, to).mapToObj(i -> selectClass(name + i)).toList())
            .build();
    LauncherFactory.create().execute(request, this);
    System.out.println("suite " + (last - begun));
    if (classes.size() != to - from) {
      throw new IllegalStateException(classes.size() + " classes ran");
    }
    System.out.println("classes " + words(classes));
    System.out.println("heaps " + words(heaps));
    System.out.flush();
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (result.getThrowable().isPresent()) {
      throw new IllegalStateException(result.getThrowable().get());
    }
    if (test.isContainer() && test.getParentId().isPresent()) {
      long now = System.nanoTime();
      classes.add(now - last);
      last = now;
      if (heapEvery > 0 && classes.size() % heapEvery == 0) {
        heaps.add(heapInUse());
        last = System.nanoTime();
      }
    }
  }

  private static long heapInUse() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static String words(List<Long> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }
}
