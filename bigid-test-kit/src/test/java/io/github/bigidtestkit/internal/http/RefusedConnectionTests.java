package io.github.bigidtestkit.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.fault.ActiveFault;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.fault.WireFault;
import io.github.bigidtestkit.testing.Expect;
import io.github.bigidtestkit.testing.RawHttp;
import java.net.ConnectException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that nobody can connect to, and can again. */
@Timeout(60)
class RefusedConnectionTests {

  private final FakeBigId bigId = FakeBigId.start();

  @AfterEach
  void stop() {
    bigId.close();
  }

  @Test
  void connecting_is_refused_until_the_fault_is_cleared() {
    ActiveFault refused = bigId.faults().inject(FaultKind.CONNECTION_REFUSED).start();
    assertRefused();
    ActiveFault again = bigId.faults().inject(FaultKind.CONNECTION_REFUSED).start();
    refused.clear();
    assertRefused();
    again.close();
    assertThat(refused.struck() + again.struck()).isZero();
    Expect.stillServes(bigId);
  }

  @Test
  void connections_that_are_open_are_closed_when_connecting_is_refused() {
    try (RawHttp kept = new RawHttp(bigId)) {
      assertThat(kept.send(RawHttp.login()).answer()).startsWith("HTTP/1.1 200 ");
      try (ActiveFault refused = bigId.faults().inject(FaultKind.CONNECTION_REFUSED).start()) {
        assertThat(kept.closedByServer()).isTrue();
        assertThat(refused.isActive()).isTrue();
      }
    }
  }

  @Test
  void putting_back_listens_again_on_the_same_port() {
    int port = bigId.port();
    ActiveFault refused = bigId.faults().inject(FaultKind.CONNECTION_REFUSED).start();
    assertRefused();
    bigId.reset();
    assertThat(refused.isActive()).isFalse();
    assertThat(bigId.port()).isEqualTo(port);
    Expect.stillServes(bigId);
  }

  @Test
  void a_sandbox_that_refuses_can_be_closed_and_gives_its_port_back() {
    ActiveFault refused = bigId.faults().inject(Fault.connection(WireFault.Kind.REFUSED)).start();
    bigId.close();
    refused.close();
    assertRefused();
    try (FakeBigId next = FakeBigId.start(SandboxConfig.builder().port(bigId.port()).build())) {
      Expect.stillServes(next);
    }
  }

  private void assertRefused() {
    assertThatThrownBy(() -> new RawHttp(bigId)).hasCauseInstanceOf(ConnectException.class);
  }
}
