package io.github.bigidtestkit.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bigidtestkit.journal.Handshake;
import io.github.bigidtestkit.journal.Journal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Handshakes that are worth a line. */
class HandshakesTests {

  private static final Instant NOON = Instant.parse("2030-06-01T12:00:00Z");

  private final Recorder recorder = new Recorder(2);
  private final Journal journal = recorder;

  private void record(String fault, String failure) {
    recorder.record(
        recorder.clearings(), new Handshake(NOON, Duration.ofSeconds(1), fault, failure));
  }

  @Test
  void they_stand_in_the_timeline_where_no_call_came() {
    record("expired certificate", null);
    record(null, "Received fatal alert: certificate_expired");
    assertThat(journal.timeline())
        .isEqualTo(
            "      12:00:00.000  TLS handshake  fault: expired certificate\n"
                + "      12:00:00.000  TLS handshake  failed: Received fatal alert: certificate_expired");
    assertThat(journal.handshakes()).hasSize(2);
    assertThat(journal.exchanges()).isEmpty();
  }

  @Test
  void the_oldest_are_dropped_and_clearing_forgets_all() {
    record("a", null);
    record("b", null);
    record("c", null);
    assertThat(journal.handshakes()).extracting(Handshake::fault).containsExactly("b", "c");
    long before = recorder.clearings();
    journal.clear();
    recorder.record(before, new Handshake(NOON, Duration.ZERO, "of an earlier test", null));
    assertThat(journal.handshakes()).isEmpty();
    assertThat(journal.timeline()).isEqualTo("No call came to the sandbox.");
  }

  @Test
  void they_are_waited_for_within_a_limit() {
    record("a", null);
    assertThat(journal.awaitHandshake(h -> true, Duration.ofSeconds(9)).fault()).isEqualTo("a");
    assertThatThrownBy(() -> journal.awaitHandshake(h -> false, Duration.ofMillis(1)))
        .isExactlyInstanceOf(AssertionError.class)
        .hasMessage(
            "Waited PT0.001S for 1 matching handshake(s); 0 arrived. The calls that arrived:%n%s",
            journal.timeline());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> journal.awaitHandshake(h -> true, Duration.ZERO))
        .withMessage(
            "Can't wait for [PT0S]. A wait needs a positive limit, such as Duration.ofSeconds(2).");
  }
}
