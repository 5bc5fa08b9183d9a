package io.github.bigidtestkit.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.FaultTable;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.fault.ActiveFault;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.fault.FaultSet;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.Rejection;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.testing.Expect;
import io.github.bigidtestkit.testing.RawHttp;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever goes wrong on purpose, the sandbox itself goes on. */
@Timeout(60)
class SturdinessTests {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** Listening anew and eight megabytes take their time and have tests of their own. */
  private static final Set<FaultKind> SLOW =
      EnumSet.of(
          FaultKind.CONNECTION_REFUSED, FaultKind.HUGE_BODY, FaultKind.SLOW, FaultKind.SLOW_BODY);

  private static final Set<FaultKind> KINDS = kinds();

  private final FakeBigId bigId =
      FakeBigId.start(SandboxConfig.builder().journalCapacity(20_000).build());

  @AfterEach
  void stop() {
    bigId.close();
  }

  /** Zero where the system does not tell. */
  private static long openFiles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }

  private static Set<FaultKind> kinds() {
    Set<FaultKind> kinds = EnumSet.copyOf(FaultSet.ALL.kinds());
    kinds.removeAll(SLOW);
    return kinds;
  }

  private int strikeAll(int rounds) {
    int struck = 0;
    for (int round = 0; round < rounds; round++) {
      for (FaultKind kind : KINDS) {
        struck += strike(kind);
      }
    }
    return struck;
  }

  private int strike(FaultKind kind) {
    int before = bigId.journal().exchanges().size();
    try (ActiveFault fault = bigId.faults().inject(kind).start();
        RawHttp raw = new RawHttp(bigId)) {
      raw.send(RawHttp.login());
      if (FaultTable.stalls(kind)) {
        bigId.journal().await(before + 1, exchange -> true, LIMIT);
      } else {
        raw.answer();
      }
      return fault.struck();
    }
  }

  @Test
  void ten_thousand_faults_leave_neither_threads_nor_connections_behind() {
    int kinds = KINDS.size();
    strikeAll(1);
    int threads = Thread.getAllStackTraces().size();
    long files = openFiles();
    int rounds = 10_000 / kinds + 1;
    int struck = 0;
    for (int round = 0; round < rounds; round++) {
      bigId.journal().clear();
      struck += strikeAll(1);
    }
    assertThat(struck).isEqualTo(rounds * kinds).isGreaterThanOrEqualTo(10_000);
    Expect.stillServes(bigId);
    assertThat(Thread.getAllStackTraces().size()).isLessThan(threads + 10);
    assertThat(openFiles()).isLessThan(files + 50);
  }

  @Test
  void a_stalled_connection_goes_with_its_client() {
    bigId.faults().inject(FaultKind.STALL).on(Endpoint.SESSIONS).start();
    long files = openFiles();
    for (int i = 1; i <= 500; i++) {
      try (RawHttp raw = new RawHttp(bigId)) {
        raw.send(RawHttp.login());
        bigId.journal().await(i, exchange -> true, LIMIT);
      }
    }
    bigId.faults().clear();
    Expect.stillServes(bigId);
    assertThat(openFiles()).isLessThan(files + 50);
  }

  @ParameterizedTest
  @EnumSource(names = {"STALL", "STALL_MID_BODY", "SLOW_BODY"})
  @Timeout(20)
  void closing_ends_a_hundred_calls_that_are_under_way(FaultKind kind) {
    Fault fault = kind == FaultKind.SLOW_BODY ? Fault.drip(1) : kind.fault();
    List<RawHttp> calls = new ArrayList<>();
    try (ActiveFault active = bigId.faults().inject(fault).start()) {
      for (int i = 0; i < 100; i++) {
        calls.add(new RawHttp(bigId).send(RawHttp.login()));
      }
      bigId.journal().await(100, exchange -> true, LIMIT);
      assertThat(active.struck()).isEqualTo(100);
      bigId.close();
      assertThat(bigId.isRunning()).isFalse();
      assertThat(calls).allMatch(call -> call.answer().length() < 1_000);
    } finally {
      calls.forEach(RawHttp::close);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SERVER_ERROR", "CONNECTION_RESET_BEFORE_REQUEST", "ISSUES_EXPIRED"})
  void a_predicate_that_fails_gets_the_call_a_500_that_names_it(FaultKind kind) {
    try (ActiveFault fault =
        bigId
            .faults()
            .inject(kind)
            .when(
                call -> {
                  throw new AssertionError("boom");
                })
            .optional()
            .start()) {
      String explanation =
          "The predicate of fault [%s] failed: java.lang.AssertionError: boom. Let it return false for calls that it does not know."
              .formatted(fault.label());
      try (RawHttp raw = new RawHttp(bigId)) {
        String answer = raw.send(RawHttp.login()).answer();
        assertThat(answer).startsWith("HTTP/1.1 500 ").endsWith(Expect.failure(explanation));
      }
      Exchange last = bigId.journal().last().orElseThrow();
      assertThat(last.rejection()).isEqualTo(new Rejection(Reason.SANDBOX_FAILED, explanation));
      assertThat(last.fault()).isNull();
      assertThat(fault.struck()).isZero();
    }
    Expect.stillServes(bigId);
  }

  @ParameterizedTest
  @EnumSource(FaultKind.class)
  void a_head_request_is_struck_as_any_other(FaultKind kind) {
    if (kind == FaultKind.CONNECTION_REFUSED || FaultSet.TLS.kinds().contains(kind)) {
      return;
    }
    try (ActiveFault fault = bigId.faults().inject(kind).optional().start();
        RawHttp raw = new RawHttp(bigId)) {
      raw.send("HEAD /api/v1/data HTTP/1.1\r\nHost: a\r\n\r\n");
      bigId.journal().await(exchange -> true, LIMIT);
      assertThat(fault.struck())
          .isEqualTo(kind.fault().concerns(Endpoint.RESOURCE) && !needsToken(kind) ? 1 : 0);
    }
    Expect.stillServes(bigId);
  }

  private static boolean needsToken(FaultKind kind) {
    return kind.fault().phase() == io.github.bigidtestkit.fault.FaultPhase.TOKEN_ISSUED;
  }
}
