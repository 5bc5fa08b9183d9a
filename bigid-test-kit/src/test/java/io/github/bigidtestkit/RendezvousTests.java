package io.github.bigidtestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bigidtestkit.fault.Rendezvous;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.testing.Expect;
import io.github.bigidtestkit.testing.Http;
import io.github.bigidtestkit.testing.RawHttp;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that are held until enough of them have come. */
@Timeout(60)
class RendezvousTests {

  private static final int CALLS = 32;
  private static final int STAMPEDES = Integer.getInteger("stampedes", 100);
  private static final Duration LONG = Duration.ofSeconds(30);

  private final FakeBigId bigId = FakeBigId.start();
  private final ExecutorService pool = Executors.newFixedThreadPool(CALLS);

  @AfterEach
  void stop() {
    pool.shutdownNow();
    bigId.close();
  }

  private <T> List<Future<T>> inParallel(int count, Callable<T> call) {
    List<Future<T>> calls = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      calls.add(pool.submit(call));
    }
    return calls;
  }

  private List<Future<String>> logins(int count) {
    return inParallel(count, () -> RawHttp.exchange(bigId, RawHttp.login()));
  }

  private static void assertGranted(List<Future<String>> logins) throws Exception {
    for (Future<String> login : logins) {
      assertThat(login.get()).startsWith("HTTP/1.1 200 ");
    }
  }

  private void awaitArrived(Rendezvous meeting, int calls) {
    while (meeting.arrived() < calls) {
      Thread.onSpinWait();
    }
  }

  @Test
  void all_calls_have_come_before_the_first_is_answered() throws Exception {
    try (Rendezvous meeting = bigId.faults().rendezvous(Endpoint.SESSIONS, CALLS, LONG)) {
      assertGranted(logins(CALLS));
      assertThat(meeting.met()).isTrue();
      assertThat(meeting.arrived()).isEqualTo(CALLS);
      assertThat(meeting.limit()).isEqualTo(LONG);
    }
    List<Exchange> all = bigId.journal().exchanges();
    Duration lastCame =
        all.stream().map(Exchange::sinceStart).max(Duration::compareTo).orElseThrow();
    Duration firstAnswered =
        all.stream().map(e -> e.sinceStart().plus(e.took())).min(Duration::compareTo).orElseThrow();
    assertThat(all).hasSize(CALLS);
    assertThat(firstAnswered).isGreaterThan(lastCame);
  }

  @Test
  void calls_of_other_endpoints_and_later_ones_pass() throws Exception {
    try (Rendezvous meeting = bigId.faults().rendezvous(Endpoint.SESSIONS, 2, LONG)) {
      String token = bigId.tokens().userToken("bigid");
      assertThat(Http.refresh(bigId, token).statusCode()).isEqualTo(200);
      assertThat(meeting.arrived()).isZero();
      assertGranted(logins(2));
      assertGranted(logins(3));
      assertThat(meeting.arrived()).isEqualTo(2);
    }
  }

  @Test
  void those_that_came_are_let_go_when_the_limit_has_passed() throws Exception {
    try (Rendezvous meeting =
        bigId.faults().rendezvous(Endpoint.ANY, CALLS, Duration.ofMillis(200))) {
      assertGranted(logins(3));
      assertThat(meeting.arrived()).isEqualTo(3);
      assertThat(meeting.met()).isFalse();
    }
    assertThat(bigId.journal().exchanges())
        .hasSize(3)
        .anyMatch(e -> e.took().compareTo(Duration.ofMillis(200)) >= 0);
  }

  @Test
  void closing_lets_go() throws Exception {
    Rendezvous meeting = bigId.faults().rendezvous(Endpoint.SESSIONS, CALLS, LONG);
    List<Future<String>> held = logins(3);
    awaitArrived(meeting, 3);
    assertThat(bigId.journal().exchanges()).isEmpty();
    meeting.close();
    meeting.close();
    assertGranted(held);
  }

  @Test
  void putting_back_closes_what_is_held() throws Exception {
    Rendezvous meeting = bigId.faults().rendezvous(Endpoint.SESSIONS, CALLS, LONG);
    List<Future<String>> held = logins(3);
    awaitArrived(meeting, 3);
    bigId.reset();
    for (Future<String> login : held) {
      assertThat(login.get()).isEmpty();
    }
    assertGranted(logins(1));
    assertThat(bigId.journal().exchanges()).hasSize(1);
  }

  @Test
  void a_sandbox_that_closes_lets_go() throws Exception {
    Rendezvous meeting = bigId.faults().rendezvous(Endpoint.SESSIONS, CALLS, LONG);
    List<Future<String>> held = logins(3);
    awaitArrived(meeting, 3);
    bigId.close();
    for (Future<String> login : held) {
      assertThat(login.get()).isEmpty();
    }
    meeting.close();
    List<Exchange> given = bigId.journal().await(3, call -> true, LONG);
    assertThat(given).extracting(Exchange::status).containsOnly(0);
  }

  @Test
  void a_meeting_of_nobody_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bigId.faults().rendezvous(Endpoint.ANY, 1, LONG))
        .withMessage("A rendezvous of [1] calls blocks nobody. Expect at least 2.");
    for (Duration limit : List.of(Duration.ZERO, Duration.ofSeconds(-1))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> bigId.faults().rendezvous(Endpoint.ANY, 2, limit))
          .withMessage(
              "A rendezvous with the limit [%s] blocks nobody. Give a positive one, such as Duration.ofSeconds(2).",
              limit);
    }
    Expect.stillServes(bigId);
  }

  /** What every client does that asks "have I a token?" without a lock. */
  @Test
  void clients_that_share_a_token_without_a_lock_all_refresh_it() throws Exception {
    for (int run = 0; run < STAMPEDES; run++) {
      bigId.reset();
      String userToken = bigId.tokens().userToken("bigid");
      AtomicReference<String> shared = new AtomicReference<>();
      try (Rendezvous meeting = bigId.faults().rendezvous(Endpoint.REFRESH, CALLS, LONG)) {
        for (Future<String> call : inParallel(CALLS, naive(shared, userToken)::get)) {
          assertThat(call.get()).isNotNull();
        }
        assertThat(meeting.met()).as("run %s", run).isTrue();
      }
      assertThat(bigId.journal().exchanges(Endpoint.REFRESH)).hasSize(CALLS);
    }
  }

  private Supplier<String> naive(AtomicReference<String> shared, String userToken) {
    return () -> {
      if (shared.get() == null) {
        HttpResponse<String> answer = Http.refresh(bigId, userToken);
        shared.set(Http.field(answer, "systemToken"));
      }
      return shared.get();
    };
  }
}
