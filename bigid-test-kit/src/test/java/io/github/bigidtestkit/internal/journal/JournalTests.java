package io.github.bigidtestkit.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The journal by itself, without a server. */
class JournalTests {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Endpoint ENDPOINT = Endpoint.SESSIONS;

  private final Recorder recorder = new Recorder(3);
  private final Journal journal = recorder;

  @Test
  void is_empty_at_first() {
    assertThat(journal.exchanges()).isEmpty();
    assertThat(journal.last()).isEmpty();
    assertThat(journal.capacity()).isEqualTo(3);
    assertThat(journal.timeline()).isEqualTo("No call came to the sandbox.");
  }

  @Test
  void drops_the_oldest_and_counts_them() {
    record(5);
    assertThat(journal.exchanges()).extracting(Exchange::number).containsExactly(3L, 4L, 5L);
    assertThat(journal.dropped()).isEqualTo(2);
    assertThat(journal.last()).map(Exchange::number).contains(5L);
    assertThat(journal.timeline()).startsWith("(2 earlier calls are no longer kept)\n  #3  ");
  }

  @Test
  void starts_again_when_cleared() {
    record(5);
    journal.clear();
    assertThat(journal.exchanges()).isEmpty();
    assertThat(journal.dropped()).isZero();
    record(1);
    assertThat(journal.exchanges()).extracting(Exchange::number).containsExactly(1L);
  }

  @Test
  void keeps_no_exchange_that_began_before_it_was_cleared() {
    Recorder.Ticket before = recorder.begin();
    journal.clear();
    Recorder.Ticket after = recorder.begin();
    recorder.record(before, exchange(before.number()));
    assertThat(journal.exchanges()).isEmpty();
    recorder.record(after, exchange(after.number()));
    assertThat(journal.exchanges()).hasSize(1);
  }

  @Test
  void lists_exchanges_as_they_came_not_as_they_ended() {
    Recorder.Ticket first = recorder.begin();
    Recorder.Ticket second = recorder.begin();
    recorder.record(second, exchange(second.number()));
    recorder.record(first, exchange(first.number()));
    assertThat(journal.exchanges()).extracting(Exchange::number).containsExactly(1L, 2L);
    assertThat(journal.last()).map(Exchange::number).contains(2L);
  }

