package io.github.bigidtestkit.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.testing.Expect;
import io.github.bigidtestkit.testing.Http;
import io.github.bigidtestkit.testing.RawHttp;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are sound HTTP and yet not what anybody expects. */
@Timeout(60)
class UnusualRequestTests {

  private static final String OUTSIDE =
      "The path is outside of /api/v1. The base URL ends in it; check how the client joins the two";

  private final FakeBigId bigId = FakeBigId.start();

  @AfterEach
  void stop() {
    bigId.close();
  }

  @ParameterizedTest
  @CsvSource({
    "OPTIONS, /sessions, POST",
    "PUT, /sessions, POST",
    "PATCH, /sessions, POST",
    "BREW, /sessions, POST",
    "post, /sessions, POST",
    "OPTIONS, /refresh-access-token, 'GET, POST'",
    "DELETE, /refresh-access-token, 'GET, POST'",
    "BREW, /refresh-access-token, 'GET, POST'"
  })
  void other_methods_are_not_allowed(String method, String path, String allowed) {
    var answer = Http.call(bigId, method, path);
    assertThat(answer.headers().allValues("Allow")).containsExactly(allowed);
    Expect.refused(
        bigId,
        answer,
        405,
        Reason.METHOD_NOT_ALLOWED,
        (path.equals("/sessions")
                ? "Method %s is not allowed here; allowed is %s"
                : "Method %s is not allowed for the exchange in LENIENT; allowed is %s")
            .formatted(method, allowed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sessions", "/refresh-access-token"})
  void head_is_refused_without_a_body(String path) {
    var answer = Http.call(bigId, "HEAD", path);
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.body()).isEmpty();
    Expect.lastRefusal(bigId, 405, Reason.METHOD_NOT_ALLOWED);
    Expect.stillServes(bigId);
  }

  @Test
  void a_body_that_is_announced_first_is_read() {
    HttpRequest login =
        Http.request(bigId, "/sessions", "Content-Type", "application/json")
            .expectContinue(true)
            .POST(BodyPublishers.ofString("{\"username\":\"bigid\",\"password\":\"learner\"}"))
            .build();
    assertThat(Http.send(login).statusCode()).isEqualTo(200);
    HttpRequest wrong =
        Http.request(bigId, "/sessions", "Content-Type", "application/json")
            .expectContinue(true)
            .POST(BodyPublishers.ofString("{"))
            .build();
    assertThat(Http.send(wrong).statusCode()).isEqualTo(400);
    Expect.stillServes(bigId);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//sessions",
        "/sessions/x",
        "/Sessions",
        "/%2Fsessions",
        "/sessions%2F",
        "/sessions%20",
        "/sessions%00",
        "/sessions//",
        "/./sessions",
        "/x/../sessions",
        "/"
      })
  void paths_that_only_resemble_an_endpoint_are_not_it(String path) {
    HttpRequest request =
        Http.request(bigId, path, "Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"username\":\"bigid\",\"password\":\"learner\"}"))
            .build();
    Expect.refused(
        bigId,
        Http.send(request),
        401,
        Reason.NO_TOKEN,
        "Authentication failed. Token is not valid.");
    var withToken = Http.get(bigId, path, bigId.tokens().systemToken("bigid"));
    assertThat(withToken.statusCode()).isEqualTo(404);
    Expect.lastRefusal(bigId, 404, Reason.NOT_REGISTERED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/api/v1",
        "/api/v2/sessions",
        "/sessions",
        "//api/v1/sessions",
        "/API/v1/sessions",
        "/api/v1x/sessions",
        "/api//v1/sessions",
        "/api%2Fv1/sessions"
      })
  void paths_outside_the_api_are_refused_with_the_cure(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(bigId.origin() + path))
            .timeout(Duration.ofSeconds(20))
            .build();
    Expect.refused(bigId, Http.send(request), 404, Reason.OUTSIDE_API, OUTSIDE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%73essions", "/sessions?", "/sessions?a=b&a=c"})
  void an_encoded_path_or_a_query_does_not_matter(String path) {
    String answer =
        RawHttp.exchange(bigId, RawHttp.login().replace("/api/v1/sessions", "/api/v1" + path));
    assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 100_000, 500_000})
  void long_urls_are_answered(int length) {
    var answer = Http.get(bigId, "/" + "x".repeat(length), bigId.tokens().systemToken("bigid"));
    Expect.refused(
        bigId,
        answer,
        404,
        Reason.NOT_REGISTERED,
        "No resource is registered here. Nothing is registered now: use resources().protect in the test, or @ProtectedResource");
  }

  @Test
  void the_date_header_goes_by_the_sandbox_clock() {
    bigId.clock().freeze();
    bigId.clock().set(java.time.Instant.parse("2031-02-03T04:05:06Z"));
    assertThat(Http.login(bigId, "bigid", "learner").headers().allValues("Date"))
        .containsExactly("Mon, 03 Feb 2031 04:05:06 GMT");
  }
}
