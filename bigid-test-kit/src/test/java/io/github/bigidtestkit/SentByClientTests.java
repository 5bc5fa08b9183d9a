package io.github.bigidtestkit;

import static io.github.bigidtestkit.assertj.BigIdAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.testing.Http;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the journal keeps of requests: query, headers and body, without secrets. */
class SentByClientTests {

  private final FakeBigId bigId =
      FakeBigId.start(
          SandboxConfig.builder()
              .user("alice", "p\"äss\\word")
              .protect("POST", "/tasks", "{}")
              .build());

  @AfterEach
  void stop() {
    bigId.close();
  }

  @Test
  void query_headers_and_body_are_in_the_journal() {
    post(
        "/tasks?skip=100&tag=a%20b&tag=c",
        "{\"name\": \"scan\", \"n\": [1, true]}", "X-Tenant", "t");
    assertThat(last())
        .hasQuery("skip", "100")
        .hasQuery("tag", "a b")
        .hasQuery("tag", "c")
        .hasHeader("x-TENANT", "t")
        .hasHeader("Content-Type", "application/json")
        .hasBodyJson("{\"n\":[1,true],\"name\":\"scan\"}");
    assertThat(last().headers()).containsOnlyKeys("x-tenant", "user-agent");
  }

  @Test
  void what_differs_is_told() {
    post("/tasks?skip=100&skip=7", "{\"name\": \"scan\"}");
    Exchange call = last();
    assertFails(
        () -> assertThat(call).hasQuery("skip", "200"),
        "Expected query parameter [skip] to be [200] at #1, but it is [100, 7].");
    assertFails(
        () -> assertThat(call).hasQuery("limit", "200"),
        "Expected query parameter [limit] to be [200] at #1, but there is none of that name.");
    assertFails(
        () -> assertThat(call).hasHeader("Content-Type", "text/plain"),
        "Expected header [Content-Type] to be [text/plain] at #1, but it is [application/json].");
    assertFails(
        () -> assertThat(call).hasHeader("X-A", "b"),
        "Expected header [X-A] to be [b] at #1, but there is none of that name.");
    assertFails(
        () -> assertThat(call).hasBodyJson("{}"),
        "Expected a body equal to {} at #1, but it is {\"name\": \"scan\"}.");
    assertThatThrownBy(() -> assertThat(call).hasBodyJson("{"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected body [{] is not JSON (line 1, column 2). Fix it.");
    post("/tasks", "name=scan");
    assertFails(
        () -> assertThat(last()).hasBodyJson("{}"),
        "Expected a body equal to {} at #2, but it is not JSON (line 1, column 1): name=scan.");
    post("/tasks", "");
    assertFails(
        () -> assertThat(last()).hasBodyJson("{}"),
        "Expected a body equal to {} at #3, but there is none.");
  }

  private static void assertFails(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable assertion, String message) {
    assertThatThrownBy(assertion)
        .isInstanceOf(AssertionError.class)
        .satisfies(
            failure -> assertThat(failure.getMessage().lines().findFirst()).contains(message));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"password\":\"hunter22\"}",
        "{\"a\":{\"Access_Token\" : \"hunter22\"}}",
        "{\"password\":\"x\\\"hunter22\"}",
        "{\"pwd\":\"hunter22",
        "{\"secret\":hunter22}",
        "{\"a\":\"Bearer TOKEN\"}",
        "{\"a\":[\"TOKEN\"]}",
        "TOKEN",
        "p\"äss\\word",
        "{\"a\":\"p\\\"äss\\\\word\"}",
        "{\"a\":\"p\\u0022\\u00e4ss\\\\word\"}",
        "{\"a\":\"\\u0065yJ\"}",
        "a=p%22%C3%A4ss%5Cword"
      })
  void bodies_are_kept_without_secrets(String body) {
    String token = bigId.tokens().systemToken("alice");
    post("/tasks", body.replace("TOKEN", token));
    String shown = last().body();
    assertThat(shown)
        .isNotNull()
        .doesNotContain("hunter22", token.substring(20), "p\"äss", "p\\\"äss", "u0022", "p%22");
    assertThat(bigId.journal().html("x")).doesNotContain("hunter22", token.substring(20));
  }

  @Test
  void forms_are_kept_without_secrets() {
    var request =
        Http.request(bigId, "/tasks", "Authorization", bigId.tokens().systemToken("alice"))
            .header("Content-Type", "application/x-www-form-urlencoded");
    Http.send(request.POST(BodyPublishers.ofString("a=b&password=hunter22")).build());
    assertThat(last().body()).isEqualTo("a=b&password=…");
  }

  @Test
  void what_is_no_secret_stays() {
    String body = "{\"objectName\":\"customer_accounts_2024.public.orders\",\n\t\"q\":\"\\\"\\n\"}";
    post("/tasks", body);
    assertThat(last().body()).isEqualTo(body);
  }

  @Test
  void only_the_beginning_of_a_long_body_is_kept() {
    String token = bigId.tokens().systemToken("alice");
    post("/tasks", "x".repeat(8_192));
    assertThat(last().body()).isEqualTo("x".repeat(8_192));
    post("/tasks", "x".repeat(8_193));
    assertThat(last().body()).isEqualTo("x".repeat(8_192) + "… (8193 characters)");
    for (int before : new int[] {8_000, 8_150, 8_191, 10_000, 10_239}) {
      post("/tasks", " ".repeat(before) + token + " ".repeat(5_000));
      assertThat(last().body()).doesNotContain(token.substring(0, 20)).hasSizeLessThan(8_230);
    }
    post("/tasks", "x".repeat(8_191) + "😀".repeat(5));
    assertThat(last().body()).isEqualTo("x".repeat(8_191) + "… (8201 characters)");
  }

  @Test
  void what_is_no_text_is_not_kept() {
    byte[] latin = "é".getBytes(StandardCharsets.ISO_8859_1);
    var request =
        Http.request(bigId, "/tasks", "Authorization", bigId.tokens().systemToken("alice"));
    Http.send(request.POST(BodyPublishers.ofByteArray(latin)).build());
    assertThat(last().body()).isNull();
  }

  @Test
  void the_body_of_a_login_is_not_kept() {
    Http.login(bigId, "alice", "hunter22");
    assertThat(last().body()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "X-Api-Key, hunter22",
    "X-CSRF-Token, hunter22",
    "X-A, Bearer hunter22",
    "Cookie, a=hunter22",
    "Proxy-Authorization, hunter22"
  })
  void headers_are_kept_without_secrets(String name, String value) {
    post("/tasks", "{}", name, value);
    assertThat(last().toString() + last().headers()).doesNotContain("hunter22");
  }

  @Test
  void the_page_shows_what_was_sent() {
    post("/tasks", "{\"name\": \"<b>\n\"}" + " ".repeat(300));
    assertThat(bigId.journal().html("x")).contains("{&quot;name&quot;: &quot;&lt;b&gt;?&quot;}");
  }

  private Exchange last() {
    return bigId.journal().last().orElseThrow();
  }

  private void post(String path, String body, String... headers) {
    var request =
        Http.request(bigId, path, headers)
            .header("Authorization", bigId.tokens().systemToken("alice"))
            .header("Content-Type", "application/json");
    Http.send(request.POST(BodyPublishers.ofString(body)).build());
  }
}
