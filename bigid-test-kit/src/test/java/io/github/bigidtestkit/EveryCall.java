package io.github.bigidtestkit;

import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.internal.http.RequestReader;
import io.github.bigidtestkit.testing.Http;
import io.github.bigidtestkit.testing.LateBodies;
import io.github.bigidtestkit.token.TokenDefect;
import io.github.bigidtestkit.token.TokenKind;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Calls a sandbox in every way that its answer may depend on. */
public final class EveryCall {

  static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private static final String SESSIONS = "/api/v1/sessions";
  private static final String REFRESH = "/api/v1/refresh-access-token";
  private static final List<String> BEHIND =
      List.of("/api/v1/open", "/api/v1/guarded", "/api/v1/traced", "/api/v1/no/where", "/outside");
  private static final String LOGIN = "{\"username\":\"%s\",\"password\":\"%s\"}";
  private static final List<String> NO_LOGINS =
      List.of(
          "",
          "[]",
          "null",
          "{",
          "{\"username\":\"bigid\"} {}",
          "{\"username\":\"bigid\"}",
          "{\"username\":\" \",\"password\":\"learner\"}",
          "{\"username\":\"bigid\",\"password\":1}",
          "{\"username\":\"bigid\",\"username\":\"bigid\",\"password\":\"learner\"}");

  /** A call and what came of it. */
  public record Answered(String method, String path, int status, HttpHeaders headers, String body) {

    String type() {
      return headers.firstValue("Content-Type").orElse("").replaceAll(";.*", "");
    }

    @Override
    public String toString() {
      return "%s %s: %s %s".formatted(method, path, status, body);
    }
  }

  private final List<Answered> answers = new ArrayList<>();
  private final FakeBigId bigId;

  private EveryCall(FakeBigId bigId) {
    this.bigId = bigId;
  }

  static List<Answered> in(Dialect dialect) {
    SandboxConfig config = config(dialect);
    try (FakeBigId bigId = FakeBigId.start(config)) {
      EveryCall every = new EveryCall(bigId);
      every.logins();
      every.tokens();
      every.bodiesThatAreTooLarge();
      every.failures();
      every.nothingRegistered(dialect);
      for (String path : List.of(SESSIONS, REFRESH, BEHIND.get(0))) {
        every.answers.addAll(LateBodies.sent(config, METHODS, path));
      }
      return every.answers;
    }
  }

  private static SandboxConfig config(Dialect dialect) {
    SandboxConfig.Builder config =
        SandboxConfig.builder()
            .dialect(dialect)
            .users(
                User.DEMO,
                User.of("viewer", "s3cret").withPermissions("permission.tasks.read_task_list"),
                User.of("gone", "s3cret").withEnabled(false),
                User.of("locked", "s3cret").withLocked(true))
            .protect("TRACE", "/traced", "{}");
    for (String method : METHODS) {
      config.protect(method, "/open", "{\"data\":[]}");
      config.protect(method, "/guarded", "permission.tasks.edit", "{\"data\":[]}");
    }
    return config.build();
  }

  private void logins() {
    String[] json = {"Content-Type", "application/json"};
    for (String method : METHODS) {
      call(method, SESSIONS, LOGIN.formatted("bigid", "learner"), json);
    }
    for (String user : List.of("bigid", "gone", "locked", "nobody")) {
      call("POST", SESSIONS, LOGIN.formatted(user, "s3cret"), json);
    }
    NO_LOGINS.forEach(body -> call("POST", SESSIONS, body, json));
    String form = "application/x-www-form-urlencoded";
    call("POST", SESSIONS, "username=bigid&password=learner", "Content-Type", form);
    call("POST", SESSIONS, "{}");
    call("POST", SESSIONS, "{}", "Content-Type", "text/plain");
  }

  private void tokens() {
    for (String method : METHODS) {
      for (String[] headers : authorizations()) {
        call(method, REFRESH, "", headers);
        BEHIND.forEach(path -> call(method, path, "", headers));
      }
    }
  }

  private List<String[]> authorizations() {
    List<String[]> all = new ArrayList<>();
    all.add(new String[0]);
    all.add(new String[] {"Authorization", "Basic YTpi"});
    all.add(new String[] {"Authorization", "Bearer a", "Authorization", "Bearer b"});
    for (TokenKind kind : TokenKind.values()) {
      for (String user : List.of("bigid", "viewer")) {
        String token = bigId.tokens().token(kind, user);
        all.add(new String[] {"Authorization", token});
        all.add(new String[] {"Authorization", "Bearer " + token});
        all.add(new String[] {"x-access-token", token});
      }
    }
    for (TokenDefect defect : TokenDefect.values()) {
      for (TokenKind kind : List.of(TokenKind.USER, TokenKind.SYSTEM)) {
        String token = bigId.tokens().token(kind, "bigid", defect);
        all.add(new String[] {"Authorization", "Bearer " + token});
        all.add(new String[] {"Authorization", token});
      }
    }
    return all;
  }

  private void bodiesThatAreTooLarge() {
    everywhere(" ".repeat(RequestReader.MAX_BODY + 1));
  }

  private void failures() {
    bigId
        .faults()
        .inject(Fault.status(503))
        .when(
            call -> {
              throw new IllegalStateException("unknown call");
            })
        .start();
    everywhere("");
  }

  private void nothingRegistered(Dialect dialect) {
    bigId.reset(SandboxConfig.builder().dialect(dialect).build());
    String token = bigId.tokens().systemToken("bigid");
    String scheme = dialect == Dialect.DEPLOYMENT ? "" : "Bearer ";
    call("GET", "/api/v1/open", "", "Authorization", scheme + token);
  }

  private void everywhere(String body) {
    for (String method : METHODS) {
      if (method.equals("POST")) {
        call(method, SESSIONS, body);
      }
      call(method, REFRESH, body);
      call(method, BEHIND.get(0), body);
    }
  }

  private void call(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(bigId.origin() + path))
            .timeout(Duration.ofSeconds(20))
            .method(method, BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<String> answer = Http.send(request.build());
    answers.add(new Answered(method, path, answer.statusCode(), answer.headers(), answer.body()));
  }
}
