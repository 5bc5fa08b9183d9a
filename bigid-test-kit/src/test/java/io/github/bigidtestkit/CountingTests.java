package io.github.bigidtestkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.fault.ActiveFault;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.testing.Http;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is counted is counted exactly, however many call at once, and nobody waits for a test. */
@Timeout(60)
class CountingTests {

  private static final int CALLERS = 32;

  private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

  @AfterEach
  void stop() {
    callers.shutdownNow();
  }

  private <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
    List<T> results = new ArrayList<>();
    for (Future<T> done : callers.invokeAll(Collections.nCopies(times, call))) {
      results.add(done.get());
    }
    return results;
  }

  @RepeatedTest(5)
  void as_many_wrong_passwords_are_told_as_lock_the_user() throws Exception {
    SandboxConfig config =
        SandboxConfig.builder().user("alice", "s3cret").lockout(5, Duration.ofHours(1)).build();
    try (FakeBigId bigId = FakeBigId.start(config)) {
      atOnce(CALLERS, () -> Http.login(bigId, "alice", "wrong").statusCode());
      Predicate<Exchange> wrong = call -> call.rejection().reason() == Reason.WRONG_PASSWORD;
      assertThat(bigId.journal().exchanges()).hasSize(CALLERS);
      assertThat(bigId.journal().exchanges(wrong)).hasSize(5);
      assertThat(bigId.journal().exchanges(wrong.negate()))
          .allMatch(call -> call.rejection().reason() == Reason.LOCKED_USER);
    }
  }

  @Test
  void a_predicate_that_waits_keeps_the_fault_from_nobody() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    try (FakeBigId bigId = FakeBigId.start()) {
      ActiveFault fault =
          bigId
              .faults()
              .inject(Fault.status(503))
              .when(
                  call -> {
                    asked.countDown();
                    return await(answer);
                  })
              .times(1)
              .start();
      Future<Integer> status =
          callers.submit(() -> Http.login(bigId, "bigid", "learner").statusCode());
      assertThat(await(asked)).isTrue();
      assertThat(callers.submit(fault::struck).get(5, TimeUnit.SECONDS)).isZero();
      assertThat(callers.submit(fault::isActive).get(5, TimeUnit.SECONDS)).isTrue();
      assertThat(callers.submit(fault::toString).get(5, TimeUnit.SECONDS)).contains("struck 0");
      answer.countDown();
      assertThat(status.get(5, TimeUnit.SECONDS)).isEqualTo(503);
      assertThat(fault.struck()).isEqualTo(1);
    }
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
