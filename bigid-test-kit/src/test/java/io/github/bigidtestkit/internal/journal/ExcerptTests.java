package io.github.bigidtestkit.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.fault.Rendezvous;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.Journal;
import io.github.bigidtestkit.testing.Http;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A part of the timeline: the calls that match, between their neighbours. */
class ExcerptTests {

  private final FakeBigId bigId = FakeBigId.start();
  private final Journal journal = bigId.journal();

  @BeforeEach
  void freeze() {
    bigId.clock().freeze();
  }

  @AfterEach
  void stop() {
    bigId.close();
  }

  private List<Exchange> calls(int count) {
    for (int i = 0; i < count; i++) {
      Http.call(bigId, "GET", "/" + i);
    }
    return journal.exchanges();
  }

  private static String lines(Object... lines) {
    return String.join("\n", List.of(lines).stream().map(Object::toString).toList());
  }

  @Test
  void leaves_out_what_is_far_from_a_match_and_counts_it() {
    List<Exchange> all = calls(9);
    assertThat(journal.timeline(e -> e.number() == 4 || e.number() == 8))
        .isEqualTo(
            lines(
                "      … 2 calls",
                all.get(2),
                all.get(3),
                all.get(4),
                "      … 1 call",
                all.get(6),
                all.get(7),
                all.get(8)));
  }

  @Test
  void is_the_whole_timeline_where_all_match() {
    calls(2);
    bigId.clock().advance(Duration.ofMinutes(1));
    calls(1);
    assertThat(journal.timeline(e -> true))
        .isEqualTo(journal.timeline())
        .contains("… +1 min (clock moved)");
  }

  @Test
  void shows_the_pause_since_the_call_that_is_shown_before() {
    calls(1);
    bigId.clock().advance(Duration.ofMinutes(1));
    calls(4);
    bigId.clock().advance(Duration.ofMinutes(2));
    List<Exchange> all = calls(1);
    assertThat(journal.timeline(e -> e.number() == 1 || e.number() == 6))
        .isEqualTo(
            lines(
                all.get(0),
                "      … +1 min (clock moved)",
                all.get(1),
                "      … 2 calls",
                all.get(4),
                "      … +2 min (clock moved)",
                all.get(5)));
  }

  private static List<String> shown(String excerpt) {
    return excerpt.lines().map(line -> line.strip().replaceAll("^(#\\d+) .*", "$1")).toList();
  }

  @Test
  void shows_what_moved_the_clock_though_it_is_far_from_a_match() {
    calls(2);
    bigId.clock().advance(Duration.ofMinutes(16));
    calls(9);
    assertThat(shown(journal.timeline(e -> e.number() == 8)))
        .containsExactly(
            "… 1 call",
            "#2",
            "… +16 min (clock moved)",
            "#3",
            "… 3 calls",
            "#7",
            "#8",
            "#9",
            "… 2 calls");
  }

  @Test
  void has_at_most_forty_lines() {
    calls(50);
    bigId.clock().advance(Duration.ofMinutes(16));
    calls(100);
    List<String> shown = shown(journal.timeline(e -> e.number() > 2));
    assertThat(shown)
        .hasSize(40)
        .startsWith("… 1 call", "#2", "#3")
        .containsSequence("#50", "… +16 min (clock moved)", "#51")
        .last()
        .isEqualTo("#150");
  }

  @Test
  void of_a_failure_shows_the_last_calls_the_failed_ones_and_what_moved_the_clock() {
    bigId.resources().protect("GET", "/ok", null, "{}");
    String token = bigId.tokens().systemToken("bigid");
    for (int i = 1; i <= 3_000; i++) {
      if (i == 1_500) {
        bigId.clock().advance(Duration.ofMinutes(16));
      }
      Http.get(bigId, i == 500 || i == 2_500 ? "/none" : "/ok", token);
    }
    List<String> shown = shown(Timeline.brief(journal));
    assertThat(shown)
        .hasSize(40)
        .containsSequence("#499", "#500", "#501")
        .containsSequence("#1499", "… +16 min (clock moved)", "#1500")
        .containsSequence("#2499", "#2500", "#2501")
        .endsWith("#2998", "#2999", "#3000");
  }

  @Test
  void of_a_failure_tells_of_calls_that_still_wait() throws InterruptedException {
    Thread client = new Thread(() -> Http.login(bigId, "bigid", "learner"));
    try (Rendezvous meeting =
        bigId.faults().rendezvous(Endpoint.SESSIONS, 2, Duration.ofSeconds(20))) {
      client.start();
      while (meeting.arrived() == 0) {
        Thread.onSpinWait();
      }
      assertThat(Timeline.brief(journal)).isEqualTo("(1 call is not answered yet)");
      List<Exchange> all = calls(1);
      assertThat(Timeline.brief(journal))
          .isEqualTo(lines("(1 call is not answered yet)", all.get(0)));
    }
    client.join();
    assertThat(Timeline.brief(journal)).isEqualTo(journal.timeline());
  }

  @Test
  void of_a_failure_is_the_whole_timeline_if_that_is_short() {
    calls(40);
    assertThat(Timeline.brief(journal)).isEqualTo(journal.timeline());
    calls(1);
    assertThat(Timeline.brief(journal)).isNotEqualTo(journal.timeline());
  }

  @Test
  void says_so_where_none_matches() {
    calls(1);
    assertThat(journal.timeline(e -> false)).isEqualTo("No call matches.");
  }
}
