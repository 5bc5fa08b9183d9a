package io.github.bigidtestkit.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.testing.Expect;
import io.github.bigidtestkit.testing.RawHttp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No endpoint and no resource is reached by another name than its own. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DisguisedPathTests {

  private final FakeBigId bigId = FakeBigId.start();

  @BeforeEach
  void clear() {
    bigId.journal().clear();
    bigId.resources().protect("POST", "/data", "{}");
  }

  @AfterAll
  void stop() {
    bigId.close();
  }

  private String login(String target) {
    return RawHttp.exchange(bigId, RawHttp.login().replace("/api/v1/sessions", target));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/sessions;",
        "/api/v1/sessions;x",
        "/api/v1/sessions;x=y,z;a",
        "/api/v1/;x/sessions",
        "/api/v1/..;/sessions",
        "/api/v1/x/..;/sessions",
        "/api/v1/x/%2e%2e/sessions",
        "/api/v1/%2e/sessions",
        "/api/v1/sessions/.",
        "/api/v1/sessions%00",
        "/api/v1/sessions%00.json",
        "/api/v1/sessions%0d%0aX:%20y",
        "/api/v1/sessions%3b",
        "/api/v1/sessions%3f",
        "/api/v1/sessions%23",
        "/api/v1/sessions%5c",
        "/api/v1/sessions+",
        "/api/v1/%2573essions",
        "/api/v1/%c1%b3essions",
        "/api/v1/session%c5%bf"
      })
  void what_resembles_an_endpoint_asks_for_a_token(String target) {
    assertThat(login(target)).startsWith("HTTP/1.1 401 ");
    Expect.lastRefusal(bigId, 401, Reason.NO_TOKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1;x/sessions",
        "/api;/v1/sessions",
        "/;/api/v1/sessions",
        "/api%2fv1%2fsessions",
        "/x/../api/v1/sessions",
        "http://localhost;x/api/v1/sessions",
        "http://localhost@localhost/api/v1/sessions"
      })
  void what_resembles_the_base_url_is_outside(String target) {
    assertThat(login(target)).startsWith("HTTP/1.1 404 ");
    Expect.lastRefusal(bigId, 404, Reason.OUTSIDE_API);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/sess\\ions",
        "/api/v1\\sessions",
        "/api/v1/sessions#x",
        "/api/v1/sessions\0",
        "/api/v1/sessions\u00e9",
        "/api/v1/sessions|",
        "/api/v1/sessions%",
        "/api/v1/sessions%4",
        "/api/v1/sessions?%zz",
        "api/v1/sessions",
        "*",
        "localhost:80",
        "http://elsewhere/api/v1/sessions"
      })
  void what_is_no_target_of_a_request_is_refused(String target) {
    assertThat(login(target)).startsWith("HTTP/1.1 400 ");
    assertThat(bigId.journal().exchanges()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/data, 200, /api/v1/data",
    "/api/v1/%64ata, 200, /api/v1/data",
    "/api/v1/data;x, 404, /api/v1/data;x",
    "/api/v1/data;%41, 404, /api/v1/data;A",
    "/api/v1/data%00, 404, /api/v1/data?",
    "/api/v1/data%2f, 404, /api/v1/data%2f"
  })
  void a_resource_goes_by_its_name_and_the_journal_by_what_came(
      String target, int status, String path) {
    String token = bigId.tokens().systemToken("bigid");
    String call = "POST %s HTTP/1.1\r\nHost: a\r\nAuthorization: %s\r\nContent-Length: 0\r\n\r\n";
    assertThat(RawHttp.exchange(bigId, call.formatted(target, token)))
        .startsWith("HTTP/1.1 " + status + " ");
    assertThat(bigId.journal().last().orElseThrow().path()).isEqualTo(path);
  }

  @Test
  void a_resource_may_have_a_semicolon_in_its_name() {
    bigId.resources().protect("POST", "/a b;c", "{}");
    String token = bigId.tokens().systemToken("bigid");
    String call =
        "POST /api/v1/a%20b;c?d HTTP/1.1\r\nHost: a\r\nAuthorization: "
            + token
            + "\r\nContent-Length: 0\r\n\r\n";
    assertThat(RawHttp.exchange(bigId, call)).startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:80", "/api/v1/sessions", "localhost:80/api/v1/sessions"})
  void a_tunnel_is_never_opened(String target) {
    try (RawHttp raw = new RawHttp(bigId)) {
      raw.send("CONNECT " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n" + RawHttp.login());
      assertThat(raw.answer()).startsWith("HTTP/1.1 4");
      assertThat(raw.closedByServer()).isTrue();
    }
    assertThat(bigId.journal().exchanges()).allMatch(Exchange::refused);
  }
}
