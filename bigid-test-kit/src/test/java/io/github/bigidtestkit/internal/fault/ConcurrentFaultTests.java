package io.github.bigidtestkit.internal.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.fault.ActiveFault;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.fault.TlsFault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Faults that are started and cleared while calls come. */
@Timeout(60)
class ConcurrentFaultTests {

  private static final int CALLERS = 4;

  private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

  @AfterEach
  void stop() {
    callers.shutdownNow();
  }

  @Test
  void a_script_that_starts_while_calls_come_strikes_as_often_as_it_says() throws Exception {
    FaultRoom room = new FaultRoom();
    AtomicBoolean over = new AtomicBoolean();
    List<Future<Integer>> counts = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      counts.add(callers.submit(() -> strikes(room, over)));
    }
    for (int i = 0; i < 100; i++) {
      ActiveFault fault =
          room.inject(Fault.status(503)).times(1).then(Fault.status(502)).times(2).start();
      while (fault.isActive()) {
        Thread.onSpinWait();
      }
      assertThat(fault.struck()).isEqualTo(3);
      fault.close();
    }
    over.set(true);
    int all = 0;
    for (Future<Integer> count : counts) {
      all += count.get();
    }
    assertThat(all).isEqualTo(300);
  }

  private static int strikes(FaultRoom room, AtomicBoolean over) {
    int count = 0;
    while (!over.get()) {
      count += room.login("alice") == null ? 0 : 1;
    }
    return count;
  }

  @Test
  void a_server_that_takes_its_time_keeps_no_fault_from_being_started_or_cleared()
      throws Exception {
    CountDownLatch waiting = new CountDownLatch(1);
    CountDownLatch others = new CountDownLatch(1);
    FaultRegistry faults = new FaultRegistry(new Slow(waiting, others), call -> call, List::of);
    Future<ActiveFault> slow =
        callers.submit(() -> faults.inject(FaultKind.CONNECTION_REFUSED).start());
    assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();
    Future<?> quick =
        callers.submit(
            () -> {
              faults.inject(FaultKind.CONNECTION_REFUSED).start().clear();
              faults.inject(Fault.tls(TlsFault.Kind.RESET)).start().clear();
              faults.clear();
            });
    quick.get(10, TimeUnit.SECONDS);
    others.countDown();
    assertThat(slow.get(10, TimeUnit.SECONDS).isActive()).isFalse();
  }

  /** A server whose first change lasts until others were made. */
  private record Slow(CountDownLatch waiting, CountDownLatch others) implements ConnectionControl {
    @Override
    public void refuse(BooleanSupplier wanted) {
      if (waiting.getCount() > 0) {
        waiting.countDown();
        await(others);
      }
    }

    @Override
    public void renew() {}

    @Override
    public boolean secure() {
      return true;
    }
  }

  @Test
  void a_server_that_takes_its_time_to_renew_connections_holds_up_no_call() throws Exception {
    CountDownLatch waiting = new CountDownLatch(1);
    CountDownLatch others = new CountDownLatch(1);
    FaultRegistry faults =
        new FaultRegistry(
            new ConnectionControl() {
              @Override
              public void refuse(BooleanSupplier wanted) {}

              @Override
              public void renew() {
                waiting.countDown();
                await(others);
              }

              @Override
              public boolean secure() {
                return true;
              }
            },
            call -> call,
            List::of);
    ActiveFault script =
        faults.inject(Fault.status(503)).times(1).then(Fault.tls(TlsFault.Kind.RESET)).start();
    Future<FaultMatch> first = callers.submit(() -> FaultRoom.login(faults));
    assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(callers.submit(() -> FaultRoom.login(faults)).get(10, TimeUnit.SECONDS)).isNull();
    assertThat(callers.submit(script::struck).get(10, TimeUnit.SECONDS)).isEqualTo(1);
    others.countDown();
    assertThat(first.get(10, TimeUnit.SECONDS).fault()).isEqualTo(Fault.status(503));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
