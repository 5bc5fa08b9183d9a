package io.github.bigidtestkit.internal.control;

import static io.github.bigidtestkit.internal.control.Remote.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.testing.Http;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are not as they should be. */
class RequestTests {

  private final Remote remote = new Remote();

  @AfterEach
  void stop() {
    remote.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST | /state | GET, HEAD",
        "DELETE | / | GET, HEAD",
        "GET | /reset | POST",
        "OPTIONS | /clock | GET, HEAD, PUT",
        "POST | /users/bigid | DELETE, GET, HEAD, PATCH, PUT",
        "TRACEX | /journal | DELETE, GET, HEAD",
      })
  void other_methods_are_refused_and_the_allowed_ones_named(
      String method, String path, String allowed) {
    var answer = remote.call(method, path, "");
    assertThat(problem(answer))
        .isEqualTo(problem(405, "The method is not allowed here. Allowed: %s.".formatted(allowed)));
    assertThat(answer.headers().firstValue("Allow")).hasValue(allowed);
  }

  @Test
  void head_is_get_without_a_body() {
    var get = remote.get("/choices");
    var head = remote.call("HEAD", "/choices", "");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("Content-Length"))
        .isEqualTo(get.headers().firstValue("Content-Length"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/state/",
        "/users//",
        "/../api/v1/sessions",
        "/%2e%2e/api/v1/sessions",
        "/..%2Fapi",
        "/page.js/../state",
        "/;/state",
        "/users/%2e%2e/state"
      })
  void there_is_nothing_elsewhere(String path) {
    assertThat(problem(remote.get(path)))
        .isEqualTo(problem(404, "There is nothing at this path. See openapi.yaml for all paths."));
    assertThat(remote.bigId.journal().exchanges()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/%5F_sandbox/state",
        "/__sandbox%2Fstate",
        "/__sandboxes",
        "/api/v1/../../__sandbox/state",
        "//__sandbox/state",
        "/__SANDBOX/state"
      })
  void what_only_looks_like_the_prefix_is_a_call_to_bigid(String path) {
    var call = remote.request("GET", "", "").uri(URI.create(remote.bigId.origin() + path));
    assertThat(Http.send(call.build()).statusCode()).isIn(401, 404);
    assertThat(remote.bigId.journal().exchanges()).singleElement().matches(Exchange::refused);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/users/%ff | The URL is not percent-encoded UTF-8. Fix it.",
        "/state?x=1 | A query parameter is not known here. Known: [].",
        "/journal?from=1 | A query parameter is not known here. Known: [since, limit].",
        "/journal?since=1&since=2 | The query parameter [since] is there twice. Send it once.",
        "/journal?since=-1 | The query parameter [since] is not a whole number from 0 to 9223372036854775807. Fix it, or leave it out for 0.",
        "/journal?limit=1001 | The query parameter [limit] is not a whole number from 1 to 1000. Fix it, or leave it out for 500.",
      })
  void urls_that_are_wrong_are_told_why(String path, String detail) {
    assertThat(remote.raw("GET", path)).startsWith("HTTP/1.1 400 ").contains("\"" + detail + "\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"by\":\"PT1M\" | line 1, column 13: this is not JSON. Look for a comma, quote or bracket there or before.",
        "[] | line 1, column 1: the text must be an object, but is an array. Put it into {braces}.",
        "{} | There is no by. Give a duration such as [PT16M].",
        "{\"by\":1} | line 1, column 7: by must be an ISO-8601 duration in quotes, but is a number. Write 15 minutes as [PT15M], 30 days as [P30D].",
        "{\"by\":\"16 min\"} | line 1, column 7: by [16 min] is not an ISO-8601 duration in days, hours, minutes and seconds. Write 15 minutes as [PT15M], 30 days as [P30D].",
        "{\"by\":\"PT-1S\"} | The sandbox clock can't advance by [PT-1S]. To go back, use set(Instant).",
        "{\"By\":\"PT1S\"} | line 1, column 2: By is not known. Did you mean [by]? Known here: by.",
        "{\"by\":\"PT1S\",\"by\":\"PT2S\"} | line 1, column 18: by is there twice. Remove one.",
      })
  void bodies_that_are_wrong_are_told_where_and_why(String body, String detail) {
    assertThat(problem(remote.post("/clock/advance", body))).isEqualTo(problem(400, detail));
  }

  @Test
  void bodies_that_are_not_json_by_their_declaration_are_refused() {
    String detail = "The body is not declared to be JSON. Send Content-Type: application/json.";
    for (String type :
        new String[] {"text/plain", "application/x-www-form-urlencoded", "application/jsonx"}) {
      var call =
          remote
              .request("POST", "/clock/advance", "{\"by\":\"PT1S\"}")
              .header("Content-Type", type);
      assertThat(problem(Http.send(call.build()))).isEqualTo(problem(415, detail));
    }
    var none = remote.request("POST", "/clock/advance", "{\"by\":\"PT1S\"}");
    assertThat(problem(Http.send(none.build()))).isEqualTo(problem(415, detail));
    var charset = remote.request("POST", "/clock/advance", "{\"by\":\"PT1S\"}");
    charset.header("Content-Type", "Application/JSON; charset=utf-8");
    assertThat(Http.send(charset.build()).statusCode()).isEqualTo(200);
  }

  @Test
  void compressed_bodies_are_refused() {
    var call = remote.request("POST", "/clock/advance", "{\"by\":\"PT1S\"}");
    call.header("Content-Type", "application/json").header("Content-Encoding", "gzip");
    assertThat(problem(Http.send(call.build())))
        .isEqualTo(
            problem(
                415,
                "The Content-Encoding is [gzip]; the body must not be compressed. Send it as it is."));
  }

  @Test
  void bodies_are_read_up_to_a_mebibyte_and_as_utf_8() {
    String detail = "The body is larger than the 1048576 bytes that are read. Send less.";
    String large = " ".repeat(1024 * 1024) + "{}";
    assertThat(problem(remote.post("/reset", large))).isEqualTo(problem(413, detail));
    assertThat(remote.post("/reset", " ".repeat(1024 * 1024 - 2) + "{}").statusCode())
        .isEqualTo(204);
    var latin = remote.open("/reset").header("Authorization", "Bearer " + remote.control.key());
    latin.header("Content-Type", "application/json");
    latin.POST(BodyPublishers.ofByteArray(new byte[] {'{', '"', (byte) 0xe4, '"', '}'}));
    assertThat(problem(Http.send(latin.build())))
        .isEqualTo(problem(400, "The text is not in UTF-8. Encode it as UTF-8."));
  }

  @Test
  void every_answer_keeps_browsers_from_storing_guessing_and_framing() {
    for (String path : new String[] {"/", "/page.js", "/state", "/nothing", "/users"}) {
      var headers = remote.get(path).headers();
      assertThat(headers.firstValue("Cache-Control")).as(path).hasValue("no-store");
      assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
      assertThat(headers.firstValue("Content-Security-Policy"))
          .hasValue(
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    }
  }
}
