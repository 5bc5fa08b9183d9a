package io.github.bigidtestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.Hold;
import io.github.bigidtestkit.fault.Rendezvous;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.testing.Http;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that are held until the test releases them. */
@Timeout(60)
class HoldTests {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final FakeBigId bigId =
      FakeBigId.start(
          SandboxConfig.builder()
              .users(User.of("alice", "s3cret"), User.of("bob", "pa55word"), User.of("eve", "x"))
              .build());
  private final ExecutorService pool = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    pool.shutdownNow();
    bigId.close();
  }

  private Future<Integer> refresh(String user) {
    String token = bigId.tokens().userToken(user);
    return pool.submit(() -> Http.refresh(bigId, token).statusCode());
  }

  /** One call of each user, in this order. */
  private List<Future<Integer>> held(Hold hold, String... users) {
    List<Future<Integer>> calls = new ArrayList<>();
    for (String user : users) {
      calls.add(refresh(user));
      hold.awaitHeld(calls.size(), LONG);
    }
    return calls;
  }

  /** The users in the order in which their calls were answered. */
  private List<String> answered() {
    return bigId.journal().since(0, 100).exchanges().stream().map(Exchange::user).toList();
  }

  private static void assertGranted(List<Future<Integer>> calls) throws Exception {
    for (Future<Integer> call : calls) {
      assertThat(call.get()).isEqualTo(200);
    }
  }

  @RepeatedTest(20)
  void calls_are_answered_in_the_order_in_which_they_are_released() throws Exception {
    try (Hold hold = bigId.faults().hold(Endpoint.REFRESH)) {
      List<Future<Integer>> calls = held(hold, "alice", "bob", "eve");
      hold.release(2, 3, 1);
      assertGranted(calls);
      assertThat(answered()).containsExactly("bob", "eve", "alice");
    }
  }

  @RepeatedTest(20)
  void all_are_answered_in_the_order_in_which_they_came_after_those_released_before()
      throws Exception {
    try (Hold hold = bigId.faults().hold(Endpoint.REFRESH)) {
      List<Future<Integer>> calls = held(hold, "alice", "bob", "eve");
      hold.release(3);
      hold.release();
      assertGranted(calls);
      assertThat(answered()).containsExactly("eve", "alice", "bob");
    }
  }

  @Test
  void later_calls_are_held_and_numbered_on() throws Exception {
    try (Hold hold = bigId.faults().hold(Endpoint.REFRESH)) {
      List<Future<Integer>> calls = held(hold, "alice");
      hold.release();
      assertGranted(calls);
      List<Future<Integer>> later = held(hold, "bob");
      assertThat(hold.arrived()).isEqualTo(2);
      assertThat(answered()).containsExactly("alice");
      hold.release(2);
      assertGranted(later);
    }
    assertGranted(List.of(refresh("eve")));
  }

  @Test
  void other_endpoints_are_served_however_many_calls_are_held() throws Exception {
    try (Hold hold = bigId.faults().hold(Endpoint.REFRESH)) {
      List<Future<Integer>> calls = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        calls.add(refresh("alice"));
      }
      hold.awaitHeld(200, LONG);
      assertThat(Http.login(bigId, "alice", "s3cret").statusCode()).isEqualTo(200);
      hold.release();
      assertGranted(calls);
    }
  }

  @Test
  void a_call_that_a_fault_delays_does_not_stop_the_next() throws Exception {
    try (Hold hold = bigId.faults().hold(Endpoint.REFRESH)) {
      bigId.faults().inject(Fault.delay(LONG)).forUser("alice").start();
      List<Future<Integer>> calls = held(hold, "alice", "bob");
      hold.release();
      assertGranted(calls.subList(1, 2));
      assertThat(calls.get(0)).isNotDone();
    }
  }

  @Test
  void a_client_that_has_gone_does_not_stop_the_next() throws Exception {
    try (Hold hold = bigId.faults().hold(Endpoint.REFRESH)) {
      Future<Integer> gone = refresh("alice");
      hold.awaitHeld(1, LONG);
      gone.cancel(true);
      Future<Integer> other = refresh("bob");
      hold.awaitHeld(2, LONG);
      hold.release(1, 2);
      assertGranted(List.of(other));
      assertThat(answered()).containsExactly("alice", "bob");
    }
  }

  @Test
  void the_limit_ends_it() throws Exception {
    try (Hold hold = bigId.faults().hold(Endpoint.REFRESH, Duration.ofMillis(200))) {
      assertThat(hold.limit()).isEqualTo(Duration.ofMillis(200));
      assertGranted(List.of(refresh("alice"), refresh("bob"), refresh("eve")));
      assertThat(hold.arrived()).isPositive();
      assertThatExceptionOfType(AssertionError.class)
          .isThrownBy(() -> hold.awaitHeld(1, LONG))
          .withMessageEndingWith(" arrived and 0 of them are held, as the hold is over.");
    }
  }

  @Test
  void whoever_waits_for_too_many_is_told_how_many_there_are() throws Exception {
    try (Hold hold = bigId.faults().hold(Endpoint.REFRESH)) {
      List<Future<Integer>> calls = held(hold, "alice", "bob");
      hold.release(1);
      assertThatExceptionOfType(AssertionError.class)
          .isThrownBy(() -> hold.awaitHeld(2, Duration.ofMillis(20)))
          .withMessage(
              "Waited PT0.02S for 2 held call(s) to REFRESH; 2 arrived and 1 of them are held.");
      assertThat(calls.get(0).get()).isEqualTo(200);
    }
  }

  @Test
  void clearing_all_faults_ends_a_wait() throws Exception {
    Hold hold = bigId.faults().hold(Endpoint.REFRESH);
    Callable<Void> wait =
        () -> {
          hold.awaitHeld(1, LONG);
          return null;
        };
    Future<Void> waiting = pool.submit(wait);
    bigId.faults().clear();
    assertThat(waiting).failsWithin(LONG);
  }

  @Test
  void an_interrupted_wait_ends() {
    try (Hold hold = bigId.faults().hold(Endpoint.REFRESH)) {
      Thread.currentThread().interrupt();
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(() -> hold.awaitHeld(1, LONG))
          .withMessage("Interrupted while waiting for held calls");
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void what_is_not_held_is_not_released() throws Exception {
    try (Hold hold = bigId.faults().hold(Endpoint.REFRESH)) {
      List<Future<Integer>> calls = held(hold, "alice", "bob");
      for (int[] next : List.of(new int[] {3}, new int[] {1})) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> hold.release(1, next))
            .withMessage(
                "Call [%s] can't be released: held are [1, 2]. Wait for it with awaitHeld, and name each once.",
                next[0]);
      }
      assertThat(answered()).isEmpty();
      hold.release();
      assertGranted(calls);
    }
  }

  @Test
  void a_rendezvous_is_a_hold_that_ends_by_itself() throws Exception {
    try (Rendezvous meeting = bigId.faults().rendezvous(Endpoint.REFRESH, 3, LONG)) {
      List<Future<Integer>> calls = held(meeting, "alice", "bob");
      meeting.release(2);
      assertThat(calls.get(1).get()).isEqualTo(200);
      assertThat(refresh("eve").get()).isEqualTo(200);
      assertThat(calls.get(0).get()).isEqualTo(200);
      assertThat(meeting.met()).isTrue();
    }
  }

  @Test
  void limits_and_numbers_that_make_no_sense_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bigId.faults().hold(Endpoint.REFRESH, Duration.ZERO))
        .withMessage(
            "A hold with the limit [PT0S] blocks nobody. Give a positive one, such as Duration.ofSeconds(2).");
    try (Hold hold = bigId.faults().hold(Endpoint.REFRESH)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> hold.awaitHeld(0, LONG))
          .withMessage(
              "Can't wait [PT30S] for [0] held calls. Wait for at least one, with a positive limit, such as Duration.ofSeconds(2).");
    }
  }
}
