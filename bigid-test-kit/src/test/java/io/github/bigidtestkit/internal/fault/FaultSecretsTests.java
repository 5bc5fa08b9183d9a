package io.github.bigidtestkit.internal.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.fault.ActiveFault;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.fault.FaultPhase;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.testing.Http;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Strikes with everything, and then looks for secrets in all that faults put into words. */
class FaultSecretsTests {

  private static final String PASSWORD = "hunter2-Pa55+word";

  /** These break or delay the connection, which the other tests see to. */
  private static final Set<FaultKind> SLOW =
      EnumSet.of(
          FaultKind.CONNECTION_REFUSED, FaultKind.STALL, FaultKind.STALL_MID_BODY, FaultKind.SLOW);

  private final FakeBigId bigId = FakeBigId.start();
  private final List<String> secrets = new ArrayList<>(List.of(PASSWORD));
  private final List<String> readable = new ArrayList<>();

  @AfterEach
  void stop() {
    bigId.close();
  }

  @Test
  void nothing_that_faults_say_shows_a_password_or_a_token() {
    bigId.users().add(User.of("alice", PASSWORD));
    for (FaultKind kind : EnumSet.complementOf(EnumSet.copyOf(SLOW))) {
      if (kind.fault().phase() == FaultPhase.HANDSHAKE) {
        continue; // before a client has sent anything
      }
      ActiveFault never =
          bigId.faults().inject(Fault.status(500)).forUser("nobody").on(Endpoint.SESSIONS).start();
      ActiveFault struck = bigId.faults().inject(kind).optional().start();
      callWithSecrets();
      readable.add(struck + struck.label() + bigId.faults());
      struck.close();
      readable.add(String.valueOf(catchThrowable(never::close)));
    }
    callWithAFailingPredicate();
    readable.add(bigId.journal().timeline());
    for (Exchange exchange : bigId.journal().exchanges()) {
      readable.add(exchange + " " + exchange.fault() + " " + exchange.rejection());
    }
    assertThat(readable).hasSizeGreaterThan(200).anyMatch(text -> text.contains("never struck"));
    for (String secret : secrets) {
      assertThat(readable).noneMatch(text -> text.contains(secret));
    }
  }

  private void callWithSecrets() {
    String token = bigId.tokens().userToken("alice");
    secrets.add(token);
    secrets.add(token.substring(token.lastIndexOf('.') - 20));
    call(() -> Http.login(bigId, "alice", PASSWORD));
    call(() -> Http.login(bigId, PASSWORD, "alice"));
    call(() -> Http.login(bigId, token, "x"));
    call(() -> Http.refresh(bigId, token));
    call(() -> Http.get(bigId, "/data/" + token + "?q=" + PASSWORD, token));
    call(() -> Http.get(bigId, "/sessions/" + PASSWORD, token));
  }

  private void callWithAFailingPredicate() {
    try (ActiveFault fault =
        bigId
            .faults()
            .inject(Fault.status(500))
            .when(
                call -> {
                  throw new IllegalStateException("unexpected " + call);
                })
            .optional()
            .start()) {
      callWithSecrets();
      assertThat(fault.struck()).isZero();
    }
  }

  private static void call(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException broken) {
      assertThat(broken).hasRootCauseInstanceOf(java.io.IOException.class);
    }
  }
}
