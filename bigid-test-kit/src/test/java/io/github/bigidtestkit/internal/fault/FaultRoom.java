package io.github.bigidtestkit.internal.fault;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.fault.Call;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.FaultInjection;
import io.github.bigidtestkit.fault.FaultPhase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Faults without a server around them. */
final class FaultRoom {

  static final Instant NOON = Instant.parse("2030-06-01T12:00:00Z");

  final List<Boolean> refusals = new ArrayList<>();
  final AtomicInteger renewals = new AtomicInteger();
  private final FaultRegistry faults;

  FaultRoom() {
    this(false);
  }

  /** Faults for a server that speaks TLS, or does not. */
  FaultRoom(boolean secure) {
    faults =
        new FaultRegistry(
            new Noted(secure),
            call -> call,
            () -> List.of(User.of("alice", "s3cret"), User.of("bob", "s3cret")));
  }

  /** Connections that note what is done to them. */
  private final class Noted implements ConnectionControl {
    private final boolean secure;

    Noted(boolean secure) {
      this.secure = secure;
    }

    @Override
    public void refuse(BooleanSupplier wanted) {
      refusals.add(wanted.getAsBoolean());
    }

    @Override
    public void renew() {
      renewals.incrementAndGet();
    }

    @Override
    public boolean secure() {
      return secure;
    }
  }

  FaultInjection inject(Fault fault) {
    return faults.inject(fault);
  }

  FaultRegistry faults() {
    return faults;
  }

  static Call call(Endpoint endpoint, String user, Instant at) {
    return call(endpoint, user, at, "HTTP/1.1");
  }

  static Call call(Endpoint endpoint, String user, Instant at, String protocol) {
    String path = "/" + endpoint.name().toLowerCase(java.util.Locale.ROOT);
    return new Call(endpoint, "POST", path, user, at, protocol);
  }

  FaultMatch handshake() {
    return faults.match(
        new Call(Endpoint.ANY, "TLS", "handshake", null, NOON, "TLS"), FaultPhase.HANDSHAKE);
  }

  FaultMatch login(String user) {
    return faults.match(call(Endpoint.SESSIONS, user, NOON), FaultPhase.AFTER_BODY);
  }

  static FaultMatch login(FaultRegistry faults) {
    return faults.match(call(Endpoint.SESSIONS, "alice", NOON), FaultPhase.AFTER_BODY);
  }

  FaultMatch login(Instant at) {
    return faults.match(call(Endpoint.SESSIONS, "alice", at), FaultPhase.AFTER_BODY);
  }

  FaultMatch refresh() {
    return faults.match(call(Endpoint.REFRESH, "alice", NOON), FaultPhase.AFTER_BODY);
  }

  /** What strikes each of so many logins, by its label; a dot where nothing does. */
  List<String> logins(int count) {
    List<String> struck = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      FaultMatch strike = login("alice");
      struck.add(strike == null ? "." : strike.fault().label().replace("status ", ""));
    }
    return struck;
  }
}
