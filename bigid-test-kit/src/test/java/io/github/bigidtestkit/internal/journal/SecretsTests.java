package io.github.bigidtestkit.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.User;
import io.github.bigidtestkit.journal.Exchange;
import io.github.bigidtestkit.testing.Http;
import io.github.bigidtestkit.token.TokenDefect;
import io.github.bigidtestkit.token.TokenKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plays everything that can go wrong and then looks for secrets in all that can be read. */
class SecretsTests {

  private static final String PASSWORD = "hunter2-Pa55+word";

  private final FakeBigId bigId = FakeBigId.start();
  private final List<String> secrets = new ArrayList<>(List.of(PASSWORD, "learner"));

  @AfterEach
  void stop() {
    bigId.close();
  }

  @Test
  void nothing_that_can_be_read_shows_a_password_or_a_token() {
    bigId.users().add(User.of("alice", PASSWORD).withPermissions("READ"));
    bigId.resources().protect("GET", "/data", "READ", "{}");
    logIn();
    for (TokenKind kind : TokenKind.values()) {
      use(bigId.tokens().token(kind, "alice"));
      for (TokenDefect defect : TokenDefect.values()) {
        use(bigId.tokens().token(kind, "alice", defect));
      }
    }
    List<String> readable = readable();
    assertThat(readable).hasSizeGreaterThan(800);
    for (String secret : secrets) {
      assertThat(readable).noneMatch(text -> text.contains(secret));
    }
  }

  @Test
  void a_name_is_shown_though_it_is_a_password_too_or_looks_like_a_token() {
    for (String name : List.of("same", "service-account-of-the-team.example.org")) {
      bigId.users().add(User.of(name, "same"));
      Http.login(bigId, name, "same");
      assertThat(bigId.journal().last().map(Exchange::user)).contains(name);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/data/aB3%2Fxyz%2B9Q",
        "/data/aB3%2Fxyz+9Q",
        "/data/aB3/xyz+9Q",
        "/data/aB3%252fxyz%252b9Q",
        "/data?q=aB3%2Fxyz%2B9Q",
        "/data?q=aB3/xyz+9Q",
        "/data?q=aB3%2fxyz+9Q",
        "/data?q=aB3%252Fxyz%252B9Q",
        "/data?q=%61%42%33%2F%78%79%7A%2B%39%51",
        "/data?q=Basic%20YWxpY2U6YUIzL3h5eis5UQ==",
        "/data?q=YWxpY2U6YUIzL3h5eis5UQ%3D%3D"
      })
  void a_password_in_a_url_is_found_however_it_is_encoded(String target) {
    bigId.users().add(User.of("alice", "aB3/xyz+9Q"));
    Http.call(bigId, "GET", target);
    Exchange call = bigId.journal().last().orElseThrow();
    assertThat(call.secretInUrl()).isTrue();
    assertThat(call.path() + "?" + call.query()).isIn("/api/v1/data/…?null", "/api/v1/data?q=…");
  }

  @Test
  void odd_characters_are_no_secret() {
    Http.call(bigId, "GET", "/data/a%0Ab%E2%80%AE?q=%E2%80%AE");
    Exchange call = bigId.journal().last().orElseThrow();
    assertThat(call.path()).isEqualTo("/api/v1/data/a?b‹U+202E›");
    assertThat(call.secretInUrl()).isFalse();
  }

  private void logIn() {
    secrets.add(Http.field(Http.login(bigId, "alice", PASSWORD), "auth_token"));
    Http.login(bigId, "alice", "learner");
    Http.login(bigId, "nobody", PASSWORD);
    Http.login(bigId, PASSWORD, "alice");
    Http.login(bigId, "alice " + PASSWORD, "x");
    for (String name : List.of("password", "q", "%70assword")) {
      String encoded = URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8);
      Http.call(bigId, "POST", "/sessions?" + name + "=" + PASSWORD);
      Http.call(bigId, "POST", "/sessions?" + name + "=" + encoded);
      Http.call(bigId, "POST", "/sessions/" + name + "/" + PASSWORD);
      Http.call(bigId, "POST", "/sessions/" + name + "/" + encoded);
    }
    Http.call(bigId, "GET", "/data", "Authorization", PASSWORD);
    Http.call(bigId, "GET", "/data", "Authorization", "Basic " + PASSWORD);
    Http.login(bigId, "{\"" + PASSWORD + "\":", "Content-Type", "application/json");
  }

  private void use(String token) {
    if (token.isEmpty()) {
      return;
    }
    secrets.add(token);
    secrets.add(token.substring(token.lastIndexOf('.') - 20));
    var refreshed = Http.refresh(bigId, token);
    if (refreshed.statusCode() == 200) {
      secrets.add(Http.field(refreshed, "systemToken"));
    }
    Http.call(bigId, "GET", "/refresh-access-token", "Authorization", token);
    Http.get(bigId, "/data", token);
    Http.login(bigId, token, "x");
    String encoded = URLEncoder.encode(token, StandardCharsets.UTF_8);
    for (String place : List.of("/data?token=", "/data?q=", "/data?", "/data/")) {
      Http.call(bigId, "GET", place + encoded);
    }
    String percent = "%" + Integer.toHexString(token.charAt(0)) + encoded.substring(1);
    Http.call(bigId, "GET", "/data?q=" + percent);
  }

  private List<String> readable() {
    List<String> texts = new ArrayList<>();
    texts.add(bigId.journal().timeline());
    texts.add(bigId.journal().toString());
    texts.add(bigId.journal().html("Secrets"));
    texts.add(bigId.toString());
    texts.add(bigId.users().toString());
    texts.add(bigId.config().toString());
    texts.add(bigId.resources().toString());
    for (Exchange exchange : bigId.journal().exchanges()) {
      texts.add(exchange.toString());
      texts.add(String.valueOf(exchange.rejection()));
      texts.add(String.valueOf(exchange.token()));
      texts.add(exchange.path() + "?" + exchange.query() + " " + exchange.user());
    }
    return texts;
  }
}
