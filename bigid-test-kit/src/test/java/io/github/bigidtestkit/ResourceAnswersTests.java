package io.github.bigidtestkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bigidtestkit.journal.Rejection.Reason;
import io.github.bigidtestkit.testing.Expect;
import io.github.bigidtestkit.testing.Http;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What resources answer: once, in sequence, as a function says. */
class ResourceAnswersTests {

  private final FakeBigId bigId = FakeBigId.start();
  private final Resources resources = bigId.resources();
  private final String token = bigId.tokens().systemToken("bigid");

  @AfterEach
  void stop() {
    bigId.close();
  }

  @Test
  void status_headers_and_content_type_come_as_given() {
    resources
        .protect("GET", "/a")
        .answers(
            Answer.text("text/csv; charset=utf-8", "a,é")
                .withStatus(422)
                .withHeader("X-Request-Id", "7"));
    var answer = get("/a");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).isEqualTo("a,é");
    assertThat(answer.headers().allValues("Content-Type"))
        .containsExactly("text/csv; charset=utf-8");
    assertThat(answer.headers().allValues("X-Request-Id")).containsExactly("7");
  }

  @Test
  void bytes_come_as_they_are() throws Exception {
    byte[] bytes = {0, (byte) 0xff, (byte) 0xc3, 10, 13};
    resources.protect("GET", "/a").answers(Answer.bytes("application/octet-stream", bytes));
    var request = Http.request(bigId, "/a", "Authorization", token).build();
    var answer = bigId.httpClient().send(request, BodyHandlers.ofByteArray());
    assertThat(answer.body()).containsExactly(bytes);
  }

  @ParameterizedTest
  @CsvSource({"classpath:pages/page.json", "file:src/test/resources/pages/page.json"})
  void files_are_read_from_the_class_path_and_from_disk(String location) {
    resources.protect("GET", "/a").answers(Answer.file("application/json", location));
    assertThat(get("/a").body()).isEqualTo("{\"from\":\"file\"}");
  }

  @Test
  void no_body_has_no_content_type() {
    resources.protect("DELETE", "/a").answers(Answer.empty(204));
    var answer = call("DELETE", "/a");
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().firstValue("Content-Type")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void the_dialect_says_what_the_answer_leaves_open(Dialect dialect) {
    bigId.setDialect(dialect);
    resources.protect("GET", "/a").answers(422, "{}");
    String scheme = dialect == Dialect.DEPLOYMENT ? "" : "Bearer ";
    var answer = Http.call(bigId, "GET", "/a", "Authorization", scheme + token);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("Content-Type")).contains(dialect.rules().contentType());
    assertThat(answer.headers().map().keySet())
        .containsAll(
            dialect.rules().headers().keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList());
  }

  @Test
  void the_last_answer_of_a_sequence_is_repeated() {
    resources.protect("GET", "/a").answers("1").thenAnswers("2").thenAnswers(422, "3");
    assertThat(IntStream.range(0, 5).mapToObj(i -> get("/a").body()))
        .containsExactly("1", "2", "3", "3", "3");
    assertThat(get("/a").statusCode()).isEqualTo(422);
  }

  @Test
  void a_sequence_can_have_an_end() {
    resources.protect("GET", "/a").answers("1").thenAnswers("2").thenEnds();
    assertThat(get("/a").body() + get("/a").body()).isEqualTo("12");
    Expect.refused(
        bigId,
        get("/a"),
        404,
        Reason.NOT_REGISTERED,
        "Resource [GET /a] has ended: its 2 answers were given");
  }

  @Test
  void who_lacks_the_permission_uses_up_no_answer() {
    resources.protect("GET", "/a").requires("P").answers("1").thenAnswers("2");
    assertThat(get("/a").statusCode()).isEqualTo(403);
    bigId.users().change("bigid", user -> user.withPermissions("P"));
    assertThat(get("/a").body()).isEqualTo("1");
  }

  @Test
  void head_is_answered_where_get_is_and_uses_up_no_answer() {
    resources
        .protect("GET", "/a")
        .answers(Answer.json("[1]").withHeader("X-Total", "1"))
        .thenEnds();
    for (int i = 0; i < 3; i++) {
      var head = call("HEAD", "/a");
      assertThat(head.statusCode()).isEqualTo(200);
      assertThat(head.body()).isEmpty();
      assertThat(head.headers().firstValue("X-Total")).contains("1");
      assertThat(head.headers().firstValue("Content-Length")).contains("3");
    }
    assertThat(get("/a").body()).isEqualTo("[1]");
    assertThat(call("HEAD", "/a").statusCode()).isEqualTo(404);
  }

  @Test
  void a_head_of_its_own_comes_before_a_get() {
    resources.protect("GET", "/a").answers("1");
    resources.protect("HEAD", "/a").answers(Answer.empty(503));
    assertThat(call("HEAD", "/a").statusCode()).isEqualTo(503);
    assertThat(get("/a").statusCode()).isEqualTo(200);
  }

  @Test
  void a_registration_is_there_at_once_and_changes_as_a_whole() {
    var registration = resources.protect("GET", "/a");
    assertThat(get("/a").body()).isEqualTo("{}");
    registration.answers("1").thenAnswers("2");
    assertThat(get("/a").body()).isEqualTo("1");
    registration.requires("P");
    assertThat(get("/a").statusCode()).isEqualTo(403);
    assertThat(resources.all())
        .containsExactly(Resource.of("GET", "/a").answers("1").thenAnswers("2").requires("P"));
  }

  @Test
  void a_registration_that_is_gone_can_not_be_changed() {
    var registration = resources.protect("GET", "/a");
    resources.protect("GET", "/a");
    assertThatThrownBy(() -> registration.answers("1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "resource [GET /a] is no longer registered: it was replaced or removed, or the sandbox was reset. Register it again.");
    bigId.reset();
    assertThatThrownBy(() -> registration.requires("P")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_condition_gives_back_what_the_unconditional_beginning_displaced() {
    resources.protect("GET", "/a").answers("1").thenAnswers("2");
    assertThat(get("/a").body()).isEqualTo("1");
    resources.protect("GET", "/a").whenQuery("x", "y").answers("3");
    assertThat(get("/a").body()).isEqualTo("2");
    assertThat(get("/a?x=y").body()).isEqualTo("3");
  }

  @Test
  void a_post_changes_what_the_next_get_gives() {
    AtomicReference<String> name = new AtomicReference<>("none");
    resources.protect("GET", "/tasks").answersWith(r -> Answer.json("\"" + name + "\""));
    resources
        .protect("POST", "/tasks/{id}")
        .answersWith(
            request -> {
              name.set(request.variables().get("id") + request.query("n") + request.body());
              return Answer.empty(201);
            });
    assertThat(get("/tasks").body()).isEqualTo("\"none\"");
    var post =
        Http.send(
            Http.request(bigId, "/tasks/7?n=é%20", "Authorization", token)
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("ü"))
                .build());
    assertThat(post.statusCode()).isEqualTo(201);
    assertThat(get("/tasks").body()).isEqualTo("\"7é ü\"");
  }

  @Test
  void a_function_sees_headers_without_credentials_and_the_user() {
    AtomicReference<ResourceRequest> seen = new AtomicReference<>();
    resources
        .protect("GET", "/a")
        .answersWith(
            request -> {
              seen.set(request);
              return Answer.json("{}");
            });
    Http.call(bigId, "GET", "/a?b=1&b=2&c", "Authorization", token, "X-Tenant", "t");
    assertThat(seen.get().headers()).containsEntry("x-tenant", "t");
    assertThat(seen.get().headers().toString()).doesNotContain(token);
    assertThat(seen.get().query()).isEqualTo(Map.of("b", List.of("1", "2"), "c", List.of("")));
    assertThat(seen.get().query("d")).isNull();
    assertThat(seen.get().user()).isEqualTo("bigid");
    assertThat(seen.get().method() + seen.get().path()).isEqualTo("GET/api/v1/a");
  }

  @Test
  void a_function_that_fails_is_answered_with_500_and_kept() {
    resources
        .protect("GET", "/a")
        .answersWith(
            request -> {
              throw new AssertionError("wrong");
            });
    resources.protect("GET", "/b").answersWith(request -> null);
    String words =
        "The function of resource [GET %s] failed: %s. Let it return an answer for every call.";
    Expect.refused(
        bigId,
        get("/a"),
        500,
        Reason.SANDBOX_FAILED,
        words.formatted("/a", "java.lang.AssertionError: wrong"));
    Expect.refused(
        bigId,
        get("/b"),
        500,
        Reason.SANDBOX_FAILED,
        words.formatted("/b", "java.lang.NullPointerException: it returned null"));
    assertThat(bigId.failures()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | [0,1,2,3,4]",
        "?skip=2 | [2,3,4]",
        "?limit=2 | [0,1]",
        "?skip=2&limit=2 | [2,3]",
        "?skip=4&limit=2 | [4]",
        "?skip=5&limit=2 | []",
        "?skip=99&limit=0 | []"
      })
  void pages_are_parts_of_a_list(String query, String part) {
    resources.protect("GET", "/a").pages("results", List.of(0, 1, 2, 3, 4));
    assertThat(get("/a" + query).body()).isEqualTo("{\"results\":" + part + "}");
  }

  @ParameterizedTest
  @CsvSource({"?skip=-1", "?limit=x", "?skip=", "?limit=1.5"})
  void what_is_no_number_is_no_page(String query) {
    resources.protect("GET", "/a").pages("results", List.of(1));
    var answer = get("/a" + query);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo("{\"message\":\"skip and limit must be numbers from 0 on\"}");
  }

  @Test
  void envelopes_are_those_of_bigid() {
    assertThat(BigIdJson.data("ds_connections", List.of(Map.of("name", "hr"))))
        .isEqualTo(
            "{\"status\":\"success\",\"statusCode\":200,\"data\":{\"ds_connections\":[{\"name\":\"hr\"}]}}");
    assertThat(BigIdJson.results(List.of(1, "a"))).isEqualTo("{\"results\":[1,\"a\"]}");
  }

  @Test
  void answers_are_values() {
    Answer one = Answer.bytes("text/plain", "é".getBytes(StandardCharsets.UTF_8));
    Answer other = Answer.text("text/plain", "é");
    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    assertThat(one).isNotEqualTo(other.withStatus(201)).isNotEqualTo(Answer.text("a/b", "é"));
    one.body()[0] = 0;
    assertThat(one).isEqualTo(other);
    assertThat(Resource.of("GET", "/a").pages("r", List.of(1)))
        .isEqualTo(Resource.of("GET", "/a").pages("r", List.of(1)));
  }

  @Test
  void answers_that_can_not_be_sent_are_refused() {
    assertRefused(
        () -> Answer.json("{}").withStatus(204),
        "status [204] has no body. Leave the body out, or choose another status.");
    assertRefused(
        () -> Answer.empty(199),
        "status [199] is not one that a server ends a call with. Give one from 200 to 599.");
    assertRefused(
        () -> Answer.empty(200).withHeader("Content-Length", "1"),
        "header [Content-Length] is set by the sandbox itself. Remove it.");
    assertRefused(
        () -> Answer.file("a/b", "classpath:none.json"),
        "file [classpath:none.json] is not on the class path. Put it into src/test/resources, and name it from there.");
    assertRefused(
        () -> Answer.file("a/b", "none.json"),
        "file [none.json] begins with neither [classpath:] nor [file:]. Write [classpath:sandbox.json] for src/test/resources/sandbox.json, or [file:] before a path.");
  }

  private static void assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable action, String message) {
    assertThatThrownBy(action).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  private HttpResponse<String> get(String path) {
    return Http.get(bigId, path, token);
  }

  private HttpResponse<String> call(String method, String path) {
    return Http.call(bigId, method, path, "Authorization", "Bearer " + token);
  }
}
