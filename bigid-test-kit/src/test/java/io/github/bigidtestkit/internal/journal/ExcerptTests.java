package io.github.bigidtestkit.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
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

  @Test
  void says_so_where_none_matches() {
    calls(1);
    assertThat(journal.timeline(e -> false)).isEqualTo("No call matches.");
  }
}
