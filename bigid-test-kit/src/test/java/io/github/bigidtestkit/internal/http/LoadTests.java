package io.github.bigidtestkit.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.testing.RawHttp;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class LoadTests {

  private static final int THREADS = 64;
  private static final int ROUNDS = 157;
  private static final int CALLS = THREADS * ROUNDS * 2;

  @Test
  void twenty_thousand_calls_of_64_threads_are_answered_and_stand_in_order() throws Exception {
    SandboxConfig config = SandboxConfig.builder().journalCapacity(CALLS).build();
    try (FakeBigId bigId = FakeBigId.start(config)) {
      String refresh =
          "POST /api/v1/refresh-access-token HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\nContent-Length: 0\r\n\r\n"
              .formatted(bigId.tokens().userToken("bigid"));
      inParallel(() -> callInTurns(bigId, refresh));
      assertThat(CALLS).isGreaterThan(20_000);
      assertThat(bigId.journal().refused()).isEmpty();
      assertThat(bigId.journal().dropped()).isZero();
      assertThat(bigId.journal().exchanges(Endpoint.SESSIONS)).hasSize(CALLS / 2);
      assertThat(bigId.journal().exchanges(Endpoint.REFRESH)).hasSize(CALLS / 2);
      assertThat(bigId.journal().exchanges().stream().map(Exchange::number).toList())
          .isEqualTo(LongStream.rangeClosed(1, CALLS).boxed().toList());
      assertThat(bigId.journal().exchanges().stream().map(e -> e.issued().id()))
          .doesNotHaveDuplicates();
    }
  }

  private static Void callInTurns(FakeBigId bigId, String refresh) {
    try (RawHttp connection = new RawHttp(bigId)) {
      for (int round = 0; round < ROUNDS; round++) {
        assertThat(connection.send(RawHttp.login()).answer()).startsWith("HTTP/1.1 200 ");
        assertThat(connection.send(refresh).answer()).startsWith("HTTP/1.1 200 ");
      }
    }
    return null;
  }

  private static void inParallel(Callable<Void> task) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Void>> tasks = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        tasks.add(task);
      }
      for (Future<Void> done : pool.invokeAll(tasks)) {
        done.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }
}
