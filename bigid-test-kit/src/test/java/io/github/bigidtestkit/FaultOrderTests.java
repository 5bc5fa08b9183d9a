package io.github.bigidtestkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.fault.ActiveFault;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.fault.FaultPhase;
import io.github.bigidtestkit.testing.Expect;
import io.github.bigidtestkit.testing.RawHttp;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes over a connection before a fault strikes. */
@Timeout(60)
class FaultOrderTests {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private static final Set<FaultPhase> EARLY =
      EnumSet.of(FaultPhase.BEFORE_BODY, FaultPhase.HANDSHAKE);

  private final FakeBigId bigId = FakeBigId.start();

  @AfterEach
  void stop() {
    bigId.close();
  }

  static Stream<FaultKind> strikingAfterTheRequest() {
    return Arrays.stream(FaultKind.values())
        .filter(kind -> !EARLY.contains(kind.fault().phase()))
        .filter(kind -> kind != FaultKind.CONNECTION_REFUSED);
  }

  @ParameterizedTest
  @MethodSource("strikingAfterTheRequest")
  void an_announced_body_is_asked_for_before_any_other_fault_strikes(FaultKind kind) {
    String[] login = RawHttp.login().split("\r\n\r\n", 2);
    try (ActiveFault fault = bigId.faults().inject(kind).start();
        RawHttp raw = new RawHttp(bigId)) {
      raw.send(login[0] + "\r\nExpect: 100-continue\r\n\r\n");
      assertThat(raw.answer()).startsWith("HTTP/1.1 100 ");
      raw.send(login[1]);
      bigId.journal().await(exchange -> true, LIMIT);
      assertThat(fault.struck()).isEqualTo(1);
    }
    Expect.stillServes(bigId);
  }

  @ParameterizedTest
  @EnumSource(names = {"TRUNCATED_BODY", "STALL", "CONNECTION_CLOSED", "SLOW", "SLOW_BODY"})
  void an_answer_to_an_earlier_call_on_the_connection_arrives_first(FaultKind kind) {
    try (ActiveFault fault = bigId.faults().inject(kind).nth(2).start();
        RawHttp raw = new RawHttp(bigId)) {
      raw.send(RawHttp.login() + RawHttp.login());
      assertThat(raw.answer()).startsWith("HTTP/1.1 200 OK\r\n").contains("auth_token");
      bigId.journal().await(2, exchange -> true, LIMIT);
      assertThat(fault.struck()).isEqualTo(1);
    }
    Expect.stillServes(bigId);
  }
}
