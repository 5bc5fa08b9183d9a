package io.github.bigidtestkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bigidtestkit.Dialect;
import io.github.bigidtestkit.FakeBigId;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@BigIdSandbox(
    users = @SandboxUser(username = "alice", password = "s3cret", permissions = "READ"),
    dialect = Dialect.SPECIFICATION,
    userTokenTtl = "P3D",
    sessionTokenTtl = "PT2H",
    systemTokenTtl = "PT15M")
@ProtectedResource(path = "/things", permission = "READ", json = "[1]")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MethodAnnotationTests {

  private static URI ofClass = URI.create("http://unknown");

  @BeforeEach
  void the_url_stays(@BaseUrl URI url) {
    if (!ofClass.getHost().equals("unknown")) {
      assertThat(url).isEqualTo(ofClass);
    }
    ofClass = url;
  }

  @Test
  @Order(1)
  @BigIdSandbox(
      users = {
        @SandboxUser(username = "bob", password = "hunter2", permissions = "READ"),
        @SandboxUser(username = "alice", password = "changed")
      },
      resources = @ProtectedResource(path = "/things", json = "[2]"),
      dialect = Dialect.LENIENT,
      systemTokenTtl = "PT1M")
  @ProtectedResource(path = "/others", json = "[3]")
  @ProtectedResource(path = "/more", json = "[4]")
  void adds_and_replaces(
      FakeBigId bigId,
      @BaseUrl URI url,
      @SystemToken String first,
      @UserToken(user = "bob") String b) {
    assertThat(Calls.login(bigId, "alice", "changed")).isEqualTo(200);
    assertThat(Calls.login(bigId, "alice", "s3cret")).isEqualTo(401);
    assertThat(bigId.users().get("alice").permissions()).isEmpty();
    assertThat(Calls.refresh(url, b)).isEqualTo(200);
    assertThat(Calls.body(url, "/things", first)).isEqualTo("[2]");
    assertThat(Calls.body(url, "/others", first)).isEqualTo("[3]");
    assertThat(Calls.body(url, "/more", first)).isEqualTo("[4]");
    assertThat(bigId.config().dialect()).isEqualTo(Dialect.LENIENT.rules());
    assertThat(lifetime(bigId, first)).isEqualTo(Duration.ofMinutes(1));
    assertThat(lifetime(bigId, b)).isEqualTo(Duration.ofDays(3));
  }

  @Test
  @Order(2)
  void the_next_test_sees_what_the_class_says(
      FakeBigId bigId,
      @BaseUrl URI url,
      @UserToken String user,
      @SessionToken String session,
      @SystemToken String system) {
    assertThat(bigId.users().find("bob")).isEmpty();
    assertThat(Calls.login(bigId, "alice", "s3cret")).isEqualTo(200);
    assertThat(Calls.body(url, "/things", system)).isEqualTo("[1]");
    assertThat(Calls.get(url, "/others", system)).isEqualTo(404);
    assertThat(bigId.config().dialect()).isEqualTo(Dialect.SPECIFICATION.rules());
    assertThat(lifetime(bigId, user)).isEqualTo(Duration.ofDays(3));
    assertThat(lifetime(bigId, session)).isEqualTo(Duration.ofHours(2));
    assertThat(lifetime(bigId, system)).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  @Order(3)
  @ProtectedResource(path = "/alone", json = "[5]")
  void a_resource_can_stand_alone_on_a_method(@BaseUrl URI url, @SystemToken String token) {
    assertThat(Calls.body(url, "/alone", token)).isEqualTo("[5]");
    assertThat(Calls.body(url, "/things", token)).isEqualTo("[1]");
  }

  @Nested
  @ProtectedResource(path = "/nested", json = "[6]")
  class OnANestedClass {
    @Test
    @ProtectedResource(path = "/method", json = "[7]")
    void resources_add_up(@BaseUrl URI url, @SystemToken String token) {
      assertThat(Calls.body(url, "/things", token)).isEqualTo("[1]");
      assertThat(Calls.body(url, "/nested", token)).isEqualTo("[6]");
      assertThat(Calls.body(url, "/method", token)).isEqualTo("[7]");
    }
  }

  private static Duration lifetime(FakeBigId bigId, String token) {
    return bigId.tokens().verify(token).claims().lifetime();
  }
}