  @Test
  void gives_snapshots_that_do_not_change() {
    record(1);
    var snapshot = journal.exchanges();
    record(1);
    assertThat(snapshot).hasSize(1);
    assertThatThrownBy(() -> snapshot.remove(0)).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void finds_by_endpoint_and_by_condition() {
    record(2);
    assertThat(journal.exchanges(ENDPOINT)).hasSize(2);
    assertThat(journal.exchanges(Endpoint.REFRESH)).isEmpty();
    assertThat(journal.exchanges(e -> e.number() == 2)).hasSize(1);
    assertThat(journal.refused()).isEmpty();
  }

  @Test
  void await_finds_what_is_already_there() {
    record(2);
    assertThat(journal.await(e -> e.number() == 2, SHORT).number()).isEqualTo(2);
    assertThat(journal.await(2, e -> true, SHORT)).hasSize(2);
  }

  @Test
  void await_waits_for_what_comes_later() throws Exception {
    AtomicReference<Thread> waiting = new AtomicReference<>();
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      Future<Exchange> found =
          pool.submit(
              () -> {
                waiting.set(Thread.currentThread());
                return journal.await(e -> e.number() == 2, LONG);
              });
      while (waiting.get() == null || waiting.get().getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
      record(1);
      assertThat(found.isDone()).isFalse();
      record(1);
      assertThat(found.get(20, TimeUnit.SECONDS).number()).isEqualTo(2);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void await_counts_exchanges_that_were_dropped_while_it_waited() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      CountDownLatch looked = new CountDownLatch(1);
      Future<List<Exchange>> found =
          pool.submit(
              () ->
                  journal.await(
                      4,
                      e -> {
                        looked.countDown();
                        return true;
                      },
                      LONG));
      record(2);
      assertThat(looked.await(20, TimeUnit.SECONDS)).isTrue();
      record(2);
      assertThat(found.get(20, TimeUnit.SECONDS))
          .extracting(Exchange::number)
          .containsExactly(1L, 2L, 3L, 4L);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void a_condition_blocks_nobody_who_uses_the_journal() throws Exception {
    record(1);
    CountDownLatch looking = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      Future<Exchange> found =
          pool.submit(
              () ->
                  journal.await(
                      e -> {
                        looking.countDown();
                        return awaited(release);
                      },
                      LONG));
      assertThat(looking.await(20, TimeUnit.SECONDS)).isTrue();
      record(1);
      assertThat(journal.exchanges()).hasSize(2);
      assertThat(journal.timeline()).contains("#2");
      release.countDown();
      assertThat(found.get(20, TimeUnit.SECONDS).number()).isEqualTo(1);
    } finally {
      pool.shutdownNow();
    }
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  @Test
  void await_ends_at_its_limit_though_calls_keep_arriving() {
    record(41);
    Thread flood =
        new Thread(
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                record(1);
              }
            });
    flood.setDaemon(true);
    flood.start();
    try {
      assertTimeoutPreemptively(
          LONG,
          () ->
              assertThatThrownBy(() -> journal.await(e -> false, SHORT))
                  .isInstanceOf(AssertionError.class)
                  .hasMessageStartingWith("Waited PT0.05S for 1 matching exchange(s); 0 arrived.")
                  .hasMessageMatching(
                      "(?s).* The calls that arrived:\\R\\(\\d+ earlier calls are no longer kept\\)\\R.*")
                  .satisfies(late -> assertThat(late.getMessage().lines()).hasSizeBetween(5, 6)));
    } finally {
      flood.interrupt();
    }
  }

  /** A condition that takes its time is asked of what was there, and then no longer. */
  @Test
  void await_asks_no_more_once_its_limit_is_over() {
    record(1);
    AtomicInteger asked = new AtomicInteger();
    assertThatThrownBy(
            () ->
                journal.await(
                    e -> {
                      if (asked.incrementAndGet() == 1) {
                        record(1_000);
                      }
                      long end = System.nanoTime() + SHORT.toNanos();
                      while (System.nanoTime() < end) {
                        Thread.onSpinWait();
                      }
                      return false;
                    },
                    SHORT))
        .isInstanceOf(AssertionError.class);
    assertThat(asked).hasValue(1);
  }

  @Test
  void await_shows_the_last_calls_of_a_journal_that_has_dropped_some() {
    Journal many = Calls.journal(100, 160);
    assertThatThrownBy(() -> many.await(e -> false, SHORT))
        .hasMessageStartingWith(
            String.join(
                System.lineSeparator(),
                "Waited PT0.05S for 1 matching exchange(s); 0 arrived. The calls that arrived:",
                "(60 earlier calls are no longer kept)",
                "      … 62 calls",
                "#123  "))
        .satisfies(late -> assertThat(late.getMessage().lines()).hasSize(41));
  }

  @Test
  void await_fails_with_the_calls_that_came_instead() {
    record(1);
    assertThatThrownBy(() -> journal.await(2, e -> true, SHORT))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "Waited PT0.05S for 2 matching exchange(s); 1 arrived. The calls that arrived:%n"
                    .formatted()
                + "  #1  00:00:00.000  POST /api/v1/sessions  200  1.5 ms");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S"})
  void await_refuses_a_limit_that_is_not_positive(Duration limit) {
    record(1);
    assertThatThrownBy(() -> journal.await(e -> true, limit))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Can't wait for [%s]. A wait needs a positive limit, such as Duration.ofSeconds(2).",
            limit);
  }

  @Test
  void await_refuses_to_wait_for_nothing() {
    assertThatThrownBy(() -> journal.await(0, e -> true, LONG))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Can't wait for [0] exchanges. Wait for at least one.");
  }

  @Test
  void await_ends_when_interrupted_and_leaves_the_flag_set() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> journal.await(e -> true, Duration.ofSeconds(Long.MAX_VALUE)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("Interrupted while waiting for the journal")
          .hasCauseInstanceOf(InterruptedException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private void record(int count) {
    for (int i = 0; i < count; i++) {
      Recorder.Ticket ticket = recorder.begin();
      recorder.record(ticket, exchange(ticket.number()));
    }
  }

  private static Exchange exchange(long number) {
    return new Exchange(
        number,
        Instant.EPOCH,
        Duration.ZERO,
        "POST",
        "/api/v1/sessions",
        null,
        false,
        null,
        Map.of(),
        null,
        ENDPOINT,
        null,
        null,
        null,
        200,
        null,
        null,
        null,
        Duration.ofNanos(1_500_000));
  }
}
