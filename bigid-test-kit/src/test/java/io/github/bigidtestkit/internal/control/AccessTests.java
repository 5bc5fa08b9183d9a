package io.github.bigidtestkit.internal.control;

import static io.github.bigidtestkit.internal.control.Remote.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.SandboxConfig;
import io.github.bigidtestkit.control.SandboxControl;
import io.github.bigidtestkit.internal.http.ControlAnswer;
import io.github.bigidtestkit.internal.http.ControlCall;
import io.github.bigidtestkit.testing.Http;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in. */
class AccessTests {

  private static final String MISSING =
      "The key is missing. Send one Authorization header: Bearer and the key of the sandbox.";
  private static final String WRONG =
      "The key is wrong. Send one Authorization header: Bearer and the key of the sandbox.";

  private final Remote remote = new Remote();

  @AfterEach
  void stop() {
    remote.close();
  }

  @Test
  void without_the_key_nothing_is_done_and_nothing_told() {
    for (Route route : Route.ALL) {
      var call = remote.open(route.path().replaceAll("[{}]", ""));
      var answer = Http.send(call.method(route.method(), BodyPublishers.noBody()).build());
      if (route.isOpen()) {
        assertThat(answer.statusCode()).as(route.path()).isIn(200, 308);
      } else {
        assertThat(problem(answer)).as(route.path()).isEqualTo(problem(401, MISSING));
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
            .hasValue("Bearer realm=\"sandbox\"");
      }
    }
    assertThat(problem(Http.send(remote.open("/nothing").build())))
        .isEqualTo(problem(401, MISSING));
  }

  @Test
  void a_key_in_the_query_is_none() {
    var answer = Http.send(remote.open("/state?key=" + remote.control.key()).build());
    assertThat(problem(answer)).isEqualTo(problem(401, MISSING));
  }

  @Test
  void every_other_key_is_wrong() {
    String key = remote.control.key();
    for (String other :
        List.of(
            key.substring(1),
            key + "A",
            key.toLowerCase(java.util.Locale.ROOT) + "-",
            "",
            SandboxControl.create().key(),
            remote.bigId.tokens().systemToken("bigid"))) {
      var call = remote.open("/state").header("Authorization", "Bearer " + other);
      assertThat(problem(Http.send(call.build()))).isEqualTo(problem(401, WRONG));
    }
    var raw = Http.send(remote.open("/state").header("Authorization", key).build());
    assertThat(problem(raw)).isEqualTo(problem(401, WRONG));
    var twice =
        remote
            .open("/state")
            .header("Authorization", "Bearer x")
            .header("Authorization", "Bearer " + key);
    assertThat(Http.send(twice.build()).statusCode()).isEqualTo(401);
  }

  @Test
  void keys_are_long_and_never_the_same_and_stand_in_no_text_but_the_address() {
    String key = remote.control.key();
    assertThat(key).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(SandboxControl.create().key());
    assertThat(remote.control.page(remote.bigId))
        .hasToString("http://127.0.0.1:%s/__sandbox/#key=%s".formatted(remote.bigId.port(), key));
    assertThat(remote.control).hasToString("SandboxControl[/__sandbox]");
  }

  @Test
  void a_key_that_is_sent_to_bigid_by_mistake_is_not_in_the_journal() {
    String key = remote.control.key();
    Http.get(remote.bigId, "/state", key);
    Http.call(remote.bigId, "GET", "/" + key + "?x=" + key);
    Http.login(remote.bigId, key, key);
    assertThat(remote.bigId.journal().exchanges()).hasSize(3);
    assertThat(remote.bigId.journal().exchanges().toString()).doesNotContain(key);
    assertThat(remote.get("/journal").body()).contains(key.substring(0, 6)).doesNotContain(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example",
        "null",
        "http://127.0.0.1:1",
        "http://localhost",
        "http://127.0.0.1.evil.example"
      })
  void pages_of_other_sites_are_refused_even_with_the_key(String origin) {
    var answer = Http.send(remote.request("GET", "/state", "").header("Origin", origin).build());
    assertThat(problem(answer))
        .isEqualTo(
            problem(
                403,
                "Origin [%s] is another site. Only the sandbox's own page can call from a browser."
                    .formatted(origin)));
  }

  @Test
  void the_page_itself_may_call_and_nobody_is_told_of_other_sites() {
    var call =
        remote.request("GET", "/state", "").header("Origin", remote.bigId.origin().toString());
    HttpResponse<String> answer = Http.send(call.build());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().map().keySet())
        .noneMatch(name -> name.startsWith("access-control"));
    assertThat(
            Http.send(remote.open("/state").method("OPTIONS", BodyPublishers.noBody()).build())
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void other_names_for_this_machine_are_refused() throws UnknownHostException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    for (String host :
        List.of(
            "evil.example",
            "localhost.evil.example:80",
            "",
            "127.0.0.1@evil",
            "127.0.0.1.evil",
            "[::2]")) {
      assertThat(answer(remote, loopback, host))
          .contains(
              "Host [%s] is not a name of this sandbox. Call it as 127.0.0.1 or localhost."
                  .formatted(host));
    }
    for (String host :
        List.of("localhost", "LocalHost:4711", "127.0.0.1:80", "127.0.0.2:80", "[::1]:4711")) {
      assertThat(answer(remote, loopback, host)).contains("\"dialect\":\"LENIENT\"");
    }
  }

  @Test
  void names_in_the_certificate_are_names_of_the_sandbox() {
    SandboxConfig config =
        SandboxConfig.builder().https(true).hostNames("bigid.test", "*.corp.test").build();
    try (Remote secure = new Remote(config)) {
      InetAddress loopback = InetAddress.getLoopbackAddress();
      assertThat(answer(secure, loopback, "BigID.test:4711")).contains("\"dialect\"");
      assertThat(answer(secure, loopback, "a.corp.test")).contains("\"dialect\"");
      assertThat(answer(secure, loopback, "a.b.corp.test"))
          .contains("is not a name of this sandbox");
      assertThat(answer(secure, loopback, "corp.test")).contains("is not a name of this sandbox");
    }
  }

  @Test
  void other_machines_are_refused() throws UnknownHostException {
    assertThat(answer(remote, InetAddress.getByName("10.1.2.3"), "127.0.0.1"))
        .contains(
            "The control API answers only its own machine. Call it from there, under 127.0.0.1.");
  }

  private static String answer(Remote remote, InetAddress from, String host) {
    Map<String, List<String>> headers =
        Map.of("host", List.of(host), "authorization", List.of("bearer " + remote.control.key()));
    ControlAnswer answer =
        ((ControlServer) remote.control)
            .answer(
                remote.bigId,
                new ControlCall("GET", "/state", "", headers, from, new byte[0], null));
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
