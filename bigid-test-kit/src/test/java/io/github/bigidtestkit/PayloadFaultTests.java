package io.github.bigidtestkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.fault.ActiveFault;
import io.github.bigidtestkit.fault.Fault;
import io.github.bigidtestkit.fault.PayloadFault.Kind;
import io.github.bigidtestkit.testing.Http;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** True answers whose bodies are spoilt, wherever there are answers. */
class PayloadFaultTests {

  private static final String JSON = "application/json";
  private static final String TOKEN = "\"(auth_token|systemToken)\":\"[^\"]+\"";

  private final FakeBigId bigId =
      FakeBigId.start(
          SandboxConfig.builder()
              .users(User.of("zoë", "s3cret-z"))
              .protect("GET", "/data", null, "{\"who\":\"zoë\"}")
              .protect("GET", "/list", null, "[1,2]")
              .build());

  @AfterEach
  void stop() {
    bigId.close();
  }

  private HttpResponse<String> call(Endpoint endpoint) {
    return switch (endpoint) {
      case SESSIONS -> Http.login(bigId, "zoë", "s3cret-z");
      case REFRESH -> Http.refresh(bigId, bigId.tokens().userToken("zoë"));
      default -> Http.get(bigId, "/data", bigId.tokens().sessionToken("zoë"));
    };
  }

  private HttpResponse<String> spoilt(Endpoint endpoint, Kind kind) {
    try (ActiveFault fault = bigId.faults().inject(Fault.payload(kind)).on(endpoint).start()) {
      HttpResponse<String> answer = call(endpoint);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(fault.struck()).isEqualTo(1);
      assertThat(bigId.journal().last().orElseThrow().fault())
          .isEqualTo(Fault.payload(kind).label());
      return answer;
    }
  }

  private static String type(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("");
  }

  /** The body with the token, which is another each time, taken out. */
  private static String withoutToken(String body) {
    return body.replaceAll("ey[^\"]*", "?");
  }

  private String sound(Endpoint endpoint) {
    return withoutToken(call(endpoint).body());
  }

  @ParameterizedTest
  @EnumSource(names = {"SESSIONS", "REFRESH", "RESOURCE"})
  void json_that_breaks_off(Endpoint endpoint) {
    HttpResponse<String> answer = spoilt(endpoint, Kind.MALFORMED_JSON);
    int length = call(endpoint).body().length();
    assertThat(answer.body().length()).isBetween(length / 2 - 8, length / 2 + 8);
    assertThat(sound(endpoint)).startsWith(answer.body().replaceAll("ey.*", ""));
    assertThat(answer.body()).doesNotEndWith("}");
    assertThat(type(answer)).isEqualTo(JSON);
  }

  @ParameterizedTest
  @EnumSource(names = {"SESSIONS", "REFRESH", "RESOURCE"})
  void no_body(Endpoint endpoint) {
    HttpResponse<String> answer = spoilt(endpoint, Kind.EMPTY_BODY);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValue("Content-Length")).contains("0");
  }

  @ParameterizedTest
  @EnumSource(names = {"SESSIONS", "REFRESH", "RESOURCE"})
  void the_right_body_declared_as_text(Endpoint endpoint) {
    HttpResponse<String> answer = spoilt(endpoint, Kind.WRONG_CONTENT_TYPE);
    assertThat(type(answer)).isEqualTo("text/plain; charset=utf-8");
    assertThat(withoutToken(answer.body())).isEqualTo(sound(endpoint));
  }

  @ParameterizedTest
  @EnumSource(names = {"SESSIONS", "REFRESH", "RESOURCE"})
  void the_right_body_in_another_charset(Endpoint endpoint) {
    HttpResponse<String> answer = spoilt(endpoint, Kind.OTHER_CHARSET);
    assertThat(type(answer)).isEqualTo("application/json; charset=utf-16");
    assertThat(withoutToken(answer.body())).isEqualTo(sound(endpoint));
    assertThat(answer.headers().firstValueAsLong("Content-Length").orElse(0))
        .isEqualTo(2L * answer.body().length() + 2);
  }

  @ParameterizedTest
  @EnumSource(names = {"SESSIONS", "REFRESH", "RESOURCE"})
  void fields_that_nobody_knows(Endpoint endpoint) {
    String extra = "\"unknownToTheContract\":{\"nested\":[1,null,{\"deep\":true}]},";
    String body = withoutToken(spoilt(endpoint, Kind.UNKNOWN_FIELDS).body());
    assertThat(body).startsWith("{" + extra);
    assertThat(body.replace(extra, "")).isEqualTo(sound(endpoint));
  }

  @ParameterizedTest
  @EnumSource(names = {"SESSIONS", "REFRESH", "RESOURCE"})
  void eight_megabytes_more(Endpoint endpoint) {
    HttpResponse<String> answer = spoilt(endpoint, Kind.HUGE_BODY);
    String extra = "\"padding\":\"" + "x".repeat(8 * 1024 * 1024) + "\",";
    assertThat(withoutToken(answer.body().replace(extra, "")).equals(sound(endpoint))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"SESSIONS", "REFRESH"})
  void the_token_missing_null_empty_or_a_number(Endpoint endpoint) {
    String sound = sound(endpoint);
    assertThat(sound).containsPattern(TOKEN);
    assertThat(spoilt(endpoint, Kind.TOKEN_MISSING).body())
        .isEqualTo(sound.replaceAll("," + TOKEN, ""));
    assertThat(spoilt(endpoint, Kind.TOKEN_NULL).body())
        .isEqualTo(sound.replaceAll(TOKEN, "\"$1\":null"));
    assertThat(spoilt(endpoint, Kind.TOKEN_EMPTY).body())
        .isEqualTo(sound.replaceAll(TOKEN, "\"$1\":\"\""));
    assertThat(spoilt(endpoint, Kind.TOKEN_NUMBER).body())
        .isEqualTo(sound.replaceAll(TOKEN, "\"$1\":42"));
    assertThat(bigId.journal().last().orElseThrow().issued()).isNotNull();
  }

  @ParameterizedTest
  @EnumSource(names = {"TOKEN_MISSING", "TOKEN_NULL", "TOKEN_EMPTY", "TOKEN_NUMBER"})
  void calls_without_a_token_in_the_answer_are_not_struck(Kind kind) {
    try (ActiveFault fault = bigId.faults().inject(Fault.payload(kind)).optional().start()) {
      assertThat(call(Endpoint.RESOURCE).body()).isEqualTo("{\"who\":\"zoë\"}");
      assertThat(Http.login(bigId, "zoë", "wrong").statusCode()).isEqualTo(401);
      assertThat(fault.struck()).isZero();
    }
  }

  @Test
  void refusals_are_spoilt_too() {
    try (ActiveFault fault = bigId.faults().inject(Fault.payload(Kind.EMPTY_BODY)).start()) {
      HttpResponse<String> answer = Http.login(bigId, "zoë", "wrong");
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.body()).isEmpty();
      assertThat(fault.struck()).isEqualTo(1);
    }
  }

  @Test
  void what_is_not_an_object_gets_no_more_fields() {
    try (ActiveFault fault = bigId.faults().inject(Fault.payload(Kind.UNKNOWN_FIELDS)).start()) {
      String token = bigId.tokens().sessionToken("zoë");
      assertThat(Http.get(bigId, "/list", token).body()).isEqualTo("[1,2]");
      assertThat(fault.struck()).isEqualTo(1);
    }
  }
}
