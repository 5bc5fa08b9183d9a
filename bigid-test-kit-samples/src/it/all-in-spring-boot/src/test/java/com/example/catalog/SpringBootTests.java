package com.example.catalog;

import static io.github.bigidtestkit.assertj.BigIdAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.FakeBigId;
import io.github.bigidtestkit.junit.BaseUrl;
import io.github.bigidtestkit.junit.BigIdSandbox;
import io.github.bigidtestkit.junit.ProtectedResource;
import io.github.bigidtestkit.junit.UserToken;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.web.client.RestClient;

/** An application on Spring Boot, with the JSON library that it brings. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@BigIdSandbox
@ProtectedResource(path = "/ds-connections", json = "{\"data\":[{\"name\":\"crm\"}]}")
class SpringBootTests {

  @SpringBootApplication
  static class Catalog {}

  record SystemToken(boolean success, String systemToken) {}

  record DataSource(String name) {}

  record DataSources(List<DataSource> data) {}

  @Autowired RestClient.Builder clients;
  @Autowired ApplicationContext context;

  @Test
  void the_application_has_its_own_json_and_the_kit_its_own() throws Exception {
    assertThat(context.getBean(Class.forName(System.getProperty("json")))).isNotNull();
    assertThat(FakeBigId.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .endsWith("-all.jar");
    assertThat(getClass().getResource("/io/undertow/version.properties")).isNull();
  }

  @Test
  void it_logs_in_and_reads_what_is_behind(
      FakeBigId bigId, @BaseUrl String baseUrl, @UserToken String token) {
    RestClient client = clients.baseUrl(baseUrl).build();
    Map<?, ?> login =
        client
            .post()
            .uri("/sessions")
            .body(Map.of("username", "bigid", "password", "learner"))
            .retrieve()
            .body(Map.class);
    assertThat(login.get("firstName")).isEqualTo("BigID Admin");

    String system =
        client
            .post()
            .uri("/refresh-access-token")
            .headers(headers -> headers.setBearerAuth(token))
            .retrieve()
            .body(SystemToken.class)
            .systemToken();
    DataSources sources =
        client
            .get()
            .uri("/ds-connections")
            .headers(headers -> headers.setBearerAuth(system))
            .retrieve()
            .body(DataSources.class);
    assertThat(sources.data()).containsExactly(new DataSource("crm"));
    assertThat(bigId).refreshedOnce();
  }
}
