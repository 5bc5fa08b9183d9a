package io.github.bigidtestkit.internal.control;

import static io.github.bigidtestkit.internal.control.Remote.json;
import static io.github.bigidtestkit.internal.control.Remote.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.testing.Http;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Faults from outside, and that they leave the control API alone. */
@Timeout(120)
class FaultCallTests {

  private final Remote remote = new Remote();

  @AfterEach
  void stop() {
    remote.close();
  }

  @Test
  void a_fault_is_started_counted_and_stopped() {
    var started =
        remote.post(
            "/faults", "{\"fault\":\"SERVICE_UNAVAILABLE\",\"endpoint\":\"SESSIONS\",\"times\":2}");
    assertThat(started.statusCode()).isEqualTo(201);
    assertThat(started.headers().firstValue("Location")).hasValue("/__sandbox/faults/1");
    assertThat(started.body())
        .isEqualTo(
            "{\"number\":1,\"label\":\"status 503, 2 time(s), on SESSIONS\",\"struck\":0,\"active\":true}");
    assertThat(Http.login(remote.bigId, "bigid", "learner").statusCode()).isEqualTo(503);
    assertThat(json(remote.get("/faults/1")).path("struck").asInt()).isEqualTo(1);
    assertThat(remote.call("DELETE", "/faults/1", "").statusCode()).isEqualTo(204);
    assertThat(Http.login(remote.bigId, "bigid", "learner").statusCode()).isEqualTo(200);
    String gone = "No fault with this number is active. See /faults for all.";
    assertThat(problem(remote.call("DELETE", "/faults/1", ""))).isEqualTo(problem(404, gone));
    assertThat(problem(remote.get("/faults/one"))).isEqualTo(problem(404, gone));
  }

  @Test
  void faults_that_code_started_are_told_and_stopped_too() {
    remote.bigId.faults().inject(FaultKind.SLOW).start();
    remote.post("/faults", "{\"status\":418,\"body\":\"tea\",\"nth\":2,\"user\":\"bigid\"}");
    assertThat(json(remote.get("/faults")).findValuesAsText("label"))
        .containsExactly(
            "status 418, from call 2 on 1 time(s), on any call of user bigid",
            "delayed by 500 ms, on any call");
    assertThat(json(remote.get("/state")).path("faults")).isEqualTo(json(remote.get("/faults")));
    assertThat(remote.call("DELETE", "/faults", "").statusCode()).isEqualTo(204);
    assertThat(remote.get("/faults").body()).isEqualTo("[]");
  }

  @Test
  void a_fault_may_end_by_itself() {
    remote.post("/faults", "{\"fault\":\"SERVER_ERROR\",\"for\":\"PT0.3S\"}");
    assertThat(Http.login(remote.bigId, "bigid", "learner").statusCode()).isIn(500, 200);
    while (!remote.get("/faults").body().equals("[]")) {
      Thread.onSpinWait();
    }
    assertThat(Http.login(remote.bigId, "bigid", "learner").statusCode()).isEqualTo(200);
  }

  @Test
  void refusing_connections_needs_an_end_and_then_has_one() {
    assertThat(problem(remote.post("/faults", "{\"fault\":\"CONNECTION_REFUSED\"}")))
        .isEqualTo(
            problem(
                400,
                "for is missing. Fault [connection refused] also blocks the call that would stop it. Give a time after which it ends, such as [PT10S]."));
    var accepted = remote.post("/faults", "{\"fault\":\"CONNECTION_REFUSED\",\"for\":\"PT1S\"}");
    assertThat(accepted.statusCode()).isEqualTo(202);
    assertThat(accepted.body()).isEqualTo("{\"label\":\"connection refused\",\"for\":\"PT1S\"}");
    // The port is closed first, and then what is connected.
    while (connects() || answers()) {
      Thread.onSpinWait();
    }
    assertThatThrownBy(() -> remote.get("/state")).hasCauseInstanceOf(ConnectException.class);
    while (!connects()) {
      Thread.onSpinWait();
    }
    assertThat(remote.get("/faults").body()).isEqualTo("[]");
  }

  @Test
  void a_handshake_that_goes_wrong_needs_an_end_too() {
    try (Remote secure = new Remote(SandboxConfig.builder().https(true).build())) {
      var call = secure.request("POST", "/faults", "{\"fault\":\"HANDSHAKE_RESET\"}");
      call.header("Content-Type", "application/json");
      assertThat(problem(secure.secure(call)))
          .isEqualTo(
              problem(
                  400,
                  "for is missing. Fault [%s] also blocks the call that would stop it. Give a time after which it ends, such as [PT10S]."
                      .formatted(FaultKind.HANDSHAKE_RESET.fault().label())));
    }
    assertThat(problem(remote.post("/faults", "{\"fault\":\"HANDSHAKE_RESET\",\"for\":\"PT1S\"}")))
        .isEqualTo(
            problem(
                400,
                "Fault [%s] needs a sandbox with TLS. Set https = true in @BigIdSandbox, or https(true) in its SandboxConfig."
                    .formatted(FaultKind.HANDSHAKE_RESET.fault().label())));
  }

  private boolean answers() {
    try {
      return remote.get("/state").statusCode() == 200;
    } catch (RuntimeException refused) {
      return false;
    }
  }

  private boolean connects() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), remote.bigId.port())) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }

  @Test
  void a_time_out_of_range_is_refused() {
    for (String span : List.of("PT0S", "PT-1S", "PT10M0.001S", "P1D")) {
      assertThat(
              remote.post("/faults", "{\"fault\":\"SLOW\",\"for\":\"%s\"}".formatted(span)).body())
          .contains("\"for [", "] is out of range. Give a positive time of at most [PT10M].\"");
    }
    assertThat(remote.get("/faults").body()).isEqualTo("[]");
  }

  @Test
  void no_fault_strikes_the_control_api_and_none_counts_its_calls() {
    for (FaultKind kind : FaultKind.values()) {
      if (FaultCalls.shutsOut(kind.fault())) {
        continue;
      }
      remote.post("/faults", "{\"fault\":\"%s\",\"optional\":true}".formatted(kind));
      JsonNode fault = json(remote.get("/faults")).path(0);
      assertThat(fault.path("struck").asInt()).as(kind.name()).isZero();
      assertThat(remote.get("/users").statusCode()).isEqualTo(200);
    }
    assertThat(remote.bigId.journal().exchanges()).isEmpty();
  }

  @Test
  void a_thousand_calls_at_once_are_answered_while_the_gateway_stalls() throws Exception {
    remote.post("/faults", "{\"fault\":\"STALL\"}");
    List<Socket> stalled = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), remote.bigId.port());
      socket
          .getOutputStream()
          .write(
              "GET /api/v1/x HTTP/1.1\r\nHost: a\r\n\r\n"
                  .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      stalled.add(socket);
    }
    ExecutorService pool = Executors.newFixedThreadPool(50);
    try {
      List<Callable<Integer>> calls = new ArrayList<>();
      for (int i = 0; i < 1_000; i++) {
        calls.add(() -> remote.post("/tokens", "{\"kind\":\"USER\"}").statusCode());
      }
      for (Future<Integer> answer : pool.invokeAll(calls)) {
        assertThat(answer.get()).isEqualTo(201);
      }
    } finally {
      pool.shutdownNow();
      for (Socket socket : stalled) {
        socket.close();
      }
    }
    assertThat(json(remote.get("/state")).path("journal").path("end").asInt()).isEqualTo(20);
  }
}
