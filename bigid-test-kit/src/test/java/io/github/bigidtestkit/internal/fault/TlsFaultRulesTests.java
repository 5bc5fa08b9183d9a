package io.github.bigidtestkit.internal.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.fault.ActiveFault;
import io.github.bigidtestkit.fault.Call;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.fault.FaultPhase;
import io.github.bigidtestkit.fault.TlsFault;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Where faults of handshakes can be aimed, and what is reported of those that never struck. */
class TlsFaultRulesTests {

  private static final Fault FAULT = Fault.tls(TlsFault.Kind.CERTIFICATE_EXPIRED);

  private final FaultRoom room = new FaultRoom(true);

  private static void refuses(ThrowingCallable wrong, String message) {
    assertThatIllegalArgumentException().isThrownBy(wrong).withMessage(message);
  }

  @Test
  void they_need_tls() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FaultRoom().inject(FAULT).start())
        .withMessage(
            "Fault [expired certificate] needs a sandbox with TLS. Set https = true in @BigIdSandbox, or https(true) in its SandboxConfig.");
  }

  @Test
  void they_strike_before_it_is_known_what_for() {
    String message =
        "Fault [expired certificate] can't be limited to some calls: it applies before any is made. Use times, nth, every or between.";
    refuses(() -> room.inject(FAULT).on(Endpoint.REFRESH), message);
    refuses(() -> room.inject(FAULT).forUser("alice"), message);
    refuses(
        () -> room.inject(Fault.status(500)).on(Endpoint.REFRESH).times(1).then(FAULT), message);
    refuses(
        () -> room.inject(FAULT).when(call -> true).start(),
        "Fault [expired certificate] can't have a predicate: it applies before any call is made. Use times, nth, every or between.");
    assertThat(room.faults().active()).isEmpty();
  }

  @Test
  void they_can_be_counted_and_have_a_window() {
    ActiveFault second = room.inject(FAULT).on(Endpoint.ANY).nth(2).start();
    assertThat(room.handshake()).isNull();
    assertThat(room.handshake()).isNotNull();
    second.close();
    ActiveFault over =
        room.inject(FAULT).between(FaultRoom.NOON.minusSeconds(2), FaultRoom.NOON).start();
    assertThat(room.handshake()).isNull();
    assertThatThrownBy(over::close)
        .hasMessageContaining("These calls came: TLS handshake (it came after the window).");
  }

  @Test
  void calls_strike_nothing_and_one_over_an_old_connection_is_named() {
    ActiveFault fault = room.inject(FAULT).start();
    assertThat(room.login("alice")).isNull();
    Call old = FaultRoom.call(Endpoint.SESSIONS, null, FaultRoom.NOON);
    assertThat(room.faults().match(old, FaultPhase.BEFORE_BODY)).isNull();
    assertThatThrownBy(fault::close)
        .hasMessage(
            "Fault [expired certificate, on any call] never struck, so the test proves nothing."
                + " These calls came: POST /sessions (its connection was there already). Let the"
                + " client make the call, choose other calls, or make it optional.");
  }

  @Test
  void connections_are_made_anew_as_one_starts_and_as_its_turn_comes() {
    room.inject(Fault.status(500)).start().clear();
    assertThat(room.renewals).hasValue(0);
    room.inject(FAULT).start().clear();
    assertThat(room.renewals).hasValue(1);
    room.inject(Fault.status(500)).times(1).then(FAULT).start();
    assertThat(room.renewals).hasValue(1);
    room.login("alice");
    assertThat(room.renewals).hasValue(2);
  }

  @Test
  void a_chunk_cannot_be_left_unfinished_where_there_are_none() {
    ActiveFault fault = room.inject(FaultKind.UNFINISHED_CHUNK.fault()).start();
    Call call = FaultRoom.call(Endpoint.SESSIONS, "alice", FaultRoom.NOON, "HTTP/2.0");
    assertThat(room.faults().match(call, FaultPhase.AFTER_BODY)).isNull();
    assertThatThrownBy(fault::close)
        .hasMessageContaining(
            "These calls came: POST /sessions by alice (it came over HTTP/2, which has no"
                + " chunks).");
  }
}
