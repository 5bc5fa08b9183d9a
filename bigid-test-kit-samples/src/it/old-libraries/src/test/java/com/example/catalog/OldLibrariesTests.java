package com.example.catalog;

import static io.github.bigidtestkit.assertj.BigIdAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.nimbusds.jwt.SignedJWT;
import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.fault.FaultKind;
import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.Defective;
import io.github.bigidtestkit.junit.InjectFault;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.junit.UserToken;
import io.github.bigidtestkit.token.TokenDefect;
import io.undertow.Undertow;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** An application with libraries of years ago, tested with the kit. */
@BigIdSandbox(dialect = Dialect.DEPLOYMENT)
@ProtectedResource(path = "/ds-connections", json = OldLibrariesTests.DATA_SOURCES)
class OldLibrariesTests {

  static final String DATA_SOURCES =
      "{\"status\":\"success\",\"statusCode\":200,\"data\":{\"ds_connections\":[]}}";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @Test
  void the_old_libraries_are_the_ones_in_use() {
    assertThat(jar(ObjectMapper.class)).isEqualTo("jackson-databind-2.9.10.8.jar");
    assertThat(jar(JavaTimeModule.class)).isEqualTo("jackson-datatype-jsr310-2.9.10.jar");
    assertThat(jar(SignedJWT.class)).isEqualTo("nimbus-jose-jwt-6.8.jar");
    assertThat(jar(Undertow.class)).isEqualTo("undertow-core-1.4.28.Final.jar");
    assertThat(jar(Logger.class)).isEqualTo("jboss-logging-3.3.2.Final.jar");
    assertThat(jar(FakeBigId.class)).startsWith("bigid-test-kit-");
  }

  @Test
  void a_login_is_read_with_them(@BaseUrl URI baseUrl) throws Exception {
    var login =
        HttpRequest.newBuilder(URI.create(baseUrl + "/sessions"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"username\":\"bigid\",\"password\":\"learner\"}"));
    JsonNode answer = new ObjectMapper().readTree(send(login).body());
    SignedJWT token = SignedJWT.parse(answer.get("auth_token").asText());
    assertThat(token.getJWTClaimsSet().getStringClaim("user_name")).isEqualTo("bigid");
  }

  @Test
  void the_time_of_a_call_is_written_with_them(FakeBigId bigId, @BaseUrl URI baseUrl)
      throws Exception {
    send(call(baseUrl, "/ds-connections", "none"));
    Instant time = bigId.journal().exchanges().get(0).at();
    ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());
    assertThat(mapper.readValue(mapper.writeValueAsString(time), Instant.class)).isEqualTo(time);
  }

  @Test
  void a_token_is_exchanged_and_used(FakeBigId bigId, @BaseUrl URI baseUrl, @UserToken String token)
      throws Exception {
    String body = send(call(baseUrl, "/refresh-access-token", token)).body();
    String system = new ObjectMapper().readTree(body).get("systemToken").asText();
    assertThat(send(call(baseUrl, "/ds-connections", system)).body()).isEqualTo(DATA_SOURCES);
    assertThat(bigId).refreshedOnce();
  }

  @Test
  void a_bad_token_is_refused(
      @BaseUrl URI baseUrl, @UserToken @Defective(TokenDefect.ALGORITHM_RS256) String bad)
      throws Exception {
    assertThat(send(call(baseUrl, "/refresh-access-token", bad)).statusCode()).isEqualTo(401);
  }

  @Test
  @InjectFault(endpoint = Endpoint.REFRESH, fault = FaultKind.MALFORMED_JSON, times = 1)
  void a_fault_strikes(@BaseUrl URI baseUrl, @UserToken String token) throws Exception {
    assertThat(send(call(baseUrl, "/refresh-access-token", token)).body())
        .startsWith("{\"success\":true")
        .doesNotEndWith("}");
  }

  @Test
  void a_server_of_the_old_kind_runs_beside_it(@BaseUrl URI baseUrl) throws Exception {
    Undertow own =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setHandler(exchange -> exchange.getResponseSender().send("own"))
            .build();
    own.start();
    try {
      var address = (InetSocketAddress) own.getListenerInfo().get(0).getAddress();
      URI there = URI.create("http://127.0.0.1:" + address.getPort());
      assertThat(send(HttpRequest.newBuilder(there)).body()).isEqualTo("own");
      URI behind = URI.create(baseUrl + "/ds-connections");
      assertThat(send(HttpRequest.newBuilder(behind)).statusCode()).isEqualTo(401);
    } finally {
      own.stop();
    }
  }

  private static HttpRequest.Builder call(URI baseUrl, String path, String token) {
    return HttpRequest.newBuilder(URI.create(baseUrl + path)).header("Authorization", token);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static String jar(Class<?> type) {
    String place = type.getProtectionDomain().getCodeSource().getLocation().getPath();
    return place.substring(place.lastIndexOf('/') + 1);
  }
}
