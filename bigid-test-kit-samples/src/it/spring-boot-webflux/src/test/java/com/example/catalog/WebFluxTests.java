package com.example.catalog;

import static io.github.bigidtestkit.assertj.BigIdAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.Endpoint;
import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.ProtectedResource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** An application that serves, with the server and the JSON library that Spring Boot brings. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "bigid.base-url=${bigid.sandbox.base-url}",
      "bigid.user-token=${bigid.sandbox.user-token}"
    })
@BigIdSandbox(dialect = Dialect.DEPLOYMENT)
@ProtectedResource(
    path = "/ds-connections",
    json =
        """
        {"status": "success", "statusCode": 200, "data": {"ds_connections": [{"name": "crm"}]}}
        """)
class WebFluxTests {

  @SpringBootApplication
  @RestController
  static class Catalog {

    record Login(String username, String password) {}

    record User(String firstName) {}

    record SystemToken(boolean success, String systemToken) {}

    record DataSource(String name) {}

    record Answer(DataSources data) {}

    record DataSources(@JsonProperty("ds_connections") List<DataSource> list) {}

    private final WebClient bigId;
    private final String userToken;

    Catalog(
        @Value("${bigid.base-url}") String baseUrl,
        @Value("${bigid.user-token}") String userToken) {
      this.bigId = WebClient.create(baseUrl);
      this.userToken = userToken;
    }

    @GetMapping("/user")
    Mono<User> user() {
      return bigId
          .post()
          .uri("/sessions")
          .bodyValue(new Login("bigid", "learner"))
          .retrieve()
          .bodyToMono(User.class);
    }

    @GetMapping("/data-sources")
    Mono<List<DataSource>> dataSources() {
      return bigId
          .get()
          .uri("/refresh-access-token")
          .header(HttpHeaders.AUTHORIZATION, userToken)
          .retrieve()
          .bodyToMono(SystemToken.class)
          .flatMap(token -> dataSources(token.systemToken()));
    }

    private Mono<List<DataSource>> dataSources(String systemToken) {
      return bigId
          .get()
          .uri("/ds-connections")
          .header(HttpHeaders.AUTHORIZATION, systemToken)
          .retrieve()
          .bodyToMono(Answer.class)
          .map(answer -> answer.data().list());
    }
  }

  @Autowired ApplicationContext context;

  @Value("${local.server.port}")
  int port;

  @Test
  void netty_serves() throws Exception {
    // By reflection, since Spring Boot 4 has both types in other packages than 3.
    Object server = context.getClass().getMethod("getWebServer").invoke(context);
    assertThat(server.getClass().getSimpleName()).isEqualTo("NettyWebServer");
  }

  @Test
  void the_application_has_its_own_json_and_the_kit_its_own() throws Exception {
    assertThat(context.getBean(Class.forName(System.getProperty("json")))).isNotNull();
    assertThat(getClass().getResource("/io/undertow/version.properties")).isNull();
    assertThat(getClass().getResource("/com/nimbusds/jose/JWSObject.class")).isNull();
  }

  @Test
  void the_application_logs_in(FakeBigId bigId) throws Exception {
    assertThat(get("/user").body()).isEqualTo("{\"firstName\":\"BigID Admin\"}");
    assertThat(bigId.journal().exchanges(Endpoint.SESSIONS)).hasSize(1);
  }

  @Test
  void the_application_reads_what_is_behind(FakeBigId bigId) throws Exception {
    assertThat(get("/data-sources").body()).isEqualTo("[{\"name\":\"crm\"}]");
    assertThat(bigId).refreshedOnce();
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI there = URI.create("http://127.0.0.1:" + port + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(there).build(), BodyHandlers.ofString());
  }
}
