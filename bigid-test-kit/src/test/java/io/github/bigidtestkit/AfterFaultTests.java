package io.github.bigidtestkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.fault.ActiveFault;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.fault.FaultSet;
import io.github.bigidtestkit.testing.Client;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A fault that is over has left nothing behind: not in the server, not in the client. */
@Timeout(60)
class AfterFaultTests {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final FakeBigId bigId = FakeBigId.start();

  @AfterEach
  void stop() {
    bigId.close();
  }

  static Stream<Arguments> faultsAndClients() {
    return FaultSet.ALL.kinds().stream()
        .flatMap(fault -> Stream.of(Client.Kind.values()).map(c -> Arguments.of(fault, c)));
  }

  @ParameterizedTest
  @MethodSource("faultsAndClients")
  void the_next_login_succeeds(FaultKind kind, Client.Kind clientKind) throws Exception {
    try (Client client = clientKind.open(LIMIT)) {
      assertLogsIn(client);
      try (ActiveFault fault = bigId.faults().inject(kind).start()) {
        loginIgnoringWhatComes(client, FaultTable.stalls(kind) ? 100 : 20_000);
        if (kind != FaultKind.CONNECTION_REFUSED) { // a client that gives up may be the faster one
          bigId.journal().await(call -> call.fault() != null, Duration.ofSeconds(20));
        }
        assertThat(fault.struck()).isEqualTo(kind == FaultKind.CONNECTION_REFUSED ? 0 : 1);
      }
      assertLogsIn(client);
    }
    try (Client fresh = clientKind.open(LIMIT)) {
      assertLogsIn(fresh);
    }
  }

  static Stream<Arguments> statusesAndClients() {
    return Stream.of(200, 201, 204, 205, 206, 301, 304, 400, 407, 418, 426, 511, 599)
        .flatMap(status -> Stream.of(Client.Kind.values()).map(c -> Arguments.of(status, c)));
  }

  /** Some statuses have no body; a body sent all the same would be taken for the next answer. */
  @ParameterizedTest
  @MethodSource("statusesAndClients")
  void the_next_login_succeeds_after_any_status(int status, Client.Kind clientKind)
      throws Exception {
    try (Client client = clientKind.open(LIMIT)) {
      try (ActiveFault fault = bigId.faults().inject(Fault.status(status)).start()) {
        loginIgnoringWhatComes(client, 20_000);
        assertThat(fault.struck()).isEqualTo(1);
      }
      assertThat(bigId.journal().last().orElseThrow().status()).isEqualTo(status);
      assertLogsIn(client);
      assertLogsIn(client);
    }
  }

  private void loginIgnoringWhatComes(Client client, long limitMillis) throws Exception {
    try {
      client.login(bigId, Duration.ofMillis(limitMillis));
    } catch (ExecutionException | TimeoutException asItMay) {
      // what clients make of faults is in the table
    }
    bigId.faults().clear();
  }

  private void assertLogsIn(Client client) throws Exception {
    Client.Answer answer = client.login(bigId, LIMIT);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("\"auth_token\":\"ey");
  }
}
