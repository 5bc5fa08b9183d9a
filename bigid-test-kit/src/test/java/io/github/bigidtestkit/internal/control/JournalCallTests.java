package io.github.bigidtestkit.internal.control;

import static io.github.bigidtestkit.internal.control.Remote.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.testing.Http;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The journal from outside, and the sandbox as a whole. */
class JournalCallTests {

  private final Remote remote = new Remote(SandboxConfig.builder().journalCapacity(3).build());

  @AfterEach
  void stop() {
    remote.close();
  }

  @Test
  void calls_are_followed_from_position_to_position() {
    login();
    login();
    JsonNode first = json(remote.get("/journal?since=0&limit=1"));
    assertThat(first.path("exchanges").findValuesAsText("number")).containsExactly("1");
    assertThat(first.path("position").asInt()).isEqualTo(1);
    assertThat(first.path("end").asInt()).isEqualTo(2);
    JsonNode next = json(remote.get("/journal?since=1"));
    assertThat(next.path("exchanges").findValuesAsText("position")).containsExactly("2");
    assertThat(json(remote.get("/journal?since=2")).path("exchanges")).isEmpty();
    assertThat(json(remote.get("/journal?since=99")).path("position").asInt()).isEqualTo(2);
  }

  @Test
  void what_was_dropped_or_cleared_stands_before_the_oldest() {
    for (int i = 0; i < 5; i++) {
      login();
    }
    JsonNode full = json(remote.get("/journal"));
    assertThat(full.path("oldest").asInt()).isEqualTo(3);
    assertThat(full.path("exchanges").findValuesAsText("position")).containsExactly("3", "4", "5");
    assertThat(remote.call("DELETE", "/journal", "").statusCode()).isEqualTo(204);
    assertThat(remote.get("/journal").body())
        .isEqualTo("{\"oldest\":6,\"position\":5,\"end\":5,\"exchanges\":[]}");
    login();
    JsonNode again = json(remote.get("/journal?since=5"));
    assertThat(again.path("exchanges").findValuesAsText("position")).containsExactly("6");
    assertThat(again.path("exchanges").findValuesAsText("number")).containsExactly("1");
  }

  @Test
  void a_call_tells_what_the_journal_knows_and_no_secret() {
    remote
        .bigId
        .faults()
        .inject(FaultKind.SERVICE_UNAVAILABLE)
        .on(Endpoint.REFRESH)
        .times(1)
        .start();
    String session = Http.field(login(), "auth_token");
    Http.refresh(remote.bigId, session);
    Http.refresh(remote.bigId, session);
    JsonNode calls = json(remote.get("/journal")).path("exchanges");
    assertThat(calls.findValuesAsText("ending")).containsExactly("ok", "fault", "refused");
    assertThat(calls.path(0).path("gets").asText()).startsWith("gets session token ");
    assertThat(calls.path(1).path("reasons").toString()).isEqualTo("[\"status 503\"]");
    assertThat(calls.path(1).path("status").asInt()).isEqualTo(503);
    assertThat(calls.path(2).path("reason").asText()).isEqualTo("TOKEN_WRONG_KIND");
    assertThat(calls.path(2).path("token").path("claims").path("user").asText()).isEqualTo("bigid");
    assertThat(calls.toString()).doesNotContain(session, "learner");
  }

  @Test
  void what_no_encoding_holds_comes_escaped() {
    Http.login(
        remote.bigId,
        "{\"username\":\"a\\ud800b\",\"password\":\"x\"}",
        "Content-Type",
        "application/json");
    JsonNode call = json(remote.get("/journal")).path("exchanges").path(0);
    assertThat(call.path("user").asText()).isEqualTo("a\ud800b");
  }

  @Test
  void a_call_without_an_answer_has_no_status() {
    remote.bigId.faults().inject(FaultKind.CONNECTION_RESET).start();
    try {
      login();
    } catch (java.io.UncheckedIOException reset) {
      // as it should be
    }
    JsonNode call = json(remote.get("/journal")).path("exchanges").path(0);
    assertThat(call.has("status")).isFalse();
    assertThat(call.path("ending").asText()).isEqualTo("no answer");
  }

  @Test
  void the_timeline_and_the_report_are_those_of_the_journal() {
    login();
    var timeline = remote.get("/journal/timeline");
    assertThat(timeline.body()).isEqualTo(remote.bigId.journal().timeline());
    assertThat(timeline.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
    var report = remote.get("/journal/report");
    assertThat(report.body())
        .isEqualTo(remote.bigId.journal().html("Calls to the sandbox at " + remote.bigId.origin()));
    assertThat(report.headers().firstValue("Content-Security-Policy"))
        .hasValue("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox");
  }

  @Test
  void the_state_tells_where_things_are() {
    login();
    JsonNode state = json(remote.get("/state"));
    assertThat(state.path("url").asText()).isEqualTo(remote.bigId.baseUrl().toString());
    assertThat(state.path("dialect").asText()).isEqualTo("LENIENT");
    assertThat(state.path("lifetimes").toString())
        .isEqualTo("{\"USER\":\"PT720H\",\"SESSION\":\"PT24H\",\"SYSTEM\":\"PT1H\"}");
    assertThat(state.path("users").findValuesAsText("username")).containsExactly("bigid");
    assertThat(state.path("journal").toString()).isEqualTo("{\"kept\":1,\"dropped\":0,\"end\":1}");
  }

  @Test
  void everything_is_put_back() {
    login();
    remote.bigId.users().add(User.of("bob", "pw"));
    remote.post("/faults", "{\"fault\":\"SLOW\"}");
    assertThat(remote.post("/reset", "").statusCode()).isEqualTo(204);
    assertThat(remote.post("/reset", "{}").statusCode()).isEqualTo(204);
    assertThat(remote.bigId.users().all()).containsExactly(User.DEMO);
    assertThat(remote.bigId.faults().active()).isEmpty();
    assertThat(remote.bigId.journal().exchanges()).isEmpty();
  }

  private java.net.http.HttpResponse<String> login() {
    return Http.login(remote.bigId, "bigid", "learner");
  }
}
