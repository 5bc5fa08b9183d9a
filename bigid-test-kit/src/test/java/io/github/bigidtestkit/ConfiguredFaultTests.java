package io.github.bigidtestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bigidtestkit.fault.ActiveFault;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.fault.PlannedFault;
import io.github.bigidtestkit.testing.RawHttp;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;

/** Faults that are part of a configuration. */
class ConfiguredFaultTests {

  private static final SandboxConfig CONFIG =
      SandboxConfig.builder()
          .faults(PlannedFault.of(FaultKind.SERVER_ERROR).on(Endpoint.SESSIONS).times(1))
          .build();

  @Test
  void strike_from_the_start() {
    try (FakeBigId bigId = FakeBigId.start(CONFIG)) {
      assertThat(RawHttp.exchange(bigId, RawHttp.login())).startsWith("HTTP/1.1 500 ");
      assertThat(RawHttp.exchange(bigId, RawHttp.login())).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void start_anew_with_each_reset() {
    try (FakeBigId bigId = FakeBigId.start(CONFIG)) {
      RawHttp.exchange(bigId, RawHttp.login());
      bigId.faults().inject(FaultKind.SLOW).start();
      bigId.reset();

      assertThat(bigId.faults().active())
          .extracting(ActiveFault::label)
          .containsExactly("status 500, 1 time(s), on SESSIONS");
      assertThat(RawHttp.exchange(bigId, RawHttp.login())).startsWith("HTTP/1.1 500 ");
    }
  }

  @Test
  void can_refuse_connections_from_the_start_until_they_are_cleared() {
    SandboxConfig config =
        SandboxConfig.builder().faults(PlannedFault.of(FaultKind.CONNECTION_REFUSED)).build();
    try (FakeBigId bigId = FakeBigId.start(config)) {
      assertThatExceptionOfType(UncheckedIOException.class)
          .isThrownBy(() -> RawHttp.exchange(bigId, RawHttp.login()))
          .withCauseInstanceOf(ConnectException.class);
      bigId.faults().clear();
      assertThat(RawHttp.exchange(bigId, RawHttp.login())).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void of_handshakes_need_tls() {
    SandboxConfig.Builder builder =
        SandboxConfig.builder().faults(PlannedFault.of(FaultKind.HANDSHAKE_RESET));

    assertThatIllegalArgumentException()
        .isThrownBy(builder::build)
        .withMessage(
            "Fault [connection reset during the TLS handshake] needs a sandbox with TLS. Set https = true in @BigIdSandbox, or https(true) in its SandboxConfig.");
    assertThat(builder.https(true).build().faults()).hasSize(1);
  }

  @Test
  void are_copied_with_the_configuration() {
    assertThat(CONFIG.toBuilder().build()).isEqualTo(CONFIG);
  }
}
